package org.hearsay.simulation.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.store.Life;
import org.hearsay.node.store.Recovery;
import org.hearsay.node.store.StoredRumor;
import org.junit.jupiter.api.Test;

class VirtualDiskTest {
  private final RumorTable rumors = new RumorTable();
  private final VirtualDisk disk = new VirtualDisk(rumors, () -> {});

  private void write(int from, int to) {
    for (int value = from; value < to; value++) {
      long rumor = RumorTable.rumor(rumors.number(0, 7), value);
      disk.append(new StoredRumor(rumor, IntNode.valueOf(value), Digest.EMPTY));
    }
  }

  private List<Integer> values() {
    return values(disk.recover());
  }

  private static List<Integer> values(Recovery recovery) {
    return recovery.rumors().stream().map(stored -> stored.payload().intValue()).toList();
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  @Test
  void whatIsSafeSurvivesEveryCrashAndTheRestInPartAtMost() {
    int cuts = 0;
    int whole = 0;
    for (int crash = 0; crash < 200; crash++) {
      VirtualDiskTest fresh = new VirtualDiskTest();
      fresh.write(0, 5);
      fresh.disk.commit();
      fresh.write(5, 9);
      fresh.disk.crash(SeededRandom.mix(crash));
      List<Integer> left = fresh.values();
      assertTrue(left.size() >= 5 && left.equals(upTo(left.size())), left::toString);
      cuts += fresh.disk.cuts();
      whole += left.size() > 5 ? 1 : 0;
      fresh.write(left.size(), 12);
      fresh.disk.commit();
      assertEquals(upTo(12), fresh.values());
    }
    assertTrue(cuts > 50, cuts + " torn ends of 200");
    assertTrue(whole > 20, whole + " left more than was safe");
  }

  @Test
  void whatIsForgottenIsGoneAfterARestart() {
    Digest gone = new Digest(List.of(new Digest.Range(rumors.number(0, 7), 0, 2)));
    write(0, 4);
    disk.forget(2, gone);
    disk.commit();
    Recovery recovery = disk.recover();
    assertEquals(List.of(2, 3), values(recovery));
    assertEquals(gone, recovery.gone());
  }

  @Test
  void whatIsWrittenIsSafeWhenThatIsSaid() {
    assertFalse(disk.hasUncommitted());
    write(0, 1);
    int bytes = disk.writtenBytes();
    write(1, 2);
    disk.commit(bytes);
    assertTrue(disk.hasUncommitted());
    disk.commit(disk.writtenBytes());
    assertFalse(disk.hasUncommitted());
  }

  @Test
  void aLaterLifeKeepsWhatThereWas() {
    assertEquals(new Life(5, false), disk.beginLife(5));
    assertEquals(new Life(6, true), disk.beginLife(6));
  }
}
