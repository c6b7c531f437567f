/** One node on standard input and output, its options and its log; short of time as it starts. */
@NullMarked
package org.hearsay.cli.node;

import org.jspecify.annotations.NullMarked;
