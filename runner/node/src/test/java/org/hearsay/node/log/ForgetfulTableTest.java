package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Guards against payloads that come back, get lost while others are dropped, or pile up. */
final class ForgetfulTableTest {
  private final RumorTable table = new RumorTable();
  private final AppendOnlyLog log = new AppendOnlyLog();
  private final int source = table.number(7, 100);

  @Test
  void whatIsStoredAndDroppedIsAsInAMap() {
    table.follow(log);
    Random random = new Random(3);
    Map<Long, IntNode> model = new HashMap<>();
    for (int step = 0; step < 200_000; step++) {
      // The window moves on, with stragglers, and with some that are far ahead.
      int ahead = random.nextInt(20) == 0 ? 5_000 : 60;
      long rumor = RumorTable.rumor(source, step / 3 + random.nextInt(ahead));
      if (log.append(rumor)) {
        IntNode payload = IntNode.valueOf(step);
        table.store(rumor, payload);
        model.put(rumor, payload);
      }
      while (log.retained() > 100) {
        long oldest = log.get(log.base());
        log.collect(log.base() + 1);
        table.drop(oldest);
        model.remove(oldest);
        table.store(oldest, IntNode.valueOf(-1));
        assertNull(table.payload(oldest));
      }
      long any = RumorTable.rumor(source, step / 3 + random.nextInt(200));
      assertEquals(model.get(any), table.payload(any));
    }
    model.forEach((rumor, payload) -> assertEquals(payload, table.payload(rumor)));
  }

  @Test
  void aPayloadThatIsDroppedBeforeItIsKnownMayComeAgain() {
    table.follow(log);
    long rumor = RumorTable.rumor(source, 0);
    table.store(rumor, IntNode.valueOf(1));
    table.drop(rumor);
    assertNull(table.payload(rumor));
    table.store(rumor, IntNode.valueOf(2));
    assertEquals(IntNode.valueOf(2), table.payload(rumor));
  }

  @Test
  void aViewForgetsForItsNodeAlone() {
    RumorTable view = table.view();
    RumorTable other = table.view();
    view.follow(log);
    long rumor = RumorTable.rumor(view.number(7, 100), 0);
    view.store(rumor, IntNode.valueOf(1));
    log.append(rumor);
    log.collect(1);
    view.drop(rumor);
    assertNull(view.payload(rumor));
    assertTrue(view.hasLetGo(rumor));
    assertEquals(IntNode.valueOf(1), other.payload(rumor));
  }
}
