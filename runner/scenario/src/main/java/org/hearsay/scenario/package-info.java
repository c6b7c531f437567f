/** Everything that a run consists of besides the nodes themselves, whatever world they are in. */
@NullMarked
package org.hearsay.scenario;

import org.jspecify.annotations.NullMarked;
