/** What detectors that watch their own links have in common: questions, answers and patience. */
@NullMarked
package org.hearsay.detectors.links;

import org.jspecify.annotations.NullMarked;
