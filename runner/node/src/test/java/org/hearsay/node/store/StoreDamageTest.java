package org.hearsay.node.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDamageTest {
  private static final int SEEDS = Integer.getInteger("hearsay.seeds", 3);

  @TempDir Path temp;
  private StoredLives lives;
  private byte[] file = {};
  private byte[] witness = {};
  private final Map<DamageCheck.Fate, Integer> fates = new EnumMap<>(DamageCheck.Fate.class);

  @BeforeEach
  void live() throws IOException {
    Path folder = temp.resolve("n1");
    lives = new StoredLives(folder).live(12, 3).live(12, 1).live(4, 20);
    file = Files.readAllBytes(folder.resolve(MvRumorStore.FILE));
    witness = Files.readAllBytes(folder.resolve(MvRumorStore.WITNESS));
  }

  /** A folder with these files. */
  private Path folder(byte[] damaged) throws IOException {
    Path folder = temp.resolve("damaged");
    Files.createDirectories(folder);
    Files.write(folder.resolve(MvRumorStore.FILE), damaged);
    Files.write(folder.resolve(MvRumorStore.WITNESS), witness);
    return folder;
  }

  private void check(byte[] damaged, String how) throws IOException {
    try {
      DamageCheck.Fate fate = new DamageCheck(lives, DamageCheck::found).fate(folder(damaged));
      fates.merge(fate, 1, Integer::sum);
    } catch (AssertionError e) {
      throw new AssertionError(how + ": " + e.getMessage(), e);
    }
  }

  @Test
  void anEndThatIsMissingIsNoticed() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 30 * SEEDS; i++) {
      int length = random.nextInt(file.length);
      check(Arrays.copyOf(file, length), "truncated to " + length);
    }
    assertTrue(fates.getOrDefault(DamageCheck.Fate.REFUSED, 0) > 0, fates::toString);
    assertEquals(0, fates.getOrDefault(DamageCheck.Fate.CUT, 0), "it had been safe");
  }

  @Test
  void bytesThatWereNeverWrittenAreNoticed() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 80 * SEEDS; i++) {
      byte[] damaged = file.clone();
      int at = random.nextInt(file.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      check(damaged, "other at byte " + at);
    }
    assertEquals(80 * SEEDS, fates.values().stream().mapToInt(n -> n).sum());
  }

  @Test
  void blocksThatWereNeverWrittenAreNoticed() throws IOException {
    for (int at = 0; at < file.length; at += 4096) {
      byte[] damaged = file.clone();
      Arrays.fill(damaged, at, Math.min(file.length, at + 4096), (byte) 0);
      check(damaged, "nothing in the block at " + at);
    }
    assertTrue(fates.getOrDefault(DamageCheck.Fate.REFUSED, 0) > 0, fates::toString);
  }
}
