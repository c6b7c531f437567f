/** Which strategies are installed, and how a user's words choose and configure one. */
@NullMarked
package org.hearsay.node.plugin;

import org.jspecify.annotations.NullMarked;
