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
 *
 * <p>A node that does not keep everything has a table that {@link #follow follows} its log: what
 * the log has let go is not here any more, and does not come back. Where nodes share a table each
 * has a {@link #view} of it that forgets for that node alone; the payloads themselves stay, as a
 * simulation ends soon and remembers of each rumor where it has been anyway.
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

  private final Map<Source, Integer> numbers;
  private final List<Source> sources;
  private final List<Payloads> payloadsBySource;
  private final boolean shared;

  /** What decides what is here; null where nothing is ever let go. */
  private @Nullable AppendOnlyLog log;

  /** A table of its own. */
  public RumorTable() {
    numbers = new HashMap<>();
    sources = new ArrayList<>();
    payloadsBySource = new ArrayList<>();
    shared = false;
  }

  private RumorTable(RumorTable all) {
    numbers = all.numbers;
    sources = all.sources;
    payloadsBySource = all.payloadsBySource;
    shared = true;
  }

  /** The same table, for one of several nodes that forget each for itself. */
  public RumorTable view() {
    return new RumorTable(this);
  }

  /** From now on what a log has let go is not here. */
  public void follow(AppendOnlyLog decisive) {
    log = decisive;
  }

  /** Whether rumors may have been here that are not any more. */
  public boolean forgets() {
    return shared || log != null;
  }

  /** Whether a rumor was known here and has been let go. */
  public boolean hasLetGo(long rumor) {
    return log != null && log.hasLetGo(rumor);
  }

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

  /** Stores what a rumor says, unless it has been let go; the first payload stays. */
  public void store(long rumor, JsonNode payload) {
    if (shared || !hasLetGo(rumor)) {
      payloads(rumor).store(sequence(rumor), payload);
    }
  }

  /** What a rumor says, or null if that was never stored or has been let go. */
  public @Nullable JsonNode payload(long rumor) {
    return shared && hasLetGo(rumor) ? null : payloads(rumor).payload(sequence(rumor));
  }

  /** Forgets what a rumor says: it is let go, or not wanted now. */
  public void drop(long rumor) {
    if (!shared) {
      int below = log == null ? 0 : log.goneBelow(sourceNumber(rumor));
      payloads(rumor).drop(sequence(rumor), below);
    }
  }

  private Payloads payloads(long rumor) {
    return payloadsBySource.get(sourceNumber(rumor));
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
