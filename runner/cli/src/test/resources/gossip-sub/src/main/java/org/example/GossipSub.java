package org.example;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.example.SubMessage.DontWant;
import org.example.SubMessage.Have;
import org.example.SubMessage.Publish;
import org.hearsay.api.Node;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;

/** Tells its neighbors what not to send, and sends a little later what they did not refuse. */
final class GossipSub implements Strategy<SubMessage> {
  private static final int HEARTBEAT = 0;
  private static final int FORWARD = 1;
  private final GossipSubConfig config;
  private final Set<Long> waiting = new LinkedHashSet<>();
  private final Map<Long, Set<Integer>> holders = new HashMap<>();

  GossipSub(GossipSubConfig config) {
    this.config = config;
  }

  @Override
  public void onStart(Node<SubMessage> node) {
    node.schedule(HEARTBEAT, node.random().nextLong(config.heartbeat().toNanos() / 1000));
  }

  @Override
  public void onBroadcast(Node<SubMessage> node, long rumor) {
    waiting.add(rumor);
    forward(node);
  }

  @Override
  public void onMessage(Node<SubMessage> node, int from, SubMessage message) {
    if (message instanceof Publish publish) {
      receive(node, from, publish.rumors());
    } else if (message instanceof DontWant refusal) {
      note(node, from, refusal.ids());
    } else if (message instanceof Have have) {
      Rumors lacked = node.log().missingFrom(have.digest());
      if (!lacked.isEmpty()) {
        node.send(from, new Publish(lacked));
      }
    }
  }

  private void receive(Node<SubMessage> node, int from, Rumors rumors) {
    Rumors fresh = node.deliver(rumors);
    if (waiting.isEmpty() && !fresh.isEmpty()) {
      node.schedule(FORWARD, config.delay().toNanos() / 1000);
    }
    fresh.ids().stream().forEach(waiting::add);
    note(node, from, rumors.ids());
    for (int i = 0; i < node.neighbors().size() && !fresh.isEmpty(); i++) {
      if (node.neighbors().get(i) != from) {
        node.send(node.neighbors().get(i), new DontWant(fresh.ids()));
      }
    }
  }

  private void note(Node<SubMessage> node, int holder, RumorIds ids) {
    ids.stream()
        .filter(rumor -> waiting.contains(rumor) || !node.log().contains(rumor))
        .forEach(rumor -> holders.computeIfAbsent(rumor, r -> new HashSet<>()).add(holder));
  }

  @Override
  public void onTimer(Node<SubMessage> node, int timer) {
    if (timer == FORWARD) {
      forward(node);
      return;
    }
    int[] one = node.members().sample(1, node.random());
    IntStream.of(one).forEach(member -> node.send(member, new Have(node.log().digest())));
    node.schedule(HEARTBEAT, config.heartbeat().toNanos() / 1000);
  }

  private void forward(Node<SubMessage> node) {
    for (int i = 0; i < node.neighbors().size(); i++) {
      int peer = node.neighbors().get(i);
      long[] lacked =
          waiting.stream()
              .mapToLong(rumor -> rumor)
              .filter(rumor -> !holders.getOrDefault(rumor, Set.of()).contains(peer))
              .toArray();
      if (lacked.length > 0) {
        node.send(peer, new Publish(Rumors.of(lacked)));
      }
    }
    waiting.forEach(holders::remove);
    waiting.clear();
  }
}
