package org.hearsay.node.service;

import java.util.Locale;
import org.slf4j.event.Level;

/** What happens to a rumor on its way through a node. */
public enum RumorEvent {
  /** A client of the node broadcast it. */
  BEGUN(Level.INFO, ""),
  /** A peer brought it, and it is known from now on. */
  DELIVERED(Level.INFO, "from"),
  /** A peer brought it, and it was known. */
  REPEATED(Level.DEBUG, "from"),
  /** It left for a peer. */
  SENT(Level.DEBUG, "to"),
  /** A message with it was dropped before it left. */
  DROPPED(Level.INFO, "to"),
  /** A peer brought it, and there was no room. */
  TURNED_AWAY(Level.INFO, "from"),
  /** Readers are not shown it yet. */
  HELD_BACK(Level.INFO, "from"),
  /** Readers are shown it, after it was held back. */
  RELEASED(Level.INFO, "from"),
  /** It was let go. */
  COLLECTED(Level.INFO, "from"),
  /** It never came, and will not, as it was let go elsewhere. */
  FORGONE(Level.INFO, "from"),
  /** It came by the runtime's anti-entropy: said after its delivery. */
  REPAIRED(Level.INFO, "from");

  private final Level level;
  private final String peerRole;

  RumorEvent(Level level, String peerRole) {
    this.level = level;
    this.peerRole = peerRole;
  }

  /** How much it matters. */
  public Level level() {
    return level;
  }

  /** What the peer is that it happens with: the name of a field. */
  public String peerRole() {
    return peerRole;
  }

  /** Its name in logs. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
