/** What must hold in every run, seen from outside the code under test. */
@NullMarked
package org.hearsay.chaos.check;

import org.jspecify.annotations.NullMarked;
