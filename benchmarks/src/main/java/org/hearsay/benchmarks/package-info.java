/** What things cost: one class per question, run with JMH. */
@NullMarked
package org.hearsay.benchmarks;

import org.jspecify.annotations.NullMarked;
