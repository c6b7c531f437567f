package org.hearsay.simulation.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.junit.jupiter.api.Test;

/** Guards against a log in columns that knows other things than a real node's would. */
final class PointedLogTest {
  private static final int NODES = 70;

  private final LogColumns columns = new LogColumns(NODES);
  private final PointedLog log = new PointedLog(columns, NODES);

  private void append(int node, long rumor) {
    if (columns.append(node, rumor)) {
      log.changed(node);
    }
  }

  /** Sources begin rumors, nodes hear of them in any order, one forgets all now and then. */
  @Test
  void itAnswersAsTheLogOfARealNode() {
    List<AppendOnlyLog> models = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      models.add(new AppendOnlyLog());
    }
    SeededRandom random = new SeededRandom(3, 0);
    int[] begun = new int[5];
    List<Long> rumors = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      int node = random.nextInt(NODES);
      if (step % 100 == 0) {
        int source = random.nextInt(begun.length);
        rumors.add(RumorTable.rumor(source, begun[source]++));
        columns.register(rumors.get(rumors.size() - 1));
      } else if (step % 997 == 0) {
        columns.clear(node);
        log.changed(node);
        models.set(node, new AppendOnlyLog());
      }
      long rumor = rumors.get(random.nextInt(rumors.size()));
      append(node, rumor);
      models.get(node).append(rumor);
      if (step % 50 == 0) {
        assertAgree(models, node, random.nextInt(NODES));
      }
    }
  }

  private void assertAgree(List<AppendOnlyLog> models, int node, int peer) {
    AppendOnlyLog model = models.get(node);
    log.pointAt(node);
    assertEquals(model.size(), log.size());
    assertEquals(model.slice(0, model.size()), log.slice(0, log.size()));
    assertEquals(model.digest(), log.digest());
    assertEquals(
        model.missingFrom(models.get(peer).digest()), log.missingFrom(models.get(peer).digest()));
    assertEquals(
        model.missingHere(models.get(peer).digest()), log.missingHere(models.get(peer).digest()));
    for (long position = 0; position < model.size(); position++) {
      assertEquals(model.get(position), log.get(position));
    }
  }

  @Test
  void nodesThatKnowTheSameShareADigest() {
    columns.register(7);
    append(1, 7);
    append(2, 7);
    log.pointAt(1);
    Object one = log.digest();
    log.pointAt(2);
    assertSame(one, log.digest());
  }

  /** Two bytes hold the number of a rumor up to here. */
  @Test
  void moreThan65536RumorsAreToldApart() {
    for (int sequence = 0; sequence < 70_000; sequence++) {
      columns.register(RumorTable.rumor(0, sequence));
      append(69, RumorTable.rumor(0, sequence));
    }
    append(0, RumorTable.rumor(0, 69_999));
    append(0, RumorTable.rumor(0, 4463));
    log.pointAt(69);
    assertEquals(RumorTable.rumor(0, 69_999), log.get(69_999));
    assertEquals(RumorTable.rumor(0, 4463), log.get(4463));
    log.pointAt(0);
    assertEquals(RumorTable.rumor(0, 69_999), log.get(0));
    assertEquals(RumorTable.rumor(0, 4463), log.get(1));
  }

  @Test
  void positionsOutsideAreRefused() {
    columns.register(7);
    append(0, 7);
    log.pointAt(0);
    assertThrows(IndexOutOfBoundsException.class, () -> log.get(1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.get(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.slice(0, 2));
  }
}
