package org.hearsay.overlays.hyparview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.membership.Sightings;

/** What a node tells others of the nodes it knows when views are shuffled, and what it is told. */
final class Exchange {
  private static final long MICROS_PER_MILLI = 1_000;

  private final HyParViewConfig config;
  private final ActiveView active;
  private final PassiveView passive;

  /** Whom the last shuffle named. */
  private List<Integer> named = List.of();

  Exchange(HyParViewConfig config, ActiveView active, PassiveView passive) {
    this.config = config;
    this.active = active;
    this.passive = passive;
  }

  /** The sample of a shuffle that goes to a neighbor first: the node itself, and some it knows. */
  Sightings begin(OverlayNode<HyParViewMessage> node, int first) {
    Sightings.Builder sample = Sightings.builder().add(node.id(), node.incarnation(), 0);
    List<Integer> names = new ArrayList<>();
    for (int index : indices(active.size(), config.shuffleActive() + 1, node)) {
      Entry neighbor = active.get(index);
      if (neighbor.node() != first && names.size() < config.shuffleActive()) {
        add(sample, neighbor, node);
        names.add(neighbor.node());
      }
    }
    for (Entry other : passive.sample(config.shufflePassive(), node.random())) {
      add(sample, other, node);
      names.add(other.node());
    }
    named = names;
    return sample.build();
  }

  /** Some of the numbers from 0 to a count, in random order. */
  private static int[] indices(int count, int wanted, OverlayNode<HyParViewMessage> node) {
    Peers all = Peers.of(IntStream.range(0, count).toArray());
    return all.sample(Math.min(count, wanted), node.random());
  }

  /** Takes another's sample in; as many as it names are the answer. */
  Sightings answer(OverlayNode<HyParViewMessage> node, Sightings sample) {
    Sightings.Builder answer = Sightings.builder();
    List<Integer> told = new ArrayList<>();
    for (Entry entry : passive.sample(sample.size(), node.random())) {
      add(answer, entry, node);
      told.add(entry.node());
    }
    takeIn(node, sample, told);
    return answer.build();
  }

  /** Takes the answer in. */
  void end(OverlayNode<HyParViewMessage> node, Sightings answer) {
    takeIn(node, answer, named);
  }

  private static void add(
      Sightings.Builder sample, Entry entry, OverlayNode<HyParViewMessage> node) {
    long ageMicros = Math.max(0, node.nowMicros() - entry.seenMicros());
    sample.add(entry.node(), entry.incarnation(), ageMicros / MICROS_PER_MILLI);
  }

  /**
   * Takes what is said of others into the passive view, unless it is old news.
   *
   * @param expendable nodes that may go for them first
   */
  void takeIn(OverlayNode<HyParViewMessage> node, Sightings sample, List<Integer> expendable) {
    for (int i = 0; i < sample.size(); i++) {
      int peer = sample.node(i);
      long known = node.incarnation(peer);
      long meant = sample.incarnation(i);
      boolean old = meant < known || (meant == known && node.isDown(peer));
      if (peer != node.id() && !active.contains(peer) && !old) {
        long seenMicros = node.nowMicros() - Math.max(0, sample.note(i)) * MICROS_PER_MILLI;
        passive.add(
            new Entry(peer, meant, seenMicros), node.nowMicros(), expendable, node.random());
      }
    }
  }
}
