package org.hearsay.scenario.workload;

import org.jspecify.annotations.Nullable;

/**
 * One thing a client asked of one node, and how it ended. Indices number all invocations and
 * completions of a run in the order they happened.
 */
public final class Operation {

  /** What was asked. */
  public enum Kind {
    /** Spread a value. */
    BROADCAST,
    /** Answer all values known. */
    READ,
    /** A read after the cluster had time to agree. */
    FINAL_READ
  }

  /** How it ended. */
  public enum Ending {
    /** Not yet. */
    NONE,
    /** The node replied. */
    OK,
    /** It did not take effect, or was a read and brought nothing. */
    FAILED,
    /** No reply came, or one that says little: the broadcast may or may not have taken effect. */
    UNKNOWN
  }

  private final Kind kind;
  private final int node;
  private final int value;
  private final int invokedIndex;
  private final long invokedMicros;
  private Ending ending = Ending.NONE;
  private int endedIndex = -1;
  private long endedMicros = -1;
  private int @Nullable [] values;

  Operation(Kind kind, int node, int value, int invokedIndex, long invokedMicros) {
    this.kind = kind;
    this.node = node;
    this.value = value;
    this.invokedIndex = invokedIndex;
    this.invokedMicros = invokedMicros;
  }

  void end(Ending how, int index, long micros, int @Nullable [] readValues) {
    ending = how;
    endedIndex = index;
    endedMicros = micros;
    values = readValues;
  }

  /** What was asked. */
  public Kind kind() {
    return kind;
  }

  /** Of which node. */
  public int node() {
    return node;
  }

  /** The value to spread, of a broadcast. */
  public int value() {
    return value;
  }

  /** The index of the invocation. */
  public int invokedIndex() {
    return invokedIndex;
  }

  /** When it was invoked. */
  public long invokedMicros() {
    return invokedMicros;
  }

  /** How it ended. */
  public Ending ending() {
    return ending;
  }

  /** The index of the completion, or -1. */
  public int endedIndex() {
    return endedIndex;
  }

  /** When it ended, or -1. */
  public long endedMicros() {
    return endedMicros;
  }

  /** The values a read answered, in that order and as often as they came; empty without a reply. */
  public int[] values() {
    int[] answered = values;
    return answered == null ? new int[0] : answered;
  }

  /** Whether this is a read that was answered. */
  public boolean isAnsweredRead() {
    return kind != Kind.BROADCAST && ending == Ending.OK;
  }
}
