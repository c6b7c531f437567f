/** What the scale world costs, beside a program written for nothing but the same flood. */
@NullMarked
package org.hearsay.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
