/** What a guarantee is made of: its messages, what it sees of its node, and what it counts. */
@NullMarked
package org.hearsay.node.service;

import org.jspecify.annotations.NullMarked;
