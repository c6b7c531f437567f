package org.hearsay.node.membership;

import java.util.Arrays;
import org.hearsay.api.Peers;
import org.jspecify.annotations.Nullable;

/** Whom a node is linked to, whom it knows of, and what it remembers of each of them. */
final class Acquaintances {
  /** How long a peer that is of no interest is remembered: its death longer than any message. */
  private static final long MEMORY_MICROS = 60_000_000;

  /** A peer that does not answer costs one message in so long. */
  private static final long PROBE_MICROS = 1_000_000;

  private final PeerTable peers = new PeerTable(MEMORY_MICROS);
  private Peers links = Peers.of();
  private Peers members = Peers.of();

  /** Those of the links that are not down; null until worked out. */
  private @Nullable Peers neighbors;

  /** Those of the members that are not down; null until worked out. */
  private @Nullable Peers alive;

  private Peers announced = links;

  /** Whether the neighbors may be others than those announced. */
  private boolean unannounced;

  /** Those that the node is linked to, alive or not. */
  Peers links() {
    return links;
  }

  /** Those that the node knows of, alive or not. */
  Peers members() {
    return members;
  }

  /** Replaces the links; whether they are others than before. */
  boolean linkTo(Peers chosen) {
    if (chosen.equals(links)) {
      return false;
    }
    links = chosen;
    neighbors = null;
    unannounced = true;
    return true;
  }

  /** Replaces the members; whether they are others than before. */
  boolean know(Peers known) {
    if (known.equals(members)) {
      return false;
    }
    members = known;
    alive = null;
    return true;
  }

  /** Those of the links that are not down. */
  Peers neighbors() {
    Peers known = neighbors;
    if (known == null) {
      known = alive(links);
      neighbors = known;
    }
    return known;
  }

  /** Those of the members that are not down. */
  Peers aliveMembers() {
    Peers known = alive;
    if (known == null) {
      known = alive(members);
      alive = known;
    }
    return known;
  }

  private Peers alive(Peers all) {
    if (peers.downCount() == 0) {
      return all;
    }
    int[] kept = new int[all.size()];
    int count = 0;
    for (int i = 0; i < all.size(); i++) {
      if (!peers.isDown(all.get(i))) {
        kept[count++] = all.get(i);
      }
    }
    return count == kept.length ? all : Peers.of(Arrays.copyOf(kept, count));
  }

  /** Whether the neighbors are others than at the last call of this method. */
  boolean takeNews() {
    if (!unannounced) {
      return false;
    }
    unannounced = false;
    Peers now = neighbors();
    boolean isNews = !now.equals(announced);
    announced = now;
    return isNews;
  }

  /** Something happens to a peer now, which makes it known. */
  void touch(int peer, long nowMicros) {
    peers.touch(peer, nowMicros, other -> links.contains(other) || members.contains(other));
  }

  /** Whether an envelope may leave for a peer: for one that is down, as a probe now and then. */
  boolean admits(int peer, long nowMicros) {
    if (!isDown(peer)) {
      return true;
    }
    boolean due = nowMicros - peers.momentMicros(peer) >= PROBE_MICROS;
    if (due) {
      touch(peer, nowMicros);
    }
    return due;
  }

  /** Which life of a peer is known; {@link PeerTable#NO_LIFE} if none. */
  long life(int peer) {
    return peers.life(peer);
  }

  /** Sets the life of a peer that something has happened to. */
  void setLife(int peer, long life) {
    peers.setLife(peer, life);
  }

  /** Whether a peer is down. */
  boolean isDown(int peer) {
    return peers.isDown(peer);
  }

  /** Says whether a peer is down that something has happened to. */
  void setDown(int peer, boolean isDown) {
    peers.setDown(peer, isDown);
    neighbors = null;
    alive = null;
    unannounced = true;
  }

  /** How many peers something is remembered of. */
  int remembered() {
    return peers.size();
  }
}
