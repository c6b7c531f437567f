package org.hearsay.node.log;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;

/** A set of rumors, by their sources: {@link KnownSequences} each. */
final class KnownRumors {
  private static final KnownSequences NONE = new KnownSequences();

  private final List<KnownSequences> bySource = new ArrayList<>();
  private boolean empty = true;

  /** Adds a rumor; whether it was new. */
  boolean add(long rumor) {
    return some(RumorTable.sourceNumber(rumor)).add(RumorTable.sequence(rumor));
  }

  /** Adds a range of rumors; how many of them were new. */
  long add(int source, int start, int end) {
    return some(source).addRange(start, end);
  }

  /** Those of a source, to add to. */
  private KnownSequences some(int source) {
    while (bySource.size() <= source) {
      bySource.add(new KnownSequences());
    }
    empty = false;
    return bySource.get(source);
  }

  boolean contains(long rumor) {
    return of(RumorTable.sourceNumber(rumor)).contains(RumorTable.sequence(rumor));
  }

  boolean isEmpty() {
    return empty;
  }

  Digest digest() {
    List<Digest.Range> ranges = new ArrayList<>();
    for (int source = 0; source < bySource.size(); source++) {
      bySource.get(source).addRanges(source, ranges);
    }
    return new Digest(ranges);
  }

  /** Those that are neither in a digest nor among some others, by source and sequence. */
  RumorIds outside(Digest digest, KnownRumors others) {
    RumorIds.Builder outside = RumorIds.builder();
    for (int source = 0, next = 0; source < bySource.size(); source++) {
      int start = next;
      while (next < digest.entries().size() && digest.entries().get(next).source() == source) {
        next++;
      }
      List<Digest.Range> ranges = digest.entries().subList(start, next);
      if (others.of(source).isEmpty()) {
        bySource.get(source).addOutside(ranges, source, outside);
      } else {
        int[] kept = Bounds.minus(of(source).bounds(), others.of(source).bounds());
        addAll(source, Bounds.minus(kept, bounds(ranges)), outside);
      }
    }
    return outside.build();
  }

  private static int[] bounds(List<Digest.Range> ranges) {
    int[] bounds = new int[2 * ranges.size()];
    for (int i = 0; i < ranges.size(); i++) {
      bounds[2 * i] = ranges.get(i).start();
      bounds[2 * i + 1] = ranges.get(i).end();
    }
    return bounds;
  }

  private static void addAll(int source, int[] bounds, RumorIds.Builder rumors) {
    for (int i = 0; i < bounds.length; i += 2) {
      rumors.addRun(RumorTable.rumor(source, bounds[i]), bounds[i + 1] - bounds[i]);
    }
  }

  /** Those of a digest that are not among them, by source and sequence. */
  RumorIds absent(Digest digest) {
    RumorIds.Builder absent = RumorIds.builder();
    for (Digest.Range range : digest.entries()) {
      of(range.source()).addAbsent(range, absent);
    }
    return absent.build();
  }

  /** Adds those of a digest that are not among them to others, too; how many there were. */
  long addAbsent(Digest digest, KnownRumors others) {
    long fresh = 0;
    for (Digest.Range range : digest.entries()) {
      int source = range.source();
      int[] asked = {range.start(), range.end()};
      int[] absent = Bounds.minus(asked, of(source).within(range.start(), range.end()));
      for (int i = 0; i < absent.length; i += 2) {
        fresh += add(source, absent[i], absent[i + 1]);
        others.add(source, absent[i], absent[i + 1]);
      }
    }
    return fresh;
  }

  long bytes() {
    return bySource.stream().mapToLong(KnownSequences::bytes).sum();
  }

  /** Those of a source. */
  KnownSequences of(int source) {
    return source < bySource.size() ? bySource.get(source) : NONE;
  }
}
