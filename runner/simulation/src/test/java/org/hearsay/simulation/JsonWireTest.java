package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.weather.Damage;
import org.junit.jupiter.api.Test;

/** Guards against sizes that are far off, and against a decoder that breaks on wrong bytes. */
final class JsonWireTest {
  private static final long INCARNATION = 1_767_225_600_000L;

  /** A message with everything that a message can have. */
  record EveryThing(
      int count, long number, boolean isLast, Rumors rumors, RumorIds wanted, Digest digest)
      implements Message {}

  record Config() {}

  private final RumorTable rumors = new RumorTable();
  private final JsonWire wire =
      new JsonWire(
          ConfiguredStrategy.withDefaults(descriptor()), List.of(rumors), NodeNames.numbered(30));

  private static StrategyDescriptor<Config, EveryThing> descriptor() {
    return StrategyDescriptor.describe("every-thing")
        .summary("Nothing")
        .paper("None")
        .cost("None")
        .build(
            EveryThing.class,
            new Config(),
            config -> {
              throw new IllegalStateException("No node runs this");
            });
  }

  private EveryThing message(int rumorCount) {
    RumorIds.Builder ids = RumorIds.builder();
    for (int i = 0; i < rumorCount; i++) {
      long rumor =
          RumorTable.rumor(rumors.number(i % 7, INCARNATION + i % 7), i / 7 * (i % 7 % 2 + 1));
      rumors.store(rumor, IntNode.valueOf(1_000 + i));
      ids.add(rumor);
    }
    RumorIds all = ids.build();
    Digest digest =
        Digest.ofRanges(
            all.stream()
                .mapToObj(
                    rumor ->
                        new Digest.Range(
                            RumorTable.sourceNumber(rumor),
                            RumorTable.sequence(rumor),
                            RumorTable.sequence(rumor) + 1))
                .toList());
    return new EveryThing(rumorCount, 1L << rumorCount, true, new Rumors(all), all, digest);
  }

  @Test
  void theEstimateOfALinesLengthIsRightToAQuarter() {
    for (int count = 0; count < 50; count++) {
      EveryThing message = message(count);
      wire.carry(3, 17, message);
      double real = wire.line().length + 1;
      assertEquals(1, wire.size(3, 17, message) / real, 0.25, count + " rumors");
    }
  }

  @Test
  void aLineThatLacksItsEndIsRefused() {
    wire.carry(3, 17, message(20));
    for (int draw = 0; draw < 1_000; draw++) {
      wire.arriveDamaged(Damage.TRUNCATED, draw);
    }
    assertEquals(List.of(1_000, 0), List.of(wire.refused(), wire.misread()));
  }

  @Test
  void aWrongBitIsRefusedOrReadAsAnotherMessageAndNeverMoreThanThat() {
    wire.carry(3, 17, message(20));
    for (int draw = 0; draw < 5_000; draw++) {
      wire.arriveDamaged(Damage.CORRUPTED, draw);
    }
    assertEquals(5_000, wire.refused() + wire.misread());
    assertTrue(wire.refused() > 1_000, wire.refused() + " refused");
  }

  @Test
  void whatDamagedLinesSayBecomesKnownToNobody() {
    wire.carry(3, 17, message(20));
    for (int draw = 0; draw < 1_000; draw++) {
      wire.arriveDamaged(Damage.CORRUPTED, draw);
    }
    assertEquals(7, rumors.number(29, INCARNATION), "the next source after those seven");
  }
}
