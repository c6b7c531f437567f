/** The strategy {@code flood}: everything new, at once, to everybody near. */
@NullMarked
package org.hearsay.strategies.flood;

import org.jspecify.annotations.NullMarked;
