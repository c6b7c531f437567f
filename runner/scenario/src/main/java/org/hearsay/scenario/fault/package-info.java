/** What breaks and when it is mended. */
@NullMarked
package org.hearsay.scenario.fault;

import org.jspecify.annotations.NullMarked;
