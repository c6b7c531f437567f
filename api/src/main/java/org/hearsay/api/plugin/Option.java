package org.hearsay.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in one phrase what a component of a strategy's config record means; the command line shows
 * it.
 *
 * <p>A component's name is its key, {@code maxDelay} as {@code max-delay}. Its type is {@code int},
 * {@code long}, {@code double}, {@code boolean}, {@link java.time.Duration} (written {@code 250ms},
 * {@code 2s}) or an enum (written {@code feedback}). The record's compact constructor refuses bad
 * values with an {@link IllegalArgumentException} whose message tells the user what to do.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
  /** The phrase, without a full stop. */
  String value();
}
