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
    int source = RumorTable.sourceNumber(rumor);
    while (bySource.size() <= source) {
      bySource.add(new KnownSequences());
    }
    empty = false;
    return bySource.get(source).add(RumorTable.sequence(rumor));
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

  /** Those that are not in a digest, by source and sequence. */
  RumorIds outside(Digest digest) {
    RumorIds.Builder outside = RumorIds.builder();
    for (int source = 0, next = 0; source < bySource.size(); source++) {
      int start = next;
      while (next < digest.entries().size() && digest.entries().get(next).source() == source) {
        next++;
      }
      bySource.get(source).addOutside(digest.entries().subList(start, next), source, outside);
    }
    return outside.build();
  }

  /** Those of a digest that are not among them, by source and sequence. */
  RumorIds absent(Digest digest) {
    RumorIds.Builder absent = RumorIds.builder();
    for (Digest.Range range : digest.entries()) {
      of(range.source()).addAbsent(range, absent);
    }
    return absent.build();
  }

  /** Rumors without those that are among them. */
  RumorIds without(RumorIds rumors) {
    RumorIds.Builder rest = RumorIds.builder(rumors.size());
    rumors.stream().filter(rumor -> !contains(rumor)).forEach(rest::add);
    return rest.build();
  }

  private KnownSequences of(int source) {
    return source < bySource.size() ? bySource.get(source) : NONE;
  }
}
