package org.hearsay.node.membership;

import java.util.stream.IntStream;
import org.hearsay.api.Peers;

/**
 * Who a node is.
 *
 * @param id its number
 * @param incarnation which life of it
 * @param others every other node of the cluster
 * @param contacts those of them that it may join through
 * @param topology those that the world links it to
 * @param keeps whether it knows all that its earlier lives knew
 */
public record MemberIdentity(
    int id, long incarnation, Peers others, Peers contacts, Peers topology, boolean keeps) {

  /** A node that knows nothing of its earlier lives. */
  public MemberIdentity(int id, long incarnation, Peers others, Peers contacts, Peers topology) {
    this(id, incarnation, others, contacts, topology, false);
  }

  /** The same, if that is so, with all that its earlier lives knew. */
  public MemberIdentity keeping(boolean all) {
    return new MemberIdentity(id, incarnation, others, contacts, topology, all);
  }

  /** A node that knows no more of the world yet than who else there is. */
  public static MemberIdentity of(int id, long incarnation, Peers others, int contacts) {
    return new MemberIdentity(id, incarnation, others, firstOf(contacts, others), others);
  }

  /** Those of the first nodes of the cluster that are not this one; all others for none. */
  private static Peers firstOf(int contacts, Peers others) {
    if (contacts == 0) {
      return others;
    }
    return Peers.of(IntStream.range(0, contacts).filter(others::contains).toArray());
  }
}
