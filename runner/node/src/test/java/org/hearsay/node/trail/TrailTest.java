package org.hearsay.node.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.service.RumorEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

final class TrailTest {
  private static final int PEER = 4;

  record Tell(Rumors rumors) implements Message {}

  record Ask() implements Message {}

  /** Writes down everything, as {@code event rumor peer hop}. */
  private static final class Diary implements Chronicle {
    private final List<String> lines = new ArrayList<>();

    @Override
    public boolean takes(Level level) {
      return true;
    }

    @Override
    public void write(RumorEvent event, long rumor, int peer, int hop) {
      lines.add(event.text() + " " + rumor + " " + peer + " " + hop);
    }
  }

  private final Diary diary = new Diary();
  private final Trail trail = new Trail(diary);

  private List<? extends Message> marked(Message... messages) {
    return trail.mark(PEER, Envelope.of(List.of(messages))).messages();
  }

  @Test
  void aRumorOfAClientHasTakenNoHop() {
    trail.note(RumorEvent.BEGUN, 7, 0);
    Tell tell = new Tell(Rumors.of(7));
    assertEquals(List.of(new Hops(0, RumorIds.of(7)), tell), marked(tell));
    assertEquals(List.of("begun 7 0 0", "sent 7 4 0"), diary.lines);
  }

  @Test
  void aRumorIsOneHopFartherThanWhereItCameFrom() {
    trail.receive(0, new Hops(2, RumorIds.of(7, 8)));
    trail.note(RumorEvent.DELIVERED, 7, PEER);
    assertEquals(new Hops(3, RumorIds.of(7)), marked(new Tell(Rumors.of(7))).get(0));
    assertEquals("delivered 7 4 3", diary.lines.get(0));
  }

  @Test
  void anEnvelopeSaysEachNumberOfHopsOnce() {
    trail.note(RumorEvent.BEGUN, 1, 0);
    trail.note(RumorEvent.BEGUN, 2, 0);
    trail.receive(0, new Hops(4, RumorIds.of(3)));
    trail.note(RumorEvent.DELIVERED, 3, PEER);
    Tell first = new Tell(Rumors.of(1, 3));
    Tell second = new Tell(Rumors.of(2));
    assertEquals(
        List.of(new Hops(0, RumorIds.of(1, 2)), new Hops(5, RumorIds.of(3)), first, second),
        marked(first, second));
  }

  @Test
  void anEnvelopeWithoutRumorsIsAsItWas() {
    Envelope envelope = Envelope.of(List.of(new Ask()));
    assertSame(envelope, trail.mark(PEER, envelope));
  }

  @Test
  void whatAnEnvelopeSaidIsOverWithTheNext() {
    trail.receive(0, new Hops(2, RumorIds.of(7)));
    trail.hear(0, List.of());
    trail.note(RumorEvent.DELIVERED, 7, PEER);
    assertEquals(List.of("delivered 7 4 -1"), diary.lines);
    Tell tell = new Tell(Rumors.of(7));
    assertEquals(List.of(tell), marked(tell));
  }

  @Test
  void aCopyThatComesLaterHasAWayOfItsOwn() {
    trail.receive(0, new Hops(0, RumorIds.of(7)));
    trail.note(RumorEvent.DELIVERED, 7, 1);
    trail.hear(0, List.of());
    trail.receive(0, new Hops(5, RumorIds.of(7)));
    trail.note(RumorEvent.REPEATED, 7, 2);
    trail.note(RumorEvent.HELD_BACK, 7, Chronicle.UNKNOWN);
    assertEquals(List.of("delivered 7 1 1", "repeated 7 2 6", "held-back 7 -1 1"), diary.lines);
  }

  @Test
  void whatIsCollectedIsForgotten() {
    trail.note(RumorEvent.BEGUN, 7, 0);
    trail.note(RumorEvent.COLLECTED, 7, Chronicle.UNKNOWN);
    trail.note(RumorEvent.FORGONE, 7, 1);
    assertEquals(List.of("begun 7 0 0", "collected 7 -1 0", "forgone 7 1 -1"), diary.lines);
  }

  @Test
  void aNumberOfHopsThatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Hops(-1, RumorIds.NONE));
    assertThrows(IllegalArgumentException.class, () -> new Hops(Integer.MAX_VALUE, RumorIds.NONE));
  }
}
