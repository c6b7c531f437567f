package org.hearsay.scenario.check;

import java.util.Arrays;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;

/** Writes histories by hand: each operation takes a millisecond, and time moves on in between. */
final class Histories {
  static final long MILLI = 1_000;

  private final History history = new History();
  private long nowMicros;
  private int nextValue;

  History history() {
    return history;
  }

  Histories after(long millis) {
    nowMicros += millis * MILLI;
    return this;
  }

  /** Broadcasts the next value, and is acknowledged. */
  Histories broadcast(int node) {
    end(begin(Kind.BROADCAST, node), Ending.OK);
    return this;
  }

  /** Broadcasts the next value, without a reply. */
  Histories broadcastInVain(int node) {
    end(begin(Kind.BROADCAST, node), Ending.UNKNOWN);
    return this;
  }

  Histories read(int node, int... values) {
    end(begin(Kind.READ, node), Ending.OK, values);
    return this;
  }

  Histories finalRead(int node, int... values) {
    end(begin(Kind.FINAL_READ, node), Ending.OK, values);
    return this;
  }

  Histories finalReadInVain(int node) {
    end(begin(Kind.FINAL_READ, node), Ending.UNKNOWN);
    return this;
  }

  /** Begins an operation that ends later. */
  Operation begin(Kind kind, int node) {
    int value = kind == Kind.BROADCAST ? nextValue++ : -1;
    return history.invoke(kind, node, value, nowMicros);
  }

  void end(Operation operation, Ending ending, int... values) {
    after(1);
    history.end(operation, ending, nowMicros, Arrays.copyOf(values, values.length));
  }
}
