/** Envelopes as JSON, made from the message records themselves. */
@NullMarked
package org.hearsay.node.codec;

import org.jspecify.annotations.NullMarked;
