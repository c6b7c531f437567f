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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Power fails in the middle of a commit: of the blocks that were being written some are there and
 * some are not. What was safe before is there all the same, and nothing stands in the way.
 */
class PowerLossTest {
  private static final int SEEDS = 20 * Integer.getInteger("hearsay.seeds", 3);
  private static final int SECTOR_BYTES = 512;
  private static final int PAGE_BYTES = 4096;

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

  private List<Moment> moments(int commits, int mostRumors, SplittableRandom random)
      throws IOException {
    Path folder = Files.createDirectories(temp.resolve("whole")).resolve("of-" + mostRumors);
    RumorTable rumors = new RumorTable();
    List<Moment> moments = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    try (MvRumorStore store = StoredLives.open(folder, rumors)) {
      store.beginLife(1_000);
      for (int i = 0; i < commits; i++) {
        for (int more = random.nextInt(1, mostRumors + 1); more > 0; more--) {
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

  /** What was changed, as far as it came to the disk, in whatever order. */
  private static byte[] torn(byte[] before, byte[] after, SplittableRandom random) {
    byte[] torn = Arrays.copyOf(before, Math.max(before.length, after.length));
    double share = random.nextDouble();
    for (int at = 0; at < after.length; at += SECTOR_BYTES) {
      if (random.nextDouble() < share) {
        copyBlock(after, torn, at, SECTOR_BYTES);
      }
    }
    return torn;
  }

  /** The same where what is in front in the file comes first to the disk: the engine's header. */
  private static byte[] tornFromTheFront(byte[] before, byte[] after, SplittableRandom random) {
    byte[] torn = Arrays.copyOf(before, Math.max(before.length, after.length));
    List<Integer> changed = new ArrayList<>();
    for (int at = 0; at < after.length; at += PAGE_BYTES) {
      int end = Math.min(at + PAGE_BYTES, after.length);
      if (!Arrays.equals(after, at, end, torn, at, end)) {
        changed.add(at);
      }
    }
    int written = random.nextInt(changed.size() + 1);
    changed.subList(0, written).forEach(at -> copyBlock(after, torn, at, PAGE_BYTES));
    return torn;
  }

  private static void copyBlock(byte[] from, byte[] to, int at, int size) {
    System.arraycopy(from, at, to, at, Math.min(size, from.length - at));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 30})
  void whatWasSafeBeforeIsThereAndSoIsAllOrNothingOfTheRest(int mostRumors) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    List<Moment> moments = moments(60, mostRumors, random);
    int undone = 0;
    for (int i = 0; i < SEEDS; i++) {
      int at = random.nextInt(1, moments.size());
      Moment before = moments.get(at - 1);
      Moment after = moments.get(at);
      byte[] torn =
          random.nextBoolean()
              ? torn(before.file, after.file, random)
              : tornFromTheFront(before.file, after.file, random);
      Path folder = Files.createDirectories(temp.resolve("torn-" + i));
      Files.write(folder.resolve(MvRumorStore.FILE), torn);
      // It is not forced, and may be of some time before.
      Files.write(folder.resolve(MvRumorStore.WITNESS), moments.get(random.nextInt(at)).witness);
      DamageCheck.Found found = DamageCheck.found(folder);
      List<Integer> values = StoredLives.values(found.recovery());
      assertTrue(
          values.equals(before.values) || values.equals(after.values),
          () -> values + " after " + before.values);
      undone += found.remarks().isEmpty() ? 0 : 1;
      assertGoesOn(folder, values);
    }
    assertTrue(undone > 0, "no commit was undone");
  }

  /** What the next lives have is what this one found, and what it adds itself. */
  private static void assertGoesOn(Path folder, List<Integer> values) {
    List<Integer> expected = new ArrayList<>(values);
    for (int value = 1_000_000; value < 1_000_003; value++) {
      RumorTable rumors = new RumorTable();
      try (MvRumorStore store = StoredLives.open(folder, rumors)) {
        assertEquals(List.of(), store.remarks(), "after " + expected);
        assertTrue(store.beginLife(1_000).keeps());
        assertEquals(expected, StoredLives.values(store.recover()));
        store.append(StoredLives.rumor(rumors, value));
        store.commit();
        expected.add(value);
      }
    }
  }
}
