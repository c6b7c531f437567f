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

  /** Opens a store. */
  interface Opening {
    Recovery open(Path folder);
  }

  private final StoredLives lives;
  private final Opening opening;

  DamageCheck(StoredLives lives, Opening opening) {
    this.lives = lives;
    this.opening = opening;
  }

  /** As nodes open it. */
  static Recovery recovery(Path folder) {
    try (MvRumorStore store = StoredLives.open(folder, new RumorTable())) {
      return store.recover();
    }
  }

  /** What became of a damaged copy. */
  Fate fate(Path folder) {
    Recovery recovery;
    try {
      recovery = opening.open(folder);
    } catch (StoreException e) {
      return Fate.REFUSED;
    }
    List<Integer> values = StoredLives.values(recovery);
    if (values.equals(lives.committed())) {
      return Fate.INTACT;
    }
    complaint(recovery, values)
        .ifPresent(
            complaint -> {
              throw new AssertionError(complaint);
            });
    return Fate.CUT;
  }

  private Optional<String> complaint(Recovery recovery, List<Integer> values) {
    if (!lives.ends().contains(values.size())
        || !values.equals(lives.committed().subList(0, values.size()))) {
      return Optional.of("It has what it never had at once: " + values);
    }
    return recovery.remarks().isEmpty()
        ? Optional.of("It says nothing of those from " + values.size() + " on")
        : Optional.empty();
  }
}
