/** How quantities are written, for people to type and to read. */
@NullMarked
package org.hearsay.scenario.text;

import org.jspecify.annotations.NullMarked;
