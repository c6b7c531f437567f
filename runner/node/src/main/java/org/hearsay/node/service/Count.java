package org.hearsay.node.service;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Something that a node counts, or a level that it watches. */
public enum Count {
  /** Envelopes that left: counted by real nodes alone. */
  ENVELOPES_SENT("envelopes sent to peers"),
  /** Envelopes that came: counted by real nodes alone. */
  ENVELOPES_RECEIVED("envelopes received from peers"),
  /** Rumors known, at present, kept or let go: watched by real nodes alone. */
  RUMORS_KNOWN("rumors known", true),
  /** Rumors that came again, and were known. */
  DUPLICATES("rumors received that were known already"),
  /** Broadcasts refused, with error 11. */
  REFUSED("broadcasts refused for now, with error 11"),
  /** Rumors of peers that there was no room for. */
  TURNED_AWAY("rumors of peers not taken in, to be asked for later"),
  /** Rumors forgotten, as everybody has them or they are old enough. */
  COLLECTED("rumors let go, as the retention says"),
  /** Of those, rumors that somebody who is there may lack. */
  EXPIRED("of these, rumors that not everybody was known to have"),
  /** Rumors that this node will never have, as a peer no longer has them. */
  FORGONE("rumors never had, as they were let go elsewhere before"),
  /** Rumors that anti-entropy brought. */
  REPAIRED("rumors that the runtime's own anti-entropy brought"),
  /** Rumors held back from readers, at present. */
  HELD_BACK("rumors held back from readers, as others go first", true),
  /** Rumors asked for as others wait for them. */
  GAPS_ASKED("rumors asked for, as others must not be shown before them"),
  /** Rumors retained, at present. */
  RETAINED("rumors retained", true),
  /** Bytes of retained rumors, as estimated, at present. */
  RETAINED_BYTES("bytes of memory that retained rumors take, estimated", true),
  /** Messages that wait in outboxes, at present. */
  QUEUED("messages waiting in outboxes", true),
  /** Messages dropped in an outbox, as a later one says the same. */
  SUPERSEDED("messages dropped as a later one says as much, or the peer knows it"),
  /** Lazy messages dropped in an outbox. */
  LAZY_DROPPED("announcements dropped from full outboxes"),
  /** Other messages dropped in an outbox, or meant for a peer that is silent. */
  DROPPED("other messages dropped from full outboxes, or meant for silent peers"),
  /** Rumors in other messages dropped in an outbox, to be repaired. */
  RUMORS_DROPPED("rumors in messages dropped from full outboxes, left to repair"),
  /** Envelopes that were not acknowledged in time. */
  TIMED_OUT("envelopes not acknowledged in time"),
  /** Circuit breakers that opened. */
  BREAKERS_OPENED("times that a peer was given up for silent"),
  /** Peers behind an open circuit breaker, at present. */
  BREAKERS_OPEN("peers taken for silent", true),
  /** Envelopes of peers ignored as they came too fast. */
  RATE_LIMITED("envelopes ignored as their sender is faster than allowed"),
  /** How late the node is, at present. */
  LOOP_LAG_MICROS("microseconds between what was due and what was done", true),
  /** Rumors read from the store at the start. */
  RECOVERED("rumors that an earlier life had stored");

  /** What a real node counts even if it guarantees nothing. */
  public static final Set<Count> OF_REAL_NODES =
      Collections.unmodifiableSet(
          EnumSet.of(
              ENVELOPES_SENT, ENVELOPES_RECEIVED, RUMORS_KNOWN, DUPLICATES, LOOP_LAG_MICROS));

  private final String meaning;
  private final boolean level;

  Count(String meaning) {
    this(meaning, false);
  }

  Count(String meaning, boolean level) {
    this.meaning = meaning;
    this.level = level;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Whether it goes up and down. */
  public boolean isLevel() {
    return level;
  }

  /** What two nodes come to together: the sum, or the higher level. */
  public long together(long one, long other) {
    return level ? Math.max(one, other) : one + other;
  }

  /** The one with a name; empty if there is none. */
  public static Optional<Count> named(String text) {
    return Arrays.stream(values()).filter(count -> count.text().equals(text)).findFirst();
  }

  /** Its name in logs and records. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In logs, the name of the highest that a level has come to. */
  public String mostText() {
    return text() + "_most";
  }
}
