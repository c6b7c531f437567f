package org.hearsay.api;

/**
 * What a node knows: the rumors delivered there, appended in order of delivery and never changed.
 *
 * <p>A position says how much of the log somebody has seen, a {@link Digest} says which rumors
 * somebody knows whatever the order: a delta needs the one, a reconciliation the other. It may be
 * read wherever the {@link Node} it belongs to is valid.
 */
public interface RumorLog {

  /**
   * The position of the first rumor that there is any need to pass on, 0 unless the node keeps less
   * than everything or remembers an earlier life. What is before it has been let go, or is the
   * runtime's care: peers that lack it get it without the strategy. It only ever grows.
   */
  default long first() {
    return 0;
  }

  /** The position of the next rumor: how many have been delivered here, whether kept or let go. */
  long size();

  /**
   * The rumor at a position.
   *
   * @throws IndexOutOfBoundsException unless {@code first() <= position < size()}
   */
  long get(long position);

  /** Whether a rumor is known here, kept or let go. */
  boolean contains(long rumor);

  /**
   * The rumors at positions {@code from} to {@code to}, the latter excluded; those before {@link
   * #first} are left out.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
   */
  Rumors slice(long from, long to);

  /**
   * Which rumors are known here, kept or let go, in a form that a peer can compare with its own.
   */
  Digest digest();

  /** The rumors kept here that a peer with that digest lacks, by source and sequence. */
  Rumors missingFrom(Digest digest);

  /** The rumors a peer with that digest knows that are missing here, by source and sequence. */
  RumorIds missingHere(Digest digest);
}
