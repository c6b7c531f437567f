package org.hearsay.node.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearsay.node.log.RumorTable;

/**
 * What may become of a store that somebody has damaged: all is there; or what was there after one
 * of its commits is, and a remark; or it refuses to be opened.
 */
final class DamageCheck {
  /** What became of a store. */
  enum Fate {
    INTACT,
    CUT,
    REFUSED
  }

  /**
   * What was found in a folder.
   *
   * @param remarks what was said of it
   */
  record Found(Recovery recovery, List<String> remarks) {}

  /** Opens a store. */
  interface Opening {
    Found open(Path folder);
  }

  private final StoredLives lives;
  private final Opening opening;

  DamageCheck(StoredLives lives, Opening opening) {
    this.lives = lives;
    this.opening = opening;
  }

  /** As nodes open it. */
  static Found found(Path folder) {
    try (MvRumorStore store = StoredLives.open(folder, new RumorTable())) {
      return new Found(store.recover(), store.remarks());
    }
  }

  /** What became of a damaged copy. */
  Fate fate(Path folder) {
    Found found;
    try {
      found = opening.open(folder);
    } catch (StoreException e) {
      return Fate.REFUSED;
    }
    List<Integer> values = StoredLives.values(found.recovery());
    if (values.equals(lives.committed())) {
      return Fate.INTACT;
    }
    complaint(found, values)
        .ifPresent(
            complaint -> {
              throw new AssertionError(complaint);
            });
    return Fate.CUT;
  }

  private Optional<String> complaint(Found found, List<Integer> values) {
    if (!lives.ends().contains(values.size())
        || !values.equals(lives.committed().subList(0, values.size()))) {
      return Optional.of("It has what it never had at once: " + values);
    }
    return found.remarks().isEmpty()
        ? Optional.of("It says nothing of those from " + values.size() + " on")
        : Optional.empty();
  }
}
