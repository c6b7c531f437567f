/**
 * The commands {@code strategies}, {@code overlays} and {@code detectors}: what there is to know of
 * plug-ins.
 */
@NullMarked
package org.hearsay.cli.catalog;

import org.jspecify.annotations.NullMarked;
