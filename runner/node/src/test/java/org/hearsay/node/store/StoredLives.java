package org.hearsay.node.store;

import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.node.log.RumorTable;

/** A node's lives on one folder, and what it has committed in them. */
final class StoredLives {
  static final Owner OWNER = new Owner("n1", List.of("n0", "n1", "n2"));
  private static final long FIRST_LIFE = 1_000;

  private final Path folder;

  /** All values that were committed, oldest first, and how many there were after each commit. */
  private final List<Integer> committed = new ArrayList<>();

  private final List<Integer> ends = new ArrayList<>();

  StoredLives(Path folder) {
    this.folder = folder;
  }

  static MvRumorStore open(Path folder, RumorTable rumors) {
    return MvRumorStore.open(folder, OWNER, rumors, false);
  }

  static StoredRumor rumor(RumorTable rumors, int value) {
    long rumor = RumorTable.rumor(rumors.number(value % 3, 7), value);
    return new StoredRumor(rumor, IntNode.valueOf(value), Digest.EMPTY);
  }

  /** Lives once: so many commits of so many rumors, and an end without good-bye. */
  StoredLives live(int commits, int rumorsEach) {
    RumorTable rumors = new RumorTable();
    MvRumorStore store = open(folder, rumors);
    store.beginLife(FIRST_LIFE);
    store.recover();
    ends.add(committed.size());
    for (int i = 0; i < commits; i++) {
      for (int j = 0; j < rumorsEach; j++) {
        store.append(rumor(rumors, committed.size()));
        committed.add(committed.size());
      }
      store.commit();
      ends.add(committed.size());
    }
    store.close();
    return this;
  }

  List<Integer> committed() {
    return committed;
  }

  List<Integer> ends() {
    return ends;
  }

  /** The values that a folder's store has now. */
  static List<Integer> values(Recovery recovery) {
    return recovery.rumors().stream().map(stored -> stored.payload().intValue()).toList();
  }
}
