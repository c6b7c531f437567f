/**
 * What is around a node's strategy: its overlay and its failure detector, one callback at a time.
 *
 * <p>Start at {@link org.hearsay.node.membership.Membership}.
 */
@NullMarked
package org.hearsay.node.membership;

import org.jspecify.annotations.NullMarked;
