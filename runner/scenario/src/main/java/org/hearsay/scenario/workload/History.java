package org.hearsay.scenario.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;
import org.jspecify.annotations.Nullable;

/** Everything the clients of one run did and saw, in the order it happened. */
public final class History {

  /**
   * An operation began or ended.
   *
   * @param operation which
   * @param invocation whether it began
   */
  public record Event(Operation operation, boolean invocation) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();

  /** Records an invocation. Broadcast values are 0, 1, 2, ... in order of invocation. */
  public Operation invoke(Kind kind, int node, int value, long nowMicros) {
    Operation operation = new Operation(kind, node, value, events.size(), nowMicros);
    operations.add(operation);
    events.add(new Event(operation, true));
    return operation;
  }

  /** Records how an operation ended; {@code values} are what a read answered. */
  public void end(Operation operation, Ending ending, long nowMicros, int @Nullable [] values) {
    operation.end(ending, events.size(), nowMicros, values);
    events.add(new Event(operation, false));
  }

  /** Invocations and completions in order. */
  public List<Event> events() {
    return Collections.unmodifiableList(events);
  }

  /** Operations in order of invocation. */
  public List<Operation> operations() {
    return Collections.unmodifiableList(operations);
  }

  /** The broadcasts among them: the one of value v at index v. */
  public List<Operation> broadcasts() {
    return operations.stream().filter(operation -> operation.kind() == Kind.BROADCAST).toList();
  }
}
