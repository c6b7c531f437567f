package org.hearsay.node.service;

import java.util.random.RandomGenerator;
import org.hearsay.api.Peers;
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

  /** What it knows. */
  AppendOnlyLog log();

  /** What rumors say. */
  RumorTable rumors();

  /** Randomness of the services' own. */
  RandomGenerator random();

  /** Where they count. */
  Counters counters();

  /** Tells whoever watches the node that a rumor is let go. */
  void tellLetGo(long rumor, boolean expired);

  /** A message joins the envelope that the event at hand makes for a peer. */
  void send(int peer, ServiceMessage message);

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
   * Delivers rumors that came without the strategy.
   *
   * @return those of them that are new here
   */
  Rumors deliver(Rumors rumors, int from);
}
