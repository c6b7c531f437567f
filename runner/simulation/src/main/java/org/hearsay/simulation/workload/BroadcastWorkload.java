package org.hearsay.simulation.workload;

import java.util.BitSet;
import java.util.List;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.simulation.workload.Operation.Ending;
import org.hearsay.simulation.workload.Operation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Maelstrom's broadcast workload: one client a node, a random free one doing the next operation,
 * broadcast or read with equal chance, at gaps uniform in [0, 2/rate); after the time limit a quiet
 * phase, and a last read by everyone at once.
 */
public final class BroadcastWorkload {
  private static final long TIMEOUT_MICROS = 5_000_000;

  private final Cluster cluster;
  private final History history;
  private final SeededRandom random;
  private final double gapMicros;
  private final long limitMicros;
  private final long quietMicros;
  private final Runnable onLimit;
  private final Runnable onEnd;
  private final BitSet free = new BitSet();
  private int nextValue;
  private boolean waitingForClient;
  private boolean pastLimit;

  /**
   * A workload that has not begun.
   *
   * @param plan how much of it
   * @param onLimit runs when the time limit is over and all clients are free
   * @param onEnd runs when every final read has ended
   */
  public BroadcastWorkload(
      Cluster cluster,
      History history,
      SeededRandom random,
      Plan plan,
      Runnable onLimit,
      Runnable onEnd) {
    this.cluster = cluster;
    this.history = history;
    this.random = random;
    this.gapMicros = 2e6 / plan.ratePerSecond();
    this.limitMicros = plan.limitMicros();
    this.quietMicros = plan.quietMicros();
    this.onLimit = onLimit;
    this.onEnd = onEnd;
    free.set(0, cluster.size());
  }

  /**
   * How much work.
   *
   * @param ratePerSecond operations per second, larger than 0
   * @param limitMicros how long clients go on
   * @param quietMicros how long they wait before the final reads
   */
  public record Plan(double ratePerSecond, long limitMicros, long quietMicros) {

    /** Checks the bounds. */
    public Plan {
      if (!(ratePerSecond > 0) || limitMicros < 0 || quietMicros < 0) {
        throw new IllegalArgumentException(
            "A workload needs a rate above 0 and times that are not negative");
      }
    }
  }

  /** Begins: the first operation comes at once. */
  public void begin() {
    next();
  }

  private void next() {
    if (cluster.nowMicros() > limitMicros) {
      pastLimit = true;
      endPhaseWhenAllFree();
    } else if (free.isEmpty()) {
      waitingForClient = true;
    } else {
      boolean broadcast = random.nextBoolean();
      int client = takeFree(random.nextInt(cluster.size()));
      if (broadcast) {
        broadcast(client);
      } else {
        read(client, Kind.READ);
      }
      cluster.at(cluster.nowMicros() + (long) (random.nextDouble() * gapMicros), this::next);
    }
  }

  /**
   * The client asked for or, if it waits for a reply, the next one that is free. So a strategy that
   * keeps some clients waiting changes nothing for the others.
   */
  private int takeFree(int wanted) {
    int client = free.nextSetBit(wanted);
    if (client < 0) {
      client = free.nextSetBit(0);
    }
    free.clear(client);
    return client;
  }

  private void broadcast(int node) {
    int value = nextValue++;
    Operation operation = history.invoke(Kind.BROADCAST, node, value, cluster.nowMicros());
    cluster.broadcast(node, value, () -> end(operation, Ending.OK, null));
    timeOut(operation);
  }

  private void read(int node, Kind kind) {
    Operation operation = history.invoke(kind, node, -1, cluster.nowMicros());
    cluster.read(node, values -> end(operation, Ending.OK, values));
    timeOut(operation);
  }

  private void timeOut(Operation operation) {
    cluster.at(
        operation.invokedMicros() + TIMEOUT_MICROS, () -> end(operation, Ending.UNKNOWN, null));
  }

  private void end(Operation operation, Ending ending, int @Nullable [] values) {
    if (operation.ending() != Ending.NONE) {
      return;
    }
    history.end(operation, ending, cluster.nowMicros(), values);
    free.set(operation.node());
    if (waitingForClient) {
      waitingForClient = false;
      next();
    } else if (pastLimit) {
      endPhaseWhenAllFree();
    }
  }

  private void endPhaseWhenAllFree() {
    if (free.cardinality() < cluster.size()) {
      return;
    }
    if (operationsAreFinal()) {
      onEnd.run();
    } else {
      onLimit.run();
      cluster.at(cluster.nowMicros() + quietMicros, this::readFinally);
    }
  }

  private boolean operationsAreFinal() {
    List<Operation> all = history.operations();
    return !all.isEmpty() && all.get(all.size() - 1).kind() == Kind.FINAL_READ;
  }

  private void readFinally() {
    free.clear();
    for (int node = 0; node < cluster.size(); node++) {
      read(node, Kind.FINAL_READ);
    }
  }
}
