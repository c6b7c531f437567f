package org.hearsay.node.membership;

import java.util.Locale;

/** What a failure detector thinks of a peer. */
public enum Verdict {
  /** It may be dead. */
  SUSPECTED,
  /** It is dead. */
  DOWN,
  /** It is alive after all, or again. */
  UP;

  /** As people read it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
