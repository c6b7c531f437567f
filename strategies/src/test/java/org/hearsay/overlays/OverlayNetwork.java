package org.hearsay.overlays;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;

/**
 * Nodes of an overlay that are stepped by hand and talk to each other: every message arrives after
 * its latency, every timer fires, and nobody finds out who is dead unless told.
 */
public final class OverlayNetwork<M extends OverlayMessage> {
  private static final long USUAL_LATENCY_MICROS = 1_000;
  private static final int MOST_MESSAGES = 200_000;

  private record Arrival(long atMicros, long number, int from, int to, Message message) {}

  private final class Member {
    private final RecordingOverlay<M> overlay;
    private final Map<Integer, Long> deadlines = new TreeMap<>();
    private final Set<Integer> met = new HashSet<>();
    private final Set<Integer> metInEarlierLife = new HashSet<>();
    private final Set<Integer> down = new HashSet<>();

    Member(RecordingOverlay<M> overlay) {
      this.overlay = overlay;
    }
  }

  private final IntFunction<RecordingOverlay<M>> newNode;
  private final Map<Integer, Member> members = new TreeMap<>();
  private final Set<Integer> startedBefore = new HashSet<>();
  private final PriorityQueue<Arrival> onTheWay =
      new PriorityQueue<>(
          Comparator.comparingLong(Arrival::atMicros).thenComparingLong(Arrival::number));
  private final List<Message> sent = new ArrayList<>();
  private IntBinaryOperator latencyMicros = (from, to) -> (int) USUAL_LATENCY_MICROS;
  private long now;
  private long numbers;

  /**
   * A network that nobody is part of.
   *
   * @param newNode makes one of a number
   */
  public OverlayNetwork(IntFunction<RecordingOverlay<M>> newNode) {
    this.newNode = newNode;
  }

  /** Sets how long a message is on its way. */
  public void setLatency(IntBinaryOperator micros) {
    latencyMicros = micros;
  }

  /** Starts nodes one after the other, all numbers below a count, a time apart. */
  public void startAll(int count, long apartMicros) {
    for (int id = 0; id < count; id++) {
      start(id);
      run(apartMicros);
    }
  }

  /** Starts a node. If it has been there before, what others know of is an earlier life of it. */
  public void start(int id) {
    if (!startedBefore.add(id)) {
      members.values().forEach(other -> knowEarlierLife(other, id));
    }
    Member member = new Member(newNode.apply(id));
    members.put(id, member);
    member.overlay.advance(now);
    carryOut(id, member, member.overlay.start());
  }

  private void knowEarlierLife(Member member, int peer) {
    if (member.met.remove(peer)) {
      member.metInEarlierLife.add(peer);
    }
    member.overlay.live(peer, RecordingOverlay.INCARNATION - 1);
  }

  /** Stops a node without a word. */
  public void kill(int id) {
    members.remove(id);
  }

  /** Stops a node that may tell others. */
  public void leave(int id) {
    Member member = member(id);
    carryOut(id, member, member.overlay.leave());
    members.remove(id);
  }

  /** Tells everybody that a node is down. */
  public void detect(int dead) {
    for (int id : running()) {
      Member member = member(id);
      if (member.down.add(dead)) {
        catchUp(member);
        carryOut(id, member, member.overlay.down(dead));
      }
    }
  }

  /** Lets time go by. */
  public void run(long micros) {
    long end = now + micros;
    boolean busy = true;
    while (busy) {
      busy = stepUntil(end);
    }
    now = end;
  }

  /** Does what is to be done next, if that is in time; whether it was. */
  private boolean stepUntil(long end) {
    int owner = -1;
    int timer = -1;
    long next = onTheWay.isEmpty() ? Long.MAX_VALUE : onTheWay.peek().atMicros();
    for (Map.Entry<Integer, Member> member : members.entrySet()) {
      for (Map.Entry<Integer, Long> deadline : member.getValue().deadlines.entrySet()) {
        if (deadline.getValue() < next) {
          next = deadline.getValue();
          owner = member.getKey();
          timer = deadline.getKey();
        }
      }
    }
    if (next > end) {
      return false;
    }
    now = next;
    if (owner < 0) {
      arrive(onTheWay.remove());
    } else {
      Member member = member(owner);
      catchUp(member);
      member.deadlines.remove(timer);
      carryOut(owner, member, member.overlay.fire(timer));
    }
    return true;
  }

  @SuppressWarnings("unchecked") // Nodes of one overlay send each other nothing else.
  private void arrive(Arrival arrival) {
    Member member = members.get(arrival.to());
    if (member == null) {
      return;
    }
    catchUp(member);
    meet(arrival.to(), member, arrival.from());
    M message = (M) arrival.message();
    carryOut(arrival.to(), member, member.overlay.receive(arrival.from(), message));
  }

  /** A node hears from another: as in a runtime, that ends its earlier life, and its death. */
  private void meet(int id, Member member, int peer) {
    boolean isNew = member.met.add(peer);
    if (member.metInEarlierLife.remove(peer) && member.down.add(peer)) {
      carryOut(id, member, member.overlay.down(peer));
    }
    if (member.down.remove(peer) || isNew) {
      carryOut(id, member, member.overlay.up(peer, RecordingOverlay.INCARNATION));
    }
  }

  private void catchUp(Member member) {
    member.overlay.advance(now - member.overlay.nowMicros());
  }

  private void carryOut(int id, Member member, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Sent sending) {
        sent.add(sending.message());
        if (sent.size() > MOST_MESSAGES) {
          throw new IllegalStateException("The nodes send each other messages without end");
        }
        long arrives = now + latencyMicros.applyAsInt(id, sending.peer());
        onTheWay.add(new Arrival(arrives, numbers++, id, sending.peer(), sending.message()));
      } else if (effect instanceof Effect.Scheduled scheduled) {
        member.deadlines.put(scheduled.timer(), now + scheduled.delayMicros());
      } else if (effect instanceof Effect.Cancelled cancelled) {
        member.deadlines.remove(cancelled.timer());
      }
    }
  }

  private Member member(int id) {
    Member member = members.get(id);
    if (member == null) {
      throw new IllegalStateException("Node " + id + " is not there");
    }
    return member;
  }

  /** The nodes that are there. */
  public List<Integer> running() {
    return List.copyOf(members.keySet());
  }

  /** The neighbors of a node. */
  public Peers links(int id) {
    return member(id).overlay.links();
  }

  /** Whom a node knows. */
  public Peers known(int id) {
    return member(id).overlay.members();
  }

  /** How many messages of a kind have been sent so far. */
  public long sent(Class<? extends Message> kind) {
    return sent.stream().filter(kind::isInstance).count();
  }

  /** Who has a neighbor that does not have it as one: pairs, in words. */
  public List<String> oneWayLinks() {
    List<String> found = new ArrayList<>();
    for (int id : running()) {
      for (int other : running()) {
        if (links(id).contains(other) && !links(other).contains(id)) {
          found.add(id + " to " + other);
        }
      }
    }
    return found;
  }

  /** Whether there is a way between any two nodes over links, whichever way these go. */
  public boolean isConnected() {
    Map<Integer, Set<Integer>> ways = new HashMap<>();
    for (int id : running()) {
      for (int other : running()) {
        if (links(id).contains(other)) {
          ways.computeIfAbsent(id, unused -> new HashSet<>()).add(other);
          ways.computeIfAbsent(other, unused -> new HashSet<>()).add(id);
        }
      }
    }
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(running().get(0)));
    while (!open.isEmpty()) {
      int id = open.remove();
      if (reached.add(id)) {
        open.addAll(ways.getOrDefault(id, new HashSet<>()));
      }
    }
    return reached.size() == members.size();
  }
}
