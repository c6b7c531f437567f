package org.hearsay.node.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hearsay.node.log.RumorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power fails in the middle of a commit: of the blocks that were being written some are there and
 * some are not. What was safe before is there all the same, and nothing stands in the way.
 */
class PowerLossTest {
  private static final int SEEDS = 10 * Integer.getInteger("hearsay.seeds", 3);
  private static final int SECTOR_BYTES = 512;

  /** The files of a store at a moment, and the values that are safe then. */
  private static final class Moment {
    private final byte[] file;
    private final byte[] witness;
    private final List<Integer> values;

    Moment(byte[] file, byte[] witness, List<Integer> values) {
      this.file = file;
      this.witness = witness;
      this.values = values;
    }
  }

  @TempDir Path temp;

  private List<Moment> moments(int commits, SplittableRandom random) throws IOException {
    Path folder = temp.resolve("whole");
    RumorTable rumors = new RumorTable();
    List<Moment> moments = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    try (MvRumorStore store = StoredLives.open(folder, rumors)) {
      store.beginLife(1_000);
      for (int i = 0; i < commits; i++) {
        for (int more = random.nextInt(1, 30); more > 0; more--) {
          store.append(StoredLives.rumor(rumors, values.size()));
          values.add(values.size());
        }
        store.commit();
        moments.add(
            new Moment(
                Files.readAllBytes(folder.resolve(MvRumorStore.FILE)),
                Files.readAllBytes(folder.resolve(MvRumorStore.WITNESS)),
                List.copyOf(values)));
      }
    }
    return moments;
  }

  private static byte[] torn(byte[] before, byte[] after, SplittableRandom random) {
    byte[] torn = Arrays.copyOf(before, Math.max(before.length, after.length));
    double share = random.nextDouble();
    for (int at = 0; at < after.length; at += SECTOR_BYTES) {
      if (random.nextDouble() < share) {
        System.arraycopy(after, at, torn, at, Math.min(SECTOR_BYTES, after.length - at));
      }
    }
    return torn;
  }

  @Test
  void whatWasSafeBeforeIsThereAndSoIsAllOrNothingOfTheRest() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    List<Moment> moments = moments(12, random);
    int undone = 0;
    for (int i = 0; i < SEEDS; i++) {
      int at = random.nextInt(1, moments.size());
      Moment before = moments.get(at - 1);
      Moment after = moments.get(at);
      Path folder = Files.createDirectories(temp.resolve("torn-" + i));
      Files.write(folder.resolve(MvRumorStore.FILE), torn(before.file, after.file, random));
      // It is not forced, and may be of some time before.
      Files.write(folder.resolve(MvRumorStore.WITNESS), moments.get(random.nextInt(at)).witness);
      Recovery recovery = DamageCheck.recovery(folder);
      List<Integer> values = StoredLives.values(recovery);
      assertTrue(
          values.equals(before.values) || values.equals(after.values),
          () -> values + " after " + before.values);
      undone += recovery.remarks().isEmpty() ? 0 : 1;
      assertEquals(values, StoredLives.values(DamageCheck.recovery(folder)));
    }
    assertTrue(undone > 0, "no commit was undone");
  }
}
