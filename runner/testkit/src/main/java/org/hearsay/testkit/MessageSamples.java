package org.hearsay.testkit;

import com.fasterxml.jackson.databind.node.IntNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.membership.Sightings;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;

/** Random messages of any record type, with numbers that are not negative. */
final class MessageSamples {
  /** How many nodes the rumors come from. */
  static final int NODES = 5;

  private static final int MOST_RUMORS = 20;
  private static final int MOST_SEQUENCES = 30;
  private static final int MOST_SIGHTINGS = 10;

  private final RumorTable rumors;
  private final SeededRandom random;

  MessageSamples(RumorTable rumors, SeededRandom random) {
    this.rumors = rumors;
    this.random = random;
  }

  <M extends Message> M sample(Class<M> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts = Arrays.stream(components).map(part -> sampleOf(part.getType())).toArray();
    try {
      Constructor<M> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
    }
  }

  private Object sampleOf(Class<?> type) {
    if (type == int.class) {
      return random.nextInt(1 << 20);
    } else if (type == long.class) {
      return random.nextLong(1L << 40);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == Rumors.class) {
      return new Rumors(ids());
    } else if (type == RumorIds.class) {
      return ids();
    } else if (type == Digest.class) {
      return digest();
    } else if (type == Sightings.class) {
      return sightings();
    }
    throw new IllegalArgumentException("No message can have a component of " + type);
  }

  private RumorIds ids() {
    RumorIds.Builder ids = RumorIds.builder();
    for (int i = random.nextInt(MOST_RUMORS); i > 0; i--) {
      long rumor = RumorTable.rumor(source(), random.nextInt(MOST_SEQUENCES));
      rumors.store(rumor, IntNode.valueOf(random.nextInt()));
      ids.add(rumor);
    }
    return ids.build();
  }

  private Digest digest() {
    List<Digest.Range> ranges = new ArrayList<>();
    for (int source = 0; source < NODES; source++) {
      int number = rumors.number(source, source);
      for (int start = random.nextInt(3); start < MOST_SEQUENCES; ) {
        int end = start + 1 + random.nextInt(5);
        ranges.add(new Digest.Range(number, start, end));
        start = end + 1 + random.nextInt(MOST_SEQUENCES);
      }
    }
    return Digest.ofRanges(ranges);
  }

  private Sightings sightings() {
    Sightings.Builder sightings = Sightings.builder();
    for (int i = random.nextInt(MOST_SIGHTINGS); i > 0; i--) {
      sightings.add(random.nextInt(NODES), random.nextLong(1L << 40), random.nextLong(1L << 40));
    }
    return sightings.build();
  }

  private int source() {
    int origin = random.nextInt(NODES);
    return rumors.number(origin, origin);
  }
}
