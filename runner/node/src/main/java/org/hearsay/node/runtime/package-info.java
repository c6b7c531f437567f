/** The stable node: calls a strategy one event at a time and carries out what it asks for. */
@NullMarked
package org.hearsay.node.runtime;

import org.jspecify.annotations.NullMarked;
