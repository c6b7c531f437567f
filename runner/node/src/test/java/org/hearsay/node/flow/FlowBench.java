package org.hearsay.node.flow;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.node.flow.FlowMessage.FlowMark;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.runtime.Outbox;
import org.hearsay.node.service.BareHost;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.ServiceMessage;

/** Node 0 with nothing but flow control, in time that a test lets pass, and what leaves it. */
final class FlowBench extends BareHost {
  static final int PEER = 1;

  /** Something a strategy says. */
  record Word(int number) implements Message {}

  /** Something it says with rumors. */
  record Load(Rumors rumors) implements Message {}

  /** Something a failure detector says. */
  record Ping() implements DetectorMessage {}

  /** Something it need not say. */
  record Hint(int number) implements Message {
    @Override
    public boolean isLazy() {
      return true;
    }
  }

  /** Something that says all that was said before. */
  record Sum(int number) implements Message {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Sum sum && number >= sum.number;
    }
  }

  /** An envelope that left. */
  record Left(long micros, int peer, List<Message> messages) {
    FlowMark mark() {
      return (FlowMark) messages.get(0);
    }

    /** What is not flow control's. */
    List<Message> words() {
      return messages.stream().filter(each -> !(each instanceof FlowMessage)).toList();
    }
  }

  final List<Left> left = new ArrayList<>();
  final List<Integer> repairs = new ArrayList<>();
  private final Outbox outbox = new Outbox();
  private final FlowControl flow;
  private final long incarnation;

  FlowBench(FlowLimits limits) {
    this(limits, 1_767_225_600_000L);
  }

  FlowBench(FlowLimits limits, long incarnation) {
    super(0, 5, new RumorTable());
    this.incarnation = incarnation;
    this.flow =
        new FlowControl(
            this,
            limits,
            (peer, messages) -> left.add(new Left(nowMicros(), peer, List.copyOf(messages))),
            new Noted());
  }

  /** Notes who is made up for. */
  private final class Noted implements Repairs {
    @Override
    public void ask(int peer) {
      repairs.add(peer);
    }

    @Override
    public void offer(int peer, RumorIds rumors) {
      repairs.add(peer);
    }
  }

  static FlowBench controlled() {
    return new FlowBench(new FlowLimits(true, 0, 0));
  }

  /** The strategy sends something. */
  void send(int peer, Message... messages) {
    for (Message each : messages) {
      outbox.add(peer, each);
    }
    outbox.flush(flow);
  }

  /** An envelope arrives; whether it counts. */
  boolean hear(int from, Message... messages) {
    boolean counts = flow.hear(from, List.of(messages));
    outbox.flush(flow);
    return counts;
  }

  /** The peer acknowledges the last envelope that left for it. */
  void acknowledge() {
    FlowMark last = left.get(left.size() - 1).mark();
    hear(PEER, new FlowMark(0, last.number(), 0));
  }

  /** Time passes, and timers fire when they are due. */
  void pass(long micros) {
    long end = nowMicros() + micros;
    while (flow.nextDeadlineMicros() <= end) {
      advance(Math.max(0, flow.nextDeadlineMicros() - nowMicros()));
      flow.fireTimers();
      outbox.flush(flow);
    }
    advance(end - nowMicros());
  }

  FlowControl flow() {
    return flow;
  }

  long count(Count count) {
    return counters().get(count);
  }

  /** Rumors that nobody has sent yet. */
  Rumors rumors(int count) {
    int source = rumors().number(9, rumors().numberIfKnown(9, 0) + 1);
    RumorIds.Builder ids = RumorIds.builder();
    for (int i = 0; i < count; i++) {
      rumors().store(RumorTable.rumor(source, i), IntNode.valueOf(i));
      ids.add(RumorTable.rumor(source, i));
    }
    return new Rumors(ids.build());
  }

  /** How often each kind of message left. */
  Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    left.forEach(
        each ->
            each.messages()
                .forEach(
                    message -> kinds.merge(message.getClass().getSimpleName(), 1, Integer::sum)));
    return kinds;
  }

  @Override
  public long incarnation() {
    return incarnation;
  }

  @Override
  public void send(int peer, ServiceMessage message) {
    outbox.add(peer, message);
  }

  @Override
  public void answer(int peer) {
    outbox.answer(peer);
  }
}
