package org.hearsay.simulation;

import java.util.BitSet;
import org.hearsay.scenario.time.Schedule;

/** Which nodes are down, stand still or are slow, and what becomes of that which reaches them. */
final class Health {
  private final BitSet down = new BitSet();

  /** Those that are down and have kept their state. */
  private final BitSet dormant = new BitSet();

  private final Pauses pauses = new Pauses();
  private final Hangs hangs = new Hangs();
  private final SlowNodes slowNodes;

  /** Those that hang now and then, at the moment or not. */
  private final BitSet sick = new BitSet();

  private boolean disturbed;

  /** Nodes that are all down. */
  Health(Schedule schedule, int nodeCount) {
    slowNodes = new SlowNodes(schedule);
    down.set(0, nodeCount);
  }

  /** Whether a node may be, or have been, anything but up, awake and quick. */
  boolean isDisturbed() {
    return disturbed || !down.isEmpty();
  }

  /** Lets something come to a node from the network, as {@link #meet} does. */
  void arrive(int node, Runnable reaction, Runnable loss) {
    if (hangs.isHung(node)) {
      hangs.afterwards(node, () -> arrive(node, reaction, loss));
    } else {
      meet(node, reaction, loss);
    }
  }

  /** Lets something go from a node to the network, when the node gets to it. */
  void depart(int node, Runnable sending) {
    if (hangs.isHung(node)) {
      hangs.afterwards(node, sending);
    } else {
      sending.run();
    }
  }

  /** Whether a node may be kept from the network. */
  boolean mayHang() {
    return hangs.areThere();
  }

  /** Lets something reach a node, which reacts when it gets round to it; or it is lost. */
  void meet(int node, Runnable reaction, Runnable loss) {
    if (pauses.isPaused(node)) {
      pauses.afterwards(node, () -> meet(node, reaction, loss));
    } else if (down.get(node)) {
      loss.run();
    } else if (slowNodes.makesWait(node)) {
      slowNodes.afterwards(node, () -> reactNow(node, reaction, loss), loss);
    } else {
      reaction.run();
    }
  }

  private void reactNow(int node, Runnable reaction, Runnable loss) {
    if (pauses.isPaused(node)) {
      pauses.afterwards(node, () -> reactNow(node, reaction, loss));
    } else {
      (down.get(node) ? loss : reaction).run();
    }
  }

  /** Whether a node is there, and whoever asks it something gets an answer. */
  boolean isResponsive(int node) {
    return !down.get(node) && !pauses.isPaused(node) && !hangs.isHung(node);
  }

  /** The same, and it does not hang now and then. */
  boolean isHealthy(int node) {
    return isResponsive(node) && !sick.get(node);
  }

  void sicken(int node) {
    sick.set(node);
  }

  void cure(int node) {
    sick.clear(node);
  }

  boolean isDown(int node) {
    return down.get(node);
  }

  /** Starts a node; whether it was down for good. */
  boolean start(int node) {
    if (!down.get(node) || dormant.get(node)) {
      return false;
    }
    down.clear(node);
    return true;
  }

  /** Ends a node's life, a pause included; whether it had one. */
  boolean kill(int node) {
    if (down.get(node) && !dormant.get(node)) {
      return false;
    }
    disturbed = true;
    down.set(node);
    dormant.clear(node);
    slowNodes.kill(node);
    hangs.kill(node);
    pauses.resume(node);
    return true;
  }

  /** Takes a node down, which keeps its state; whether it was up. */
  boolean crash(int node) {
    if (down.get(node)) {
      return false;
    }
    disturbed = true;
    down.set(node);
    dormant.set(node);
    return true;
  }

  /** Lets a node that has kept its state go on; whether it had. */
  boolean recover(int node) {
    if (!dormant.get(node)) {
      return false;
    }
    dormant.clear(node);
    down.clear(node);
    return true;
  }

  /** Stops a node that is up as it is. */
  void pause(int node) {
    if (!down.get(node)) {
      disturbed = true;
      pauses.pause(node);
    }
  }

  void resume(int node) {
    pauses.resume(node);
  }

  void hang(int node) {
    disturbed = true;
    hangs.hang(node);
  }

  void unhang(int node) {
    hangs.unhang(node);
  }

  void slow(int node, long extraMicros) {
    disturbed = true;
    slowNodes.slow(node, extraMicros);
  }
}
