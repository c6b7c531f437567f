package org.hearsay.overlays.directory;

import java.time.Duration;

/**
 * What directories can be told.
 *
 * @param sync time between two comparisons that a node begins
 * @param fanout how many members are told news
 * @param forget how long a member that is down is remembered
 */
public record DirectoryConfig(Duration sync, int fanout, Duration forget) {

  /** Checks them. */
  public DirectoryConfig {
    if (sync.compareTo(Duration.ofMillis(10)) < 0) {
      throw new IllegalArgumentException(
          "Make sync 10ms or longer, as in sync=10s: a node compares that often");
    }
    if (fanout < 1) {
      throw new IllegalArgumentException(
          "Make fanout 1 or larger, as in fanout=4: else nobody hears who has come");
    }
    if (forget.compareTo(sync) < 0) {
      throw new IllegalArgumentException(
          "Make forget as long as sync or longer, as in forget=60s with sync=10s:"
              + " who is down is remembered until everybody knows");
    }
  }

  /** The usual. */
  public static DirectoryConfig usual() {
    return new DirectoryConfig(Duration.ofSeconds(15), 4, Duration.ofSeconds(60));
  }
}
