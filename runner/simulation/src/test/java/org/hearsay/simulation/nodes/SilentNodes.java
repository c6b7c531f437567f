package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.membership.Membership;
import org.jspecify.annotations.Nullable;

/** Nodes that do nothing: a test says what is around them, and sees what they are told. */
public final class SilentNodes implements Nodes {
  private final Map<Integer, Membership> around = new HashMap<>();
  private final List<String> learned = new ArrayList<>();

  /** Puts something around a node. */
  public void surround(int node, Membership membership) {
    around.put(node, membership);
  }

  /** What nodes learned since this was last asked. */
  public List<String> takeLearned() {
    List<String> taken = List.copyOf(learned);
    learned.clear();
    return taken;
  }

  @Override
  public void learnDeath(int node, int peer) {
    learned.add(node + ": " + peer + " died");
  }

  @Override
  public void learnBirth(int node, int peer) {
    learned.add(node + ": " + peer + " is back");
  }

  @Override
  public @Nullable Membership membership(int node) {
    return around.get(node);
  }

  @Override
  public void start(int node, long incarnation) {}

  @Override
  public void kill(int node) {}

  @Override
  public void leave(int node) {}

  @Override
  public void receive(int node, int from, Message envelope) {}

  @Override
  public void broadcast(int node, int value) {}

  @Override
  public int[] values(int node) {
    return new int[0];
  }

  @Override
  public boolean timersChanged() {
    return false;
  }

  @Override
  public long nextDeadlineMicros(int node) {
    return Long.MAX_VALUE;
  }

  @Override
  public void fireTimers(int node) {}
}
