package org.hearsay.node.retention;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much a node keeps, how much of that is bound, as it may not go, and how much of what is bound
 * began here; and what there is room for within the limits.
 */
final class Room {
  private final RetentionLimits limits;
  private final int nodes;
  private final @Nullable String shortage;
  private long kept;
  private long keptBytes;
  private long bound;
  private long boundBytes;
  private long own;
  private long ownBytes;

  /** A node that keeps nothing, one of so many. */
  Room(RetentionLimits limits, int nodes) {
    this.limits = limits;
    this.nodes = nodes;
    this.shortage = limits.shortage(nodes);
  }

  /** A rumor is kept from now on, and bound. */
  void take(long bytes, boolean began) {
    kept++;
    keptBytes += bytes;
    bind(bytes, began);
  }

  /** One that is kept may not go after all. */
  void bind(long bytes, boolean began) {
    bound++;
    boundBytes += bytes;
    own += began ? 1 : 0;
    ownBytes += began ? bytes : 0;
  }

  /** One that was bound may go. */
  void release(long bytes, boolean began) {
    bound--;
    boundBytes -= bytes;
    own -= began ? 1 : 0;
    ownBytes -= began ? bytes : 0;
  }

  /** One that may go has gone. */
  void free(long bytes) {
    kept--;
    keptBytes -= bytes;
  }

  long keptBytes() {
    return keptBytes;
  }

  /** Why a value can never be accepted: that it takes more than the share of what begins here. */
  @Nullable String objection(long more) {
    if (shortage != null || limits.memoryBytes() == 0 || more <= share(limits.memoryBytes())) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "the value takes %d bytes of memory, and of the %d that each of %d nodes has, no more than"
            + " %d are for what begins at one; broadcast a smaller value, or raise --max-memory",
        more,
        limits.memoryBytes(),
        nodes,
        share(limits.memoryBytes()));
  }

  /** Whether another rumor may begin here. */
  boolean mayBegin(long more) {
    return shortage == null
        && isCalm(more)
        && (limits.count() == 0 || own < share(limits.count()))
        && (limits.memoryBytes() == 0 || ownBytes + more <= share(limits.memoryBytes()));
  }

  /** Why it may not. */
  String refusal() {
    if (shortage != null) {
      return shortage;
    }
    boolean tooMany =
        limits.count() > 0
            && (bound >= RetentionLimits.calm(limits.count()) || own >= share(limits.count()));
    return "this node keeps no more than "
        + (tooMany ? limits.count() + " rumors" : limits.memoryBytes() + " bytes of rumors")
        + ", and too many are not known to be everywhere yet; try again in a few seconds, or raise "
        + (tooMany ? "--retain-count" : "--max-memory");
  }

  /** Whether less is bound than from where on clients are refused. */
  boolean isCalm(long more) {
    return (limits.count() == 0 || bound < RetentionLimits.calm(limits.count()))
        && (limits.memoryBytes() == 0
            || boundBytes + more <= RetentionLimits.calm(limits.memoryBytes()));
  }

  /** Whether a quarter of what may be bound is, so that word of others is needed soon. */
  boolean isShort() {
    return (limits.count() > 0 && (bound >= limits.count() / 4 || own >= share(limits.count()) / 4))
        || (limits.memoryBytes() > 0
            && (boundBytes >= limits.memoryBytes() / 4
                || ownBytes >= share(limits.memoryBytes()) / 4));
  }

  /** How many more rumors of peers could be bound, as far as that is known. */
  long left() {
    if (limits.memoryBytes() > 0 && boundBytes >= RetentionLimits.calm(limits.memoryBytes())) {
      return 0;
    }
    return limits.count() == 0 ? Long.MAX_VALUE : limits.count() - bound;
  }

  /** Whether another rumor can be kept. */
  boolean fits(long more) {
    return fits(1, more, 0, 0);
  }

  /** Whether so many rumors more, of so many bytes together, could be kept without some others. */
  boolean fits(long many, long much, long gone, long goneBytes) {
    return (limits.count() == 0 || kept - gone + many <= limits.count())
        && (limits.memoryBytes() == 0 || keptBytes - goneBytes + much <= limits.memoryBytes());
  }

  /** Whether a rumor is larger than all that may be kept. */
  boolean isTooLarge(long more) {
    return limits.memoryBytes() > 0 && more > limits.memoryBytes();
  }

  /** How much of a limit may be bound by what began here. */
  private long share(long limit) {
    return RetentionLimits.share(limit, nodes);
  }
}
