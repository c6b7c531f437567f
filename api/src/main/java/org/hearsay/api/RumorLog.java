package org.hearsay.api;

/**
 * What a node knows: the rumors delivered there, appended in order of delivery and never changed.
 *
 * <p>A position says how much of the log somebody has seen, a {@link Digest} says which rumors
 * somebody knows whatever the order: a delta needs the one, a reconciliation the other. It may be
 * read wherever the {@link Node} it belongs to is valid.
 */
public interface RumorLog {

  /** How many rumors are known here: the position of the next one. */
  long size();

  /**
   * The rumor at a position.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= position < size()}
   */
  long get(long position);

  /** Whether a rumor is known here. */
  boolean contains(long rumor);

  /**
   * The rumors at positions {@code from} to {@code to}, the latter excluded.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
   */
  Rumors slice(long from, long to);

  /** Which rumors are known here, in a form that a peer can compare with its own. */
  Digest digest();

  /** The rumors known here that a peer with that digest lacks, by source and sequence. */
  Rumors missingFrom(Digest digest);

  /** The rumors a peer with that digest knows that are missing here, by source and sequence. */
  RumorIds missingHere(Digest digest);
}
