/** The options that several commands share, and what they come to once they are checked. */
@NullMarked
package org.hearsay.cli.options;

import org.jspecify.annotations.NullMarked;
