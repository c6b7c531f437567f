/** A run and its record: made once or many times at once, judged, and kept in a file. */
@NullMarked
package org.hearsay.cli.run;

import org.jspecify.annotations.NullMarked;
