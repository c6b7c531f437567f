/** The failure detector {@code phi-accrual}: patience that follows from experience. */
@NullMarked
package org.hearsay.detectors.phiaccrual;

import org.jspecify.annotations.NullMarked;
