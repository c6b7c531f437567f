package org.hearsay.detectors.swim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.detectors.swim.NewsBuffer.News;
import org.hearsay.detectors.swim.SwimMessage.Updates;

/**
 * What a node holds true of the members, and what it tells others of them (section 4.2 of the
 * paper).
 *
 * <p>Who is alive in an incarnation overrides who is anything in an earlier one; who is suspected
 * overrides who is alive in the same; who is dead overrides both. Only a member itself begins a new
 * incarnation of it: to refute that it is suspected or dead, or by starting anew, whose number is
 * larger than any before. That is why stale news brings nobody back to life.
 */
final class Members {
  private static final long NEVER = Long.MAX_VALUE;

  /** How much longer than at least a suspicion lasts that nobody confirms. */
  private static final int UNCONFIRMED = 6;

  /** How many others confirm a suspicion that is not to last longer than at least. */
  private static final int CONFIRMATIONS = 3;

  private final SwimConfig config;
  private final LocalHealth health;
  private final Map<Integer, Member> members = new LinkedHashMap<>();
  private final NewsBuffer news = new NewsBuffer();
  private long ownIncarnation;

  Members(SwimConfig config, LocalHealth health) {
    this.config = config;
    this.health = health;
  }

  void start(DetectorNode<SwimMessage> node) {
    ownIncarnation = node.incarnation();
  }

  boolean isDead(int peer) {
    Member member = members.get(peer);
    return member != null && member.status() == Status.DEAD;
  }

  /** Any of those that are dead, or {@link NewsBuffer#NOBODY}. */
  int anyDead(RandomGenerator random) {
    int[] dead =
        members.entrySet().stream()
            .filter(entry -> entry.getValue().status() == Status.DEAD)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    return dead.length == 0 ? NewsBuffer.NOBODY : dead[random.nextInt(dead.length)];
  }

  /** The incarnation of a member that is known, 0 if it never was heard of. */
  private long incarnation(DetectorNode<SwimMessage> node, int peer) {
    Member member = members.get(peer);
    long life = node.incarnation(peer);
    return member == null ? life : Math.max(life, member.incarnation());
  }

  private Member member(DetectorNode<SwimMessage> node, int peer) {
    return members.computeIfAbsent(peer, unknown -> new Member(node.incarnation(unknown)));
  }

  /** A probe of a member came to nothing. */
  void failed(DetectorNode<SwimMessage> node, int peer) {
    if (!isDead(peer)) {
      suspect(node, peer, incarnation(node, peer), node.id());
    }
  }

  /** Takes in what another member tells. */
  void hear(DetectorNode<SwimMessage> node, Sightings told) {
    for (int i = 0; i < told.size(); i++) {
      int peer = told.node(i);
      Status status = Status.of(told.note(i));
      if (peer == node.id()) {
        refute(node, status, told.incarnation(i));
      } else if (status != Status.SUSPECTOR && node.group().contains(peer)) {
        // Whoever never heard of a life of it means the one there is.
        long known = incarnation(node, peer);
        long meant = told.incarnation(i) == 0 ? known : told.incarnation(i);
        switch (status) {
          case ALIVE -> live(node, peer, meant);
          case SUSPECT -> suspect(node, peer, meant, suspector(told, i));
          case DEAD -> die(node, peer, meant);
          case SUSPECTOR -> {}
        }
      }
    }
  }

  private static int suspector(Sightings told, int index) {
    int next = index + 1;
    return next < told.size() && Status.of(told.note(next)) == Status.SUSPECTOR
        ? told.node(next)
        : NewsBuffer.NOBODY;
  }

  /** This node is suspected, or dead for others: it says that it is not, in a new incarnation. */
  private void refute(DetectorNode<SwimMessage> node, Status status, long incarnation) {
    if (status == Status.SUSPECT || status == Status.DEAD) {
      // Whoever never heard of a life of this node means this one, as others take it.
      long meant = incarnation == 0 ? node.incarnation() : incarnation;
      if (meant >= ownIncarnation) {
        ownIncarnation = meant + 1;
        health.worsen(1);
      }
      news.add(new News(node.id(), ownIncarnation, Status.ALIVE, NewsBuffer.NOBODY));
    }
  }

  private void live(DetectorNode<SwimMessage> node, int peer, long incarnation) {
    if (incarnation > incarnation(node, peer)) {
      member(node, peer).live(incarnation);
      node.up(peer);
      news.add(new News(peer, incarnation, Status.ALIVE, NewsBuffer.NOBODY));
    }
  }

  private void suspect(DetectorNode<SwimMessage> node, int peer, long incarnation, int suspector) {
    if (incarnation < incarnation(node, peer) || isDead(peer)) {
      return;
    }
    Member member = member(node, peer);
    Suspicion suspicion = member.suspicion();
    if (suspicion == null || incarnation > member.incarnation()) {
      suspicion = suspicion(node, suspector);
      node.suspect(peer);
    } else if (!config.shrinking() || !suspicion.confirm(suspector)) {
      return;
    }
    member.suspect(incarnation, suspicion);
    news.add(new News(peer, incarnation, Status.SUSPECT, suspector));
  }

  private Suspicion suspicion(DetectorNode<SwimMessage> node, int suspector) {
    int others = node.group().size();
    long least =
        (long)
            (config.suspicion()
                * Math.max(1, StrictMath.log10(others + 1.0))
                * TimeUnit.MICROSECONDS.convert(config.period()));
    // Where groups differ, nobody else may know the suspect, and confirm.
    boolean shrinks = config.shrinking() && node.isGroupShared();
    int wanted = shrinks ? Math.max(0, Math.min(CONFIRMATIONS, others - 2)) : 0;
    return new Suspicion(suspector, node.nowMicros(), least, UNCONFIRMED * least, wanted);
  }

  private void die(DetectorNode<SwimMessage> node, int peer, long incarnation) {
    if (incarnation >= incarnation(node, peer) && !isDead(peer)) {
      member(node, peer).die(incarnation);
      node.down(peer);
      news.add(new News(peer, incarnation, Status.DEAD, NewsBuffer.NOBODY));
    }
  }

  /**
   * Something came from a member itself. If it was dead, only it can say so to others: it is told
   * what is said of it.
   */
  void heard(DetectorNode<SwimMessage> node, int peer) {
    Member member = members.get(peer);
    if (member != null && member.status() == Status.DEAD) {
      Sightings said =
          Sightings.builder().add(peer, member.incarnation(), Status.DEAD.note()).build();
      node.send(peer, new Updates(said));
      member.live(member.incarnation());
      news.remove(peer);
    }
  }

  /** A member has begun a new life. */
  void restarted(DetectorNode<SwimMessage> node, int peer) {
    members.remove(peer);
    if (node.group().contains(peer)) {
      news.add(new News(peer, node.incarnation(peer), Status.ALIVE, NewsBuffer.NOBODY));
    }
  }

  /** Forgets those that are no members any more. */
  void groupChanged(DetectorNode<SwimMessage> node) {
    Peers group = node.group();
    members
        .keySet()
        .removeIf(
            peer -> {
              boolean gone = !group.contains(peer);
              if (gone) {
                news.remove(peer);
              }
              return gone;
            });
  }

  /** Takes those for dead who had the time to refute and did not. */
  void conclude(DetectorNode<SwimMessage> node) {
    List<Integer> dead = new ArrayList<>();
    members.forEach(
        (peer, member) -> {
          Suspicion suspicion = member.suspicion();
          if (suspicion != null && suspicion.deadlineMicros() <= node.nowMicros()) {
            dead.add(peer);
          }
        });
    dead.forEach(peer -> die(node, peer, incarnation(node, peer)));
  }

  /** When the next suspicion becomes certainty. */
  long nextConclusionMicros() {
    long next = NEVER;
    for (Member member : members.values()) {
      Suspicion suspicion = member.suspicion();
      next = suspicion == null ? next : Math.min(next, suspicion.deadlineMicros());
    }
    return next;
  }

  /** The news that join an envelope; a suspect is told first that it is one, if so configured. */
  Sightings newsFor(DetectorNode<SwimMessage> node, int peer) {
    if (config.buddy()) {
      Member member = members.get(peer);
      Suspicion suspicion = member == null ? null : member.suspicion();
      if (member != null && suspicion != null && !news.knows(peer)) {
        news.add(new News(peer, member.incarnation(), Status.SUSPECT, suspicion.firstSuspector()));
      }
    }
    if (news.isEmpty()) {
      return Sightings.NONE;
    }
    int size = node.group().size() + 1;
    int limit = config.retransmit() * (int) Math.ceil(StrictMath.log10(size + 1.0));
    return news.take(config.news(), limit, config.buddy() ? peer : NewsBuffer.NOBODY);
  }
}
