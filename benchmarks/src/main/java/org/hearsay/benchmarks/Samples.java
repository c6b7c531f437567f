package org.hearsay.benchmarks;

import com.fasterxml.jackson.databind.node.IntNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.RumorTable;

/**
 * Messages of any kind: 64 rumors in runs of 16 from four nodes, their values five digits long, or
 * their names alone; digests of 25 nodes, each with a gap.
 */
final class Samples {
  static final int NODES = 25;

  private static final int RUNS = 4;
  private static final int RUN = 16;
  private static final long INCARNATION = 1_767_225_600_000L;

  private final RumorTable rumors;

  /** Samples whose payloads go into a table. */
  Samples(RumorTable rumors) {
    this.rumors = rumors;
  }

  <M extends Message> M sample(Class<M> type) {
    Class<?>[] parts =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<M> constructor = type.getDeclaredConstructor(parts);
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(parts).map(this::sampleOf).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
    }
  }

  private Object sampleOf(Class<?> part) {
    if (part == int.class) {
      return 3;
    } else if (part == long.class) {
      return 12_345L;
    } else if (part == boolean.class) {
      return true;
    } else if (part == RumorIds.class) {
      return ids();
    } else if (part == Rumors.class) {
      return new Rumors(ids());
    }
    return digest();
  }

  private RumorIds ids() {
    RumorIds.Builder ids = RumorIds.builder();
    for (int i = 0; i < RUNS * RUN; i++) {
      long rumor = RumorTable.rumor(source(i / RUN), 1000 + i % RUN);
      rumors.store(rumor, IntNode.valueOf(10_000 + i));
      ids.add(rumor);
    }
    return ids.build();
  }

  private Digest digest() {
    return Digest.ofRanges(
        IntStream.range(0, 2 * NODES)
            .mapToObj(i -> new Digest.Range(source(i / 2), i % 2 * 1000, 990 + i % 2 * 1000))
            .toList());
  }

  private int source(int origin) {
    return rumors.number(origin, INCARNATION);
  }
}
