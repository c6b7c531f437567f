/** Tests of stores: what is committed stays, and what is damaged is noticed. */
@NullMarked
package org.hearsay.node.store;

import org.jspecify.annotations.NullMarked;
