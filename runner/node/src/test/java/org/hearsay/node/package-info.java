/** What the tests of the node share. */
@NullMarked
package org.hearsay.node;

import org.jspecify.annotations.NullMarked;
