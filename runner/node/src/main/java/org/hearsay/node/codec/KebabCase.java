package org.hearsay.node.codec;

import java.util.Locale;

/** Java's names as users and peers write them. */
public final class KebabCase {

  private KebabCase() {}

  /** {@code GraftRequest} and {@code graftRequest} as {@code graft-request}. */
  public static String of(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
