package org.hearsay.overlays.cyclon;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.cyclon.CyclonMessage.Gift;
import org.hearsay.overlays.cyclon.CyclonMessage.Join;
import org.hearsay.overlays.cyclon.CyclonMessage.Shuffle;
import org.hearsay.overlays.cyclon.CyclonMessage.ShuffleReply;
import org.hearsay.overlays.cyclon.CyclonMessage.Walk;
import org.jspecify.annotations.Nullable;

/**
 * A node that again and again exchanges a part of its view with the neighbor it has not heard of
 * for the longest time: Cyclon.
 *
 * <p>It gives away some neighbors and its own address, and gets others in return. The neighbor that
 * it asks leaves its view, and comes back with the answer's effects only, so that the dead, who do
 * not answer, are gone as soon as they are the oldest. Links go one way. Who joins is sent on as
 * many walks as a view has places; at its end each node takes the joiner in, and gives it the
 * neighbor that had to go.
 *
 * <p>The paper is Voulgaris, Gavidia and van Steen (2005). We deviate in three points: a message
 * that is lost costs the neighbors in it, so a view that has less than half of its places joins
 * anew; the failure detector may take a neighbor out before it is the oldest; what was not heard of
 * anew for too many shuffles is forgotten, whoever talks of it.
 *
 * <p><b>Cost:</b> two messages a node and shuffle.
 */
final class Cyclon implements Overlay<CyclonMessage> {
  private static final int SHUFFLE = 0;

  private final CyclonConfig config;
  private final long shuffleMicros;
  private final View view;

  /** Who was given away with the last shuffle, and may be replaced. */
  private List<Neighbor> given = List.of();

  Cyclon(CyclonConfig config) {
    this.config = config;
    shuffleMicros = TimeUnit.MICROSECONDS.convert(config.shuffle());
    view = new View(config.view());
  }

  @Override
  public void onStart(OverlayNode<CyclonMessage> node) {
    join(node);
    node.schedule(SHUFFLE, node.random().nextLong(shuffleMicros));
  }

  private void join(OverlayNode<CyclonMessage> node) {
    for (int contact : node.contacts().sample(1, node.random())) {
      node.send(contact, new Join());
    }
  }

  @Override
  public void onMessage(OverlayNode<CyclonMessage> node, int from, CyclonMessage message) {
    if (message instanceof Join) {
      onJoin(node, from);
    } else if (message instanceof Walk walk) {
      onWalk(node, from, walk);
    } else if (message instanceof Gift gift) {
      takeIn(node, gift.given(), List.of());
    } else if (message instanceof Shuffle shuffle) {
      List<Neighbor> answer = view.sample(config.exchange(), node.random());
      node.send(from, new ShuffleReply(sightings(answer).build()));
      takeIn(node, shuffle.sample(), answer);
    } else if (message instanceof ShuffleReply reply) {
      takeIn(node, reply.sample(), given);
      given = List.of();
    }
    publish(node);
  }

  /** The contact is the joiner's neighbor, and so is what each walk's end gives. */
  private void onJoin(OverlayNode<CyclonMessage> node, int joiner) {
    Sightings self = Sightings.builder().add(node.id(), node.incarnation(), 0).build();
    node.send(joiner, new Gift(self));
    Sightings news = Sightings.builder().add(joiner, node.incarnation(joiner), 0).build();
    if (view.size() < 2) {
      takeIn(node, news, List.of());
      return;
    }
    for (Neighbor first : view.sample(config.view(), node.random())) {
      if (first.node() != joiner) {
        node.send(first.node(), new Walk(news, config.walk()));
      }
    }
  }

  private void onWalk(OverlayNode<CyclonMessage> node, int from, Walk walk) {
    if (walk.joiner().isEmpty()) {
      return;
    }
    int joiner = walk.joiner().node(0);
    if (walk.ttl() > 1) {
      for (Neighbor next : view.sample(2, node.random())) {
        if (next.node() != joiner && next.node() != from) {
          node.send(next.node(), new Walk(walk.joiner(), walk.ttl() - 1));
          return;
        }
      }
    }
    if (view.contains(joiner) || heard(node, walk.joiner(), 0) == null) {
      return;
    }
    List<Neighbor> gift = view.room() > 0 ? List.of() : view.sample(1, node.random());
    gift.forEach(neighbor -> view.remove(neighbor.node()));
    takeIn(node, walk.joiner(), List.of());
    node.send(
        joiner,
        new Gift(
            gift.isEmpty()
                ? Sightings.builder().add(node.id(), node.incarnation(), 0).build()
                : sightings(gift).build()));
  }

  @Override
  public void onTimer(OverlayNode<CyclonMessage> node, int timer) {
    view.age(config.forget());
    if (2 * view.size() < Math.min(config.view(), node.contacts().size())) {
      join(node);
    }
    Neighbor oldest = view.oldest();
    if (oldest != null) {
      view.remove(oldest.node());
      given = view.sample(config.exchange() - 1, node.random());
      Sightings.Builder sample = sightings(given).add(node.id(), node.incarnation(), 0);
      node.send(oldest.node(), new Shuffle(sample.build()));
    }
    node.schedule(SHUFFLE, shuffleMicros);
    publish(node);
  }

  @Override
  public void onDown(OverlayNode<CyclonMessage> node, int peer) {
    view.remove(peer);
    publish(node);
  }

  private static Sightings.Builder sightings(List<Neighbor> neighbors) {
    Sightings.Builder sightings = Sightings.builder();
    for (Neighbor neighbor : neighbors) {
      sightings.add(neighbor.node(), neighbor.incarnation(), neighbor.age());
    }
    return sightings;
  }

  /** Takes what is said of others into free places, and then into those of others given away. */
  private void takeIn(
      OverlayNode<CyclonMessage> node, Sightings sample, List<Neighbor> replaceable) {
    int next = 0;
    for (int i = 0; i < sample.size(); i++) {
      Neighbor heard = heard(node, sample, i);
      if (heard == null || view.contains(heard.node())) {
        continue;
      }
      while (view.room() <= 0 && next < replaceable.size()) {
        view.remove(replaceable.get(next++).node());
      }
      view.add(heard);
    }
  }

  /** What is said of a node, unless it is old news. */
  private @Nullable Neighbor heard(OverlayNode<CyclonMessage> node, Sightings sample, int index) {
    int peer = sample.node(index);
    long meant = sample.incarnation(index);
    long age = Math.max(0, sample.note(index));
    long known = node.incarnation(peer);
    boolean old = meant < known || (meant == known && node.isDown(peer)) || age > config.forget();
    return peer == node.id() || old ? null : new Neighbor(peer, meant, (int) age);
  }

  private void publish(OverlayNode<CyclonMessage> node) {
    Peers neighbors = Peers.of(view.nodes());
    node.linkTo(neighbors);
    node.know(neighbors);
  }
}
