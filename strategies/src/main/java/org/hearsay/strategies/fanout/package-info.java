/** The strategy {@code fanout}: rumor mongering among random members. */
@NullMarked
package org.hearsay.strategies.fanout;

import org.jspecify.annotations.NullMarked;
