/** What overlays have in common whose nodes know every other: a directory that all keep equal. */
@NullMarked
package org.hearsay.overlays.directory;

import org.jspecify.annotations.NullMarked;
