package org.hearsay.node.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A damaged file, byte by byte: every record in it that is whole, wherever it lies. Older records
 * that were written over in the store, but not in the file, are among them.
 */
final class Wreck {
  private static final int WINDOW_BYTES = 16 << 20;

  /** More than any record has, whose value is of 65,536 characters. */
  private static final int MOST_RECORD_BYTES = 4 << 20;

  private static final int MOST_RANGES = 5;

  /** As many as may lie in a file before what they speak of is written over. */
  private static final int MOST_STATES = 16;

  private final RecordCodec codec;
  private final List<PlacedRumor> found = new ArrayList<>();
  private @Nullable Owner owner;

  /** What the store said of itself last, by the number of the commit. */
  private final NavigableMap<Long, StoreState> states = new TreeMap<>();

  private final boolean isForStates;

  private Wreck(RecordCodec codec, boolean isForStates) {
    this.codec = codec;
    this.isForStates = isForStates;
  }

  /** Reads a file. */
  static Wreck of(Path file, RecordCodec codec) throws IOException {
    return read(file, new Wreck(codec, false));
  }

  /** The number of the last commit that a file says anything of; 0 if there is none. */
  static long newestCommit(Path file, RecordCodec codec) throws IOException {
    return read(file, new Wreck(codec, true)).newestCommit();
  }

  private static Wreck read(Path file, Wreck wreck) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] window = in.readNBytes(WINDOW_BYTES);
      while (window.length > 0) {
        int scanned = wreck.scan(window);
        byte[] more = in.readNBytes(WINDOW_BYTES);
        if (more.length == 0) {
          break;
        }
        // What may be the beginning of a record is looked at again with what follows.
        int kept = Math.min(window.length - scanned, MOST_RECORD_BYTES);
        window = Arrays.copyOfRange(window, window.length - kept, window.length + more.length);
        System.arraycopy(more, 0, window, kept, more.length);
      }
    }
    return wreck;
  }

  /** Takes up the records in some bytes; where the last of them ends. */
  private int scan(byte[] bytes) {
    int scanned = 0;
    for (int at = 0; at + RecordCodec.HEAD_BYTES <= bytes.length; ) {
      int length = bytes[at] == 'H' ? RecordCodec.length(bytes, at, bytes.length) : -1;
      if (length > 0) {
        take(bytes, at);
        at += length;
        scanned = at;
      } else {
        at++;
      }
    }
    return scanned;
  }

  private void take(byte[] bytes, int at) {
    switch (RecordCodec.kind(bytes, at)) {
      case RecordCodec.RUMOR -> {
        PlacedRumor rumor = isForStates ? null : codec.rumor(bytes, at);
        if (rumor != null) {
          found.add(rumor);
        }
      }
      case RecordCodec.STATE -> {
        StoreState read = codec.state(bytes, at);
        if (read != null) {
          states.put(read.commits(), read);
          if (states.size() > MOST_STATES) {
            states.pollFirstEntry();
          }
        }
      }
      default -> {
        Owner read = RecordCodec.owner(bytes, at);
        owner = read == null ? owner : read;
      }
    }
  }

  /** Whose it is; null if that cannot be read. */
  @Nullable Owner owner() {
    return owner;
  }

  /** The number of the last commit that is spoken of; 0 if there is none. */
  long newestCommit() {
    return states.isEmpty() ? 0 : states.lastKey();
  }

  /**
   * What was there after the last commit of which everything is there.
   *
   * @param least the number of a commit that must be there with all that it made safe
   * @return null if nothing of that commit or a later one is there as a whole
   */
  @Nullable Contents lastWhole(long least) {
    if (owner == null) {
      return null;
    }
    Map<Long, List<PlacedRumor>> byPosition = new HashMap<>();
    found.forEach(
        rumor -> byPosition.computeIfAbsent(rumor.position(), at -> new ArrayList<>()).add(rumor));
    for (StoreState candidate : states.tailMap(least, true).descendingMap().values()) {
      List<PlacedRumor> rumors = rumors(candidate, byPosition);
      if (rumors != null) {
        return new Contents(owner, candidate, rumors);
      }
    }
    return null;
  }

  /** The rumors of a state; null if one of them is missing. */
  private static @Nullable List<PlacedRumor> rumors(
      StoreState of, Map<Long, List<PlacedRumor>> byPosition) {
    List<PlacedRumor> rumors = new ArrayList<>();
    for (long position = of.base(); position < of.end(); position++) {
      long leastLife = position < of.lifeBase() ? 0 : of.life();
      Optional<PlacedRumor> newest =
          byPosition.getOrDefault(position, List.of()).stream()
              .filter(rumor -> rumor.life() >= leastLife && rumor.life() <= of.life())
              .max(Comparator.comparingLong(PlacedRumor::life));
      if (newest.isEmpty()) {
        return null;
      }
      rumors.add(newest.get());
    }
    return rumors;
  }

  /**
   * What can be kept, in new places without gaps.
   *
   * @param known up to where it was written, as far as somebody else knows that
   */
  Contents contents(Owner claimant, Witness.@Nullable Mark known, List<String> remarks) {
    StoreState last = states.isEmpty() ? StoreState.NEW : states.lastEntry().getValue();
    found.removeIf(rumor -> rumor.position() < last.base());
    found.sort(
        Comparator.comparingLong(PlacedRumor::position)
            .thenComparing(Comparator.comparingLong(PlacedRumor::life).reversed()));
    List<PlacedRumor> kept = new ArrayList<>();
    Set<Long> rumors = new HashSet<>();
    Set<Long> positions = new HashSet<>();
    long life = last.life();
    for (PlacedRumor each : found) {
      boolean isOfLastLife = each.position() < last.lifeBase() || each.life() >= last.life();
      if (isOfLastLife) {
        positions.add(each.position());
      }
      life = Math.max(life, each.life());
      if (rumors.add(each.stored().rumor())) {
        kept.add(new PlacedRumor(last.base() + kept.size(), each.life(), each.stored()));
      }
    }
    long end = Math.max(last.end(), known == null ? 0 : known.end());
    remarks.add(loss(last.base(), end, positions, kept.size(), states.isEmpty() && known == null));
    long commits = Math.max(last.commits(), known == null ? 0 : known.commits());
    long newEnd = last.base() + kept.size();
    return new Contents(
        claimant,
        new StoreState(commits, last.base(), newEnd, life, newEnd, last.gone(), true),
        kept);
  }

  private static String loss(
      long base, long end, Set<Long> positions, int kept, boolean endIsUnknown) {
    List<String> ranges = new ArrayList<>();
    long lost = 0;
    for (long at = base; at < end; at++) {
      long from = at;
      while (at < end && !positions.contains(at)) {
        at++;
      }
      if (at > from) {
        lost += at - from;
        ranges.add(at - from == 1 ? "" + from : from + " to " + (at - 1));
      }
    }
    String where =
        String.join(", ", ranges.subList(0, Math.min(MOST_RANGES, ranges.size())))
            + (ranges.size() > MOST_RANGES ? " and elsewhere" : "");
    return "salvaged "
        + kept
        + " rumors; "
        + (endIsUnknown
            ? "how many there were cannot be read"
            : lost == 0 ? "none is lost" : lost + " are lost: at positions " + where);
  }
}
