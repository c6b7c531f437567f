package org.hearsay.scenario.fault;

import java.util.List;

/**
 * A running cluster as faults see it. What is so already does not become so again: a dead node
 * cannot be killed, nor a running one be started.
 */
public interface Breakable {

  /** How many nodes it has. */
  int size();

  /** Cuts links. */
  void cut(Cut cut);

  /** Heals those links, unless another cut is at them too. */
  void heal(Cut cut);

  /** Ends a node, which forgets everything. */
  void kill(int node);

  /** Ends several nodes at the same moment. */
  default void kill(List<Integer> nodes) {
    nodes.forEach(this::kill);
  }

  /** Lets a node say good-bye, and ends it. */
  void leave(int node);

  /** Starts a killed node anew. */
  void restart(int node);

  /** Takes a node down, which keeps its state: what it is sent is lost, its timers do not fire. */
  void crash(int node);

  /** Lets a node that is down and has kept its state go on. */
  void recover(int node);

  /** Stops a node as it is. */
  void pause(int node);

  /** Lets a paused node go on. */
  void resume(int node);

  /** Keeps a node from the network, either way: everything waits. Its timers go on. */
  void hang(int node);

  /** Lets a node at the network again that hangs: what waits happens now. */
  void unhang(int node);

  /** From now on a node hangs now and then: while it does not, it is not healthy either. */
  default void sicken(int node) {}

  /** A node hangs no more. */
  default void cure(int node) {}

  /** Makes each reaction of a node take so much longer than usual, 0 for as long as usual. */
  void slow(int node, long extraMicros);

  /** Sets a node's clock ahead, or back by a negative time. */
  void skew(int node, long aheadMicros);

  /** Makes a node's clock go so many seconds a second. */
  void drift(int node, double rate);
}
