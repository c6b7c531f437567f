/**
 * The commands {@code drive} and {@code fidelity}: runs of real processes, alone and beside
 * simulated ones.
 */
@NullMarked
package org.hearsay.cli.drive;

import org.jspecify.annotations.NullMarked;
