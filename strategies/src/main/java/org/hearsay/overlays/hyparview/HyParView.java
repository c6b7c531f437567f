package org.hearsay.overlays.hyparview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.hyparview.HyParViewMessage.Accept;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.ForwardJoin;
import org.hearsay.overlays.hyparview.HyParViewMessage.Join;
import org.hearsay.overlays.hyparview.HyParViewMessage.Neighbor;
import org.hearsay.overlays.hyparview.HyParViewMessage.Reject;
import org.hearsay.overlays.hyparview.HyParViewMessage.Shuffle;
import org.hearsay.overlays.hyparview.HyParViewMessage.ShuffleReply;
import org.jspecify.annotations.Nullable;

/**
 * A node with a few neighbors, each of which has it as a neighbor, too, and a larger view of others
 * from which it replaces those that die: HyParView.
 *
 * <p>Who joins does so through any one contact, whose neighbors send the news on random walks, at
 * whose ends the joiner gets more neighbors. Whoever lacks a neighbor asks those it knows, urgently
 * if it has none at all; an urgent request is never refused, at the expense of another neighbor.
 * Random walks also exchange parts of what two nodes know, so that views stay mixed and young.
 *
 * <p>The paper is Leitão, Pereira and Rodrigues (2007). It relies on TCP: links that break tell
 * both ends, and whoever is dead cannot be connected to. Here that is the failure detector's
 * business, and messages can be lost, so that
 *
 * <ul>
 *   <li>becoming neighbors takes a request and an answer, and as many are asked at once as there
 *       are free places; who does not answer is forgotten;
 *   <li>a shuffle from a node that is no neighbor of its receiver shows that the two disagree: they
 *       settle it;
 *   <li>what is said of nodes has an age, which only the node itself can renew: who is dead leaves
 *       every view after some time, and cannot come back by hearsay;
 *   <li>neighbors that were lost are asked again from time to time, so that the halves of a
 *       partition grow together after it; whoever has not half of its neighbors joins anew.
 * </ul>
 *
 * <p><b>Cost:</b> {@code shuffle-walk + 1} messages a node and shuffle, and some more for each that
 * joins or dies.
 */
final class HyParView implements Overlay<HyParViewMessage> {
  private static final int SHUFFLE = 0;
  private static final int OVERDUE = 1;
  private static final int HEAL = 2;
  private static final long HEAL_MICROS = 10_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final HyParViewConfig config;
  private final long shuffleMicros;
  private final long patienceMicros;
  private final long forgetMicros;
  private final long healMicros;
  private final ActiveView active;
  private final PassiveView passive;
  private final Exchange exchange;
  private final Candidates candidates = new Candidates();

  /** Neighbors that were lost, and when. */
  private final Map<Integer, Long> lost = new LinkedHashMap<>();

  /** How often the views had changed when others were told who is in them. */
  private long published;

  HyParView(HyParViewConfig config) {
    this.config = config;
    shuffleMicros = TimeUnit.MICROSECONDS.convert(config.shuffle());
    patienceMicros = TimeUnit.MICROSECONDS.convert(config.patience());
    forgetMicros = TimeUnit.MICROSECONDS.convert(config.forget());
    healMicros = TimeUnit.MICROSECONDS.convert(config.heal());
    active = new ActiveView(config.active());
    passive = new PassiveView(config.passive(), forgetMicros);
    exchange = new Exchange(config, active, passive);
  }

  @Override
  public void onStart(OverlayNode<HyParViewMessage> node) {
    join(node);
    node.schedule(SHUFFLE, node.random().nextLong(shuffleMicros));
  }

  private void join(OverlayNode<HyParViewMessage> node) {
    for (int contact : node.contacts().sample(1, node.random())) {
      if (!candidates.isAsked(contact) && !active.contains(contact)) {
        node.send(contact, new Join());
        await(node, contact, true);
      }
    }
  }

  private void await(OverlayNode<HyParViewMessage> node, int peer, boolean needed) {
    candidates.ask(peer, node.nowMicros() + patienceMicros, needed);
    watchOverdue(node);
  }

  private void watchOverdue(OverlayNode<HyParViewMessage> node) {
    long next = candidates.nextMicros();
    if (next == NEVER) {
      node.cancel(OVERDUE);
    } else {
      node.schedule(OVERDUE, Math.max(0, next - node.nowMicros()));
    }
  }

  @Override
  public void onMessage(OverlayNode<HyParViewMessage> node, int from, HyParViewMessage message) {
    active.heard(from, node.incarnation(from), node.nowMicros());
    if (message instanceof Join) {
      onJoin(node, from);
    } else if (message instanceof ForwardJoin walk) {
      onForwardJoin(node, from, walk);
    } else if (message instanceof Neighbor request) {
      onNeighbor(node, from, request.urgent());
    } else if (message instanceof Accept) {
      onAccept(node, from);
    } else if (message instanceof Reject) {
      candidates.answered(from);
      candidates.refuse(from);
      fill(node);
    } else if (message instanceof Disconnect end) {
      onDisconnect(node, from, end.leaving());
    } else if (message instanceof Shuffle walk) {
      onShuffle(node, from, walk);
    } else if (message instanceof ShuffleReply reply) {
      exchange.end(node, reply.sample());
      refill(node);
    }
    publish(node);
  }

  private void onJoin(OverlayNode<HyParViewMessage> node, int joiner) {
    link(node, joiner);
    node.send(joiner, new Accept());
    Sightings news = Sightings.builder().add(joiner, node.incarnation(joiner), 0).build();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i).node() != joiner) {
        node.send(active.get(i).node(), new ForwardJoin(news, config.activeWalk()));
      }
    }
  }

  private void onForwardJoin(OverlayNode<HyParViewMessage> node, int from, ForwardJoin walk) {
    if (walk.joiner().isEmpty()) {
      return;
    }
    int joiner = walk.joiner().node(0);
    if (joiner == node.id() || active.contains(joiner)) {
      return;
    }
    int next = active.anyBut(from, joiner, node.random());
    if (walk.ttl() <= 0 || next == ActiveView.NOBODY) {
      if (!candidates.isAsked(joiner)) {
        node.send(joiner, new Neighbor(true));
        await(node, joiner, true);
      }
      return;
    }
    if (walk.ttl() == config.passiveWalk()) {
      exchange.takeIn(node, walk.joiner(), List.of());
    }
    node.send(next, new ForwardJoin(walk.joiner(), walk.ttl() - 1));
  }

  private void onNeighbor(OverlayNode<HyParViewMessage> node, int from, boolean urgent) {
    if (urgent || active.contains(from) || active.room() > 0) {
      link(node, from);
      node.send(from, new Accept());
    } else {
      node.send(from, new Reject());
    }
  }

  private void onAccept(OverlayNode<HyParViewMessage> node, int from) {
    boolean needed = candidates.answered(from);
    if (needed || active.contains(from) || active.room() > 0) {
      link(node, from);
    } else {
      node.send(from, new Disconnect(false));
    }
    if (config.refill() == Refill.AT_ONCE) {
      fill(node);
    }
  }

  private void onDisconnect(OverlayNode<HyParViewMessage> node, int from, boolean leaving) {
    Entry gone = active.remove(from);
    candidates.answered(from);
    if (leaving) {
      passive.remove(from);
      lost.remove(from);
    } else if (gone != null) {
      keepInMind(node, gone);
    }
    if (config.refill() == Refill.AT_ONCE || active.isEmpty()) {
      fill(node);
    }
  }

  /** Makes a node a neighbor, at the expense of another if there are enough. */
  private void link(OverlayNode<HyParViewMessage> node, int peer) {
    candidates.answered(peer);
    lost.remove(peer);
    if (active.contains(peer)) {
      return;
    }
    passive.remove(peer);
    if (active.room() <= 0) {
      int victim = active.anyBut(peer, peer, node.random());
      Entry gone = active.remove(victim);
      if (gone != null) {
        node.send(victim, new Disconnect(false));
        keepInMind(node, gone);
      }
    }
    active.add(new Entry(peer, node.incarnation(peer), node.nowMicros()));
  }

  private void keepInMind(OverlayNode<HyParViewMessage> node, Entry entry) {
    passive.add(entry, node.nowMicros(), List.of(), node.random());
  }

  @Override
  public void onDown(OverlayNode<HyParViewMessage> node, int peer) {
    passive.remove(peer);
    candidates.answered(peer);
    if (active.remove(peer) != null) {
      lost.put(peer, node.nowMicros());
      if (lost.size() == 1) {
        node.schedule(HEAL, HEAL_MICROS);
      }
    }
    fill(node);
    publish(node);
  }

  @Override
  public void onUp(OverlayNode<HyParViewMessage> node, int peer) {
    if (lost.containsKey(peer)) {
      ask(node, peer);
    }
  }

  @Override
  public void onLeave(OverlayNode<HyParViewMessage> node) {
    for (int i = 0; i < active.size(); i++) {
      node.send(active.get(i).node(), new Disconnect(true));
    }
  }

  /** Asks as many nodes as there are free places, those that have refused before included. */
  private void refill(OverlayNode<HyParViewMessage> node) {
    candidates.forgive();
    fill(node);
  }

  /** Asks as many nodes as there are free places. */
  private void fill(OverlayNode<HyParViewMessage> node) {
    while (active.room() > candidates.places()) {
      Entry next = nextCandidate(node);
      if (next == null) {
        break;
      }
      node.send(next.node(), new Neighbor(active.isEmpty()));
      await(node, next.node(), false);
    }
    if (active.isEmpty() && candidates.nextMicros() == NEVER) {
      join(node);
    }
  }

  private @Nullable Entry nextCandidate(OverlayNode<HyParViewMessage> node) {
    List<Entry> suitable = new ArrayList<>();
    for (int i = 0; i < passive.size(); i++) {
      int peer = passive.get(i).node();
      if (!candidates.isAsked(peer) && !candidates.hasRefused(peer) && !node.isDown(peer)) {
        suitable.add(passive.get(i));
      }
    }
    return suitable.isEmpty() ? null : suitable.get(node.random().nextInt(suitable.size()));
  }

  @Override
  public void onTimer(OverlayNode<HyParViewMessage> node, int timer) {
    if (timer == SHUFFLE) {
      forget(node);
      if (config.refill() == Refill.AT_ONCE) {
        refill(node);
      }
      if (active.size() <= config.active() / 2 && config.refill() == Refill.AT_ONCE) {
        join(node);
      }
      shuffle(node);
      node.schedule(SHUFFLE, shuffleMicros);
    } else if (timer == HEAL) {
      askALostOne(node);
    } else {
      // Whoever does not answer is dead, as good as nothing is.
      List<Integer> overdue = candidates.takeOverdue(node.nowMicros());
      overdue.forEach(passive::remove);
      if (!overdue.isEmpty()) {
        fill(node);
      }
      watchOverdue(node);
    }
    publish(node);
  }

  private void forget(OverlayNode<HyParViewMessage> node) {
    long now = node.nowMicros();
    passive.forget(now);
    for (int i = active.size() - 1; i >= 0; i--) {
      if (now - active.get(i).seenMicros() > forgetMicros) {
        int silent = active.get(i).node();
        active.remove(silent);
        node.send(silent, new Disconnect(false));
      }
    }
  }

  private void askALostOne(OverlayNode<HyParViewMessage> node) {
    long now = node.nowMicros();
    lost.values().removeIf(moment -> now - moment > healMicros);
    if (!lost.isEmpty()) {
      int index = node.random().nextInt(lost.size());
      ask(node, lost.keySet().stream().skip(index).findFirst().orElseThrow());
      node.schedule(HEAL, HEAL_MICROS);
    }
  }

  private void ask(OverlayNode<HyParViewMessage> node, int peer) {
    if (!candidates.isAsked(peer)) {
      node.send(peer, new Neighbor(true));
      await(node, peer, true);
    }
  }

  private void shuffle(OverlayNode<HyParViewMessage> node) {
    int first = active.anyBut(ActiveView.NOBODY, ActiveView.NOBODY, node.random());
    if (first != ActiveView.NOBODY) {
      node.send(first, new Shuffle(exchange.begin(node, first), config.shuffleWalk()));
    }
  }

  private void onShuffle(OverlayNode<HyParViewMessage> node, int from, Shuffle walk) {
    if (walk.sample().isEmpty() || walk.sample().node(0) == node.id()) {
      return;
    }
    int origin = walk.sample().node(0);
    if (origin == from && !active.contains(from)) {
      onDisagreement(node, from);
    }
    int next = active.anyBut(from, origin, node.random());
    if (walk.ttl() > 1 && next != ActiveView.NOBODY) {
      node.send(next, new Shuffle(walk.sample(), walk.ttl() - 1));
      return;
    }
    node.send(origin, new ShuffleReply(exchange.answer(node, walk.sample())));
  }

  /** A node takes this one for its neighbor, which is not so. */
  private void onDisagreement(OverlayNode<HyParViewMessage> node, int from) {
    if (active.room() > 0) {
      link(node, from);
      node.send(from, new Accept());
    } else {
      node.send(from, new Disconnect(false));
    }
  }

  /** Says who is in the views, if that has changed. */
  private void publish(OverlayNode<HyParViewMessage> node) {
    long changes = active.changes() + passive.changes();
    if (changes > published) {
      published = changes;
      int[] neighbors = active.nodes();
      int[] known = Arrays.copyOf(neighbors, neighbors.length + passive.size());
      for (int i = 0; i < passive.size(); i++) {
        known[neighbors.length + i] = passive.get(i).node();
      }
      node.linkTo(Peers.of(neighbors));
      node.know(Peers.of(known));
    }
  }
}
