@NullMarked
package org.hearsay.chaos;

import org.jspecify.annotations.NullMarked;
