package org.hearsay.scenario.workload;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Maelstrom's broadcast workload: one client a node, by turns doing the next operation, broadcast
 * or read with equal chance, at gaps uniform in [0, 2/rate); after the time limit a quiet phase,
 * and a last read by everyone at once.
 */
public final class BroadcastWorkload {
  private static final long STREAM = -1;

  /** How long a client waits for a reply. */
  static final long TIMEOUT_MICROS = 5_000_000;

  private final Schedule schedule;
  private final Cluster cluster;
  private final History history;
  private final SeededRandom random;
  private final double gapMicros;
  private final long limitMicros;
  private final Runnable onLimit;
  private final FinalReads finalReads;
  private final BitSet free = new BitSet();
  private long startMicros;
  private int turn;
  private int nextValue;
  private boolean waitingForClient;
  private boolean pastLimit;

  /**
   * A workload that has not begun.
   *
   * @param onLimit runs when the time limit is over and all clients are free
   * @param onEnd runs when every final read has ended
   */
  public BroadcastWorkload(
      Schedule schedule,
      Cluster cluster,
      History history,
      Settings settings,
      Runnable onLimit,
      Runnable onEnd) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.history = history;
    this.random = new SeededRandom(settings.seed(), STREAM);
    this.gapMicros = 2e6 / settings.load().ratePerSecond();
    this.limitMicros = TimeUnit.MICROSECONDS.convert(settings.load().limit());
    this.onLimit = onLimit;
    this.finalReads = new FinalReads(schedule, cluster, history, settings, onEnd);
    free.set(0, cluster.size());
  }

  /** Begins: the first operation comes at once. */
  public void begin() {
    startMicros = schedule.nowMicros();
    next(startMicros);
  }

  /** Does the next operation, which is due at a time that may be over by a little. */
  private void next(long dueMicros) {
    if (dueMicros > startMicros + limitMicros) {
      pastLimit = true;
      endPhaseWhenAllFree();
    } else if (free.isEmpty()) {
      waitingForClient = true;
    } else {
      boolean broadcast = random.nextBoolean();
      int client = takeFree();
      if (broadcast) {
        broadcast(client);
      } else {
        read(client);
      }
      long nextMicros = dueMicros + (long) (random.nextDouble() * gapMicros);
      schedule.at(nextMicros, () -> next(nextMicros));
    }
  }

  /**
   * The client whose turn it is or, if it waits for a reply, the next one that is free. As in
   * Jepsen the turn goes round one place more than there are clients, the nemesis', which falls to
   * client 0: it does up to twice as much as another.
   */
  private int takeFree() {
    int client = free.nextSetBit(turn);
    if (client < 0) {
      client = free.nextSetBit(0);
    }
    turn = (turn + 1) % (cluster.size() + 1);
    free.clear(client);
    return client;
  }

  private void broadcast(int node) {
    int value = nextValue++;
    Operation operation = history.invoke(Kind.BROADCAST, node, value, schedule.nowMicros());
    Cluster.Request request =
        cluster.broadcast(node, value, (ending, values) -> end(operation, ending, values));
    schedule.at(
        operation.invokedMicros() + TIMEOUT_MICROS,
        () -> giveUp(operation, request, Ending.UNKNOWN));
  }

  private void read(int node) {
    Operation operation = history.invoke(Kind.READ, node, -1, schedule.nowMicros());
    Cluster.Request request =
        cluster.read(node, (ending, values) -> end(operation, ending, values));
    schedule.at(
        operation.invokedMicros() + TIMEOUT_MICROS,
        () -> giveUp(operation, request, Ending.FAILED));
  }

  private void giveUp(Operation operation, Cluster.Request request, Ending ending) {
    if (operation.ending() == Ending.NONE) {
      request.giveUp();
      end(operation, ending, null);
    }
  }

  private void end(Operation operation, Ending ending, int @Nullable [] values) {
    if (operation.ending() != Ending.NONE) {
      return;
    }
    history.end(operation, ending, schedule.nowMicros(), values);
    free.set(operation.node());
    if (waitingForClient) {
      waitingForClient = false;
      next(schedule.nowMicros());
    } else if (pastLimit) {
      endPhaseWhenAllFree();
    }
  }

  private void endPhaseWhenAllFree() {
    if (free.cardinality() == cluster.size()) {
      onLimit.run();
      finalReads.begin();
    }
  }
}
