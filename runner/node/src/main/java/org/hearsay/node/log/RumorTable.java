package org.hearsay.node.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rumors this process has heard of: a {@code long} for each name, and what the rumor says.
 *
 * <p>A rumor's name is (origin node, the origin's incarnation, sequence number). The pair of the
 * first two is a <em>source</em>, numbered in order of first sight; the {@code long} is the
 * source's number in the upper half and the sequence number in the lower. A simulation has one
 * table for all its nodes, a real node one of its own.
 */
public final class RumorTable {

  /**
   * Where rumors come from.
   *
   * @param origin the node's number
   * @param incarnation which life of that node
   */
  public record Source(int origin, long incarnation) {

    // By hand, as what the compiler makes of a record delays a node's first message by 10 ms.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Source source
          && source.origin == origin
          && source.incarnation == incarnation;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(incarnation) + origin;
    }
  }

  private final Map<Source, Integer> numbers = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Payloads> payloadsBySource = new ArrayList<>();

  /** The number of a source, given at first sight. */
  public int number(int origin, long incarnation) {
    Source source = new Source(origin, incarnation);
    Integer known = numbers.get(source);
    if (known != null) {
      return known;
    }
    numbers.put(source, sources.size());
    sources.add(source);
    payloadsBySource.add(new Payloads());
    return sources.size() - 1;
  }

  /** The number of a source, or -1 if it was never seen. */
  public int numberIfKnown(int origin, long incarnation) {
    return numbers.getOrDefault(new Source(origin, incarnation), -1);
  }

  /** The source with that number. */
  public Source source(int number) {
    return sources.get(number);
  }

  /** The source that a rumor comes from. */
  public Source sourceOf(long rumor) {
    return source(sourceNumber(rumor));
  }

  /** Stores what a rumor says; the first payload stays. */
  public void store(long rumor, JsonNode payload) {
    payloadsBySource.get(sourceNumber(rumor)).store(sequence(rumor), payload);
  }

  /** What a rumor says, or null if that was never stored. */
  public @Nullable JsonNode payload(long rumor) {
    return payloadsBySource.get(sourceNumber(rumor)).payload(sequence(rumor));
  }

  /** A rumor by its source's number and its sequence number, both 0 or larger. */
  public static long rumor(int sourceNumber, int sequence) {
    return (long) sourceNumber << Integer.SIZE | sequence;
  }

  /** The number of a rumor's source. */
  public static int sourceNumber(long rumor) {
    return (int) (rumor >>> Integer.SIZE);
  }

  /** A rumor's sequence number. */
  public static int sequence(long rumor) {
    return (int) rumor;
  }
}
