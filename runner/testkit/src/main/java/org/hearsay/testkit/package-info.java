/**
 * For authors of plug-ins: the contract that every strategy must keep ({@link
 * org.hearsay.testkit.StrategyContract}), every overlay ({@link
 * org.hearsay.testkit.OverlayContract}) and every failure detector ({@link
 * org.hearsay.testkit.DetectorContract}), a node to step by hand ({@link
 * org.hearsay.testkit.RecordingNode}) and a readable account of a small run ({@link
 * org.hearsay.simulation.Transcript}).
 */
@NullMarked
package org.hearsay.testkit;

import org.jspecify.annotations.NullMarked;
