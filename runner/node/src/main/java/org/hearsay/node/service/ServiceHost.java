package org.hearsay.node.service;

import java.util.random.RandomGenerator;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;

/** A node, as the services around its strategy see it. */
public interface ServiceHost {
  /** No node. */
  int NOBODY = -1;

  /** Its number. */
  int id();

  /** Which life of it this is: a number larger than that of every earlier life. */
  long incarnation();

  /** The time. */
  long nowMicros();

  /** Those that it is linked to, as far as they are alive. */
  Peers neighbors();

  /** Those that it knows of, as far as they are alive. */
  Peers members();

  /** How many nodes the cluster has, itself and those that are down or not known yet included. */
  int clusterSize();

  /** What it knows. */
  AppendOnlyLog log();

  /** What rumors say. */
  RumorTable rumors();

  /** Randomness of the services' own. */
  RandomGenerator random();

  /** Where they count. */
  Counters counters();

  /** A rumor has become readable, where readers are shown rumors in an order. */
  default void released(long rumor) {}

  /** Tells whoever watches the node that a rumor is let go. */
  default void tellLetGo(long rumor, boolean expired) {}

  /**
   * Takes rumors for known that nobody has any more; how many of them were not known. That is
   * counted, and the services hear of it.
   */
  long forgo(Digest lost);

  /**
   * The same for some by name, which is noted of each.
   *
   * @param peer who told so, or {@link #NOBODY}
   */
  long forgo(RumorIds lost, int peer);

  /** A message joins the envelope that the event at hand makes for a peer. */
  void send(int peer, ServiceMessage message);

  /** Takes a rumor of an earlier life for known, behind all others, as it was there. */
  default void recover(long rumor) {}

  /**
   * Something has happened to a rumor; to be said only of what the runtime itself does not see.
   *
   * @param peer with whom
   */
  default void note(RumorEvent event, long rumor, int peer) {}

  /** The same with nobody. */
  default void note(RumorEvent event, long rumor) {
    note(event, rumor, NOBODY);
  }

  /**
   * Has an envelope leave for a peer when the event at hand ends, even if nothing is sent there.
   */
  default void answer(int peer) {}

  /**
   * Delivers rumors that came without the strategy.
   *
   * @return those of them that are new here
   */
  Rumors deliver(Rumors rumors, int from);
}
