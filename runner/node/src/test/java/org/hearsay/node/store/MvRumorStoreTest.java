package org.hearsay.node.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.node.codec.Json;
import org.hearsay.node.log.RumorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MvRumorStoreTest {
  @TempDir Path temp;
  private final RumorTable rumors = new RumorTable();

  private MvRumorStore open(Path folder) {
    return StoredLives.open(folder, rumors);
  }

  private static Recovery recovery(Path folder, boolean salvage) {
    return found(folder, salvage).recovery();
  }

  private static DamageCheck.Found found(Path folder, boolean salvage) {
    try (MvRumorStore store =
        MvRumorStore.open(folder, StoredLives.OWNER, new RumorTable(), salvage)) {
      return new DamageCheck.Found(store.recover(), store.remarks());
    }
  }

  private static String refusal(Path folder, Owner owner) {
    return assertThrows(
            StoreException.class,
            () -> MvRumorStore.open(folder, owner, new RumorTable(), false).close())
        .sentence();
  }

  @Test
  void aFolderThatIsNotThereIsMadeAndEmpty() {
    Path folder = temp.resolve("a/b");
    try (MvRumorStore store = open(folder)) {
      assertEquals(Recovery.NOTHING, store.recover());
    }
    assertEquals(Recovery.NOTHING, recovery(folder, false));
  }

  @Test
  void whatIsCommittedIsThereInTheNextLifeAndInItsOrder() throws IOException {
    JsonNode value = Json.parse("{\"a\":[1.50,\"\\ud800\",null]}".getBytes(StandardCharsets.UTF_8));
    long rumor = RumorTable.rumor(rumors.number(2, 1_767_225_600_000L), 41);
    Digest after = new Digest(List.of(new Digest.Range(rumors.number(0, 5), 3, 9)));
    try (MvRumorStore store = open(temp)) {
      store.append(new StoredRumor(rumor, value, after));
      store.append(StoredLives.rumor(rumors, 5));
      store.commit();
      assertFalse(store.hasUncommitted());
    }
    try (MvRumorStore store = open(temp)) {
      assertEquals(
          List.of(new StoredRumor(rumor, value, after), StoredLives.rumor(rumors, 5)),
          store.recover().rumors());
    }
  }

  @Test
  void whatIsNotCommittedIsNotThere() throws IOException {
    Path copy = temp.resolve("copy");
    try (MvRumorStore store = open(temp.resolve("n1"))) {
      store.append(StoredLives.rumor(rumors, 0));
      store.commit();
      store.append(StoredLives.rumor(rumors, 1));
      assertTrue(store.hasUncommitted());
      copy(temp.resolve("n1"), copy);
    }
    assertEquals(List.of(0), StoredLives.values(recovery(copy, false)));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : List.of(MvRumorStore.FILE, MvRumorStore.WITNESS)) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  @Test
  void lifeAfterLifeHasALargerNumberThoughTheClockGoesBack() {
    assertEquals(new Life(1_000, false), begin(1_000));
    assertEquals(new Life(1_001, true), begin(500));
    assertEquals(new Life(2_000, true), begin(2_000));
  }

  private Life begin(long proposed) {
    try (MvRumorStore store = open(temp)) {
      return store.beginLife(proposed);
    }
  }

  @Test
  void aLifeAfterALossDoesNotKeepAll() throws IOException {
    damage();
    try (MvRumorStore store = MvRumorStore.open(temp, StoredLives.OWNER, new RumorTable(), true)) {
      assertEquals(new Life(5_000, false), store.beginLife(5_000));
    }
  }

  @Test
  void theDataOfAnotherNodeIsRefused() {
    open(temp).close();
    assertEquals(
        temp + " holds the data of n1, this is n2: give each node its own folder",
        refusal(temp, new Owner("n2", StoredLives.OWNER.cluster())));
  }

  @Test
  void theDataOfAnotherClusterIsRefused() {
    open(temp).close();
    assertEquals(
        temp
            + " holds the data of a cluster of other nodes (3 of them, here are 2): give each"
            + " cluster its own folders",
        refusal(temp, new Owner("n1", List.of("n0", "n1"))));
  }

  @Test
  void aFolderIsOpenOnceAtATime() {
    try (MvRumorStore store = open(temp)) {
      assertEquals(
          temp + " is in use by another process: give each node its own folder",
          refusal(temp, StoredLives.OWNER));
      assertFalse(store.hasUncommitted());
    }
    open(temp).close();
  }

  @Test
  void whatIsForgottenIsGoneAndWhatIsGoneIsKnown() {
    Digest gone = new Digest(List.of(new Digest.Range(rumors.number(0, 7), 0, 2)));
    try (MvRumorStore store = open(temp)) {
      IntStream.range(0, 5).forEach(i -> store.append(StoredLives.rumor(rumors, i)));
      store.forget(2, gone);
      store.commit();
    }
    try (MvRumorStore store = open(temp)) {
      Recovery recovery = store.recover();
      assertEquals(List.of(2, 3, 4), StoredLives.values(recovery));
      assertEquals(gone, recovery.gone());
      store.append(StoredLives.rumor(rumors, 5));
      store.forget(3, gone);
      store.commit();
    }
    assertEquals(List.of(5), StoredLives.values(recovery(temp, false)));
  }

  @Test
  void theFileDoesNotGrowWhileAsMuchIsForgottenAsComes() throws IOException {
    int kept = 500;
    try (MvRumorStore store = open(temp)) {
      for (int i = 0; i < 10_000; i++) {
        store.append(StoredLives.rumor(rumors, i));
        if (i >= kept) {
          store.forget(1, Digest.EMPTY);
        }
        if (i % 20 == 0) {
          store.commit(); // writes 8 kB or more
        }
      }
    }
    long size = Files.size(temp.resolve(MvRumorStore.FILE));
    assertTrue(size < 1 << 20, size + " bytes");
  }

  @Test
  void aDamagedFileIsRefusedInOneSentenceAndKept() throws IOException {
    byte[] damaged = damage();
    String refusal = refusal(temp, StoredLives.OWNER);
    assertTrue(refusal.startsWith(temp.resolve(MvRumorStore.FILE) + " is damaged: "), refusal);
    assertTrue(
        refusal.endsWith(" cannot be read; start with --salvage to keep what can be read"),
        refusal);
    assertTrue(Arrays.equals(damaged, Files.readAllBytes(temp.resolve(MvRumorStore.FILE))));
  }

  /** Makes the rumor of value 7 unreadable, wherever it is. */
  private byte[] damage() throws IOException {
    new StoredLives(temp).live(10, 4);
    Path file = temp.resolve(MvRumorStore.FILE);
    byte[] bytes = Files.readAllBytes(file);
    RecordCodec codec = new RecordCodec(new RumorTable());
    for (int at = 0; at < bytes.length; at++) {
      PlacedRumor placed = bytes[at] == 'H' ? codec.rumor(bytes, at) : null;
      if (placed != null && placed.position() == 7) {
        bytes[at + RecordCodec.HEAD_BYTES + 30] ^= 1;
      }
    }
    Files.write(file, bytes);
    return bytes;
  }

  @Test
  void aSalvageKeepsTheRestAndSaysWhatIsLost() throws IOException {
    byte[] damaged = damage();
    DamageCheck.Found salvaged = found(temp, true);
    assertEquals(
        IntStream.range(0, 40).filter(value -> value != 7).boxed().toList(),
        StoredLives.values(salvaged.recovery()));
    assertEquals(
        List.of(
            "salvaged 39 rumors; 1 are lost: at positions 7",
            "the damaged file is kept as " + temp.resolve(MvRumorStore.FILE + ".broken")),
        salvaged.remarks());
    assertTrue(
        Arrays.equals(damaged, Files.readAllBytes(temp.resolve(MvRumorStore.FILE + ".broken"))));
    assertEquals(List.of(), found(temp, true).remarks());
    assertEquals(39, recovery(temp, false).rumors().size());
  }

  @Test
  void aSalvageThatFailsChangesNothing() throws IOException {
    byte[] damaged = damage();
    Path inTheWay = Files.createDirectories(temp.resolve(MvRumorStore.FILE + ".new/a"));
    assertThrows(StoreException.class, () -> recovery(temp, true));
    assertTrue(Arrays.equals(damaged, Files.readAllBytes(temp.resolve(MvRumorStore.FILE))));
    Files.delete(inTheWay);
    assertEquals(39, recovery(temp, true).rumors().size());
  }

  @Test
  void norDoesAnyLaterLife() throws IOException {
    damage();
    recovery(temp, true);
    assertEquals(new Life(5_000, false), begin(5_000));
    assertEquals(new Life(6_000, false), begin(6_000));
  }

  @Test
  void damageIsNotTakenForACommitThatWasCutShortThoughTheWitnessIsGone() throws IOException {
    damage();
    Files.delete(temp.resolve(MvRumorStore.WITNESS));
    assertTrue(refusal(temp, StoredLives.OWNER).contains(" is damaged: "));
    assertEquals(39, recovery(temp, true).rumors().size());
  }

  @Test
  void aFolderIsOpenOnceThoughTheWitnessIsGone() throws IOException {
    try (MvRumorStore store = open(temp)) {
      Files.delete(temp.resolve(MvRumorStore.WITNESS));
      assertThrows(StoreException.class, () -> open(temp));
      store.append(StoredLives.rumor(rumors, 5));
    }
    assertEquals(List.of(5), StoredLives.values(recovery(temp, false)));
  }

  @Test
  void neitherFileCanBeMissedInSilence() throws IOException {
    new StoredLives(temp).live(2, 2);
    Files.delete(temp.resolve(MvRumorStore.FILE));
    Files.write(temp.resolve(MvRumorStore.WITNESS), new byte[] {1, 2, 3});
    assertTrue(refusal(temp, StoredLives.OWNER).contains("rumors.witness cannot be read"));
    assertEquals(new Life(5_000, false), beginAnew(5_000));
  }

  private Life beginAnew(long proposed) {
    try (MvRumorStore store = MvRumorStore.open(temp, StoredLives.OWNER, new RumorTable(), true)) {
      return store.beginLife(proposed);
    }
  }

  @Test
  void aSalvageOfNothingSaysSo() throws IOException {
    new StoredLives(temp).live(2, 2);
    Files.write(temp.resolve(MvRumorStore.FILE), new byte[20_000]);
    assertEquals(
        "salvaged 0 rumors; 4 are lost: at positions 0 to 3", found(temp, true).remarks().get(0));
  }

  @Test
  void aSalvageDoesNotTakeTheDataOfAnother() throws IOException {
    damage();
    Owner other = new Owner("n2", StoredLives.OWNER.cluster());
    assertThrows(
        StoreException.class, () -> MvRumorStore.open(temp, other, new RumorTable(), true));
  }

  @Test
  void aFileThatIsGoneIsMissed() throws IOException {
    new StoredLives(temp).live(2, 2);
    Files.delete(temp.resolve(MvRumorStore.FILE));
    assertTrue(refusal(temp, StoredLives.OWNER).contains("is not there, and has had 4 rumors"));
    assertEquals(1, found(temp, true).remarks().size());
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertEquals(
        "The data folder "
            + file
            + " cannot be used (there is a file of that name): give the node a folder that it can"
            + " write to, as --data=DIR",
        refusal(file, StoredLives.OWNER));
    assertTrue(
        refusal(file.resolve("in/it"), StoredLives.OWNER).contains(" cannot be used (not a dir"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 5_000})
  void aFileThatIsCutIsRefusedWithoutNamesOfClasses(int size) throws IOException {
    new StoredLives(temp).live(2, 2);
    Path file = temp.resolve(MvRumorStore.FILE);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), size));
    assertEquals(
        file
            + " is damaged: its structure cannot be read; start with --salvage to keep what can be"
            + " read",
        refusal(temp, StoredLives.OWNER).replace("a page of it", "its structure"));
  }

  @Test
  void whateverIsWrongWithADiskIsSaidInWords() {
    assertEquals("permission denied", DiskTrouble.of(new AccessDeniedException("a")));
    assertEquals(
        "read-only file system",
        DiskTrouble.of(new FileSystemException("a", null, "Read-only file system")));
    assertEquals(
        "no space left on device",
        DiskTrouble.of(
            new IllegalStateException("[2.4]", new IOException("No space left on device"))));
    assertEquals(
        "the disk or the file system refuses it", DiskTrouble.of(new IllegalStateException("a.B")));
  }
}
