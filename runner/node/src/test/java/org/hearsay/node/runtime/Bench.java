package org.hearsay.node.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;

/**
 * Node 1 of five on a bench: a test says what each callback does, sets the clock, and sees what
 * left the node and what was delivered.
 */
final class Bench {
  static final int SELF = 1;
  static final int NODES = 5;

  /** A message; its number tells it from others. */
  record Note(int number, Rumors rumors) implements Message {
    static Note of(int number) {
      return new Note(number, Rumors.NONE);
    }
  }

  /** What left the node at once. */
  record Envelope(int peer, List<? extends Message> messages) {
    static Envelope to(int peer, Integer... numbers) {
      return new Envelope(peer, List.of(numbers).stream().map(Note::of).toList());
    }
  }

  /** A rumor that a client heard, and who brought it. */
  record Delivery(long rumor, int from) {}

  /** A strategy whose every callback can be replaced while it runs. */
  static final class Script implements Strategy<Note> {
    final List<String> calls = new ArrayList<>();
    Consumer<Node<Note>> onStart = node -> {};
    Consumer<Node<Note>> onBroadcast = node -> {};
    OnMessage onMessage = (node, message) -> {};
    OnTimer onTimer = (node, timer) -> {};
    Consumer<Node<Note>> onNeighborsChanged = node -> {};

    @FunctionalInterface
    interface OnMessage {
      void accept(Node<Note> node, Note message);
    }

    @FunctionalInterface
    interface OnTimer {
      void accept(Node<Note> node, int timer);
    }

    @Override
    public void onStart(Node<Note> node) {
      during("start", () -> onStart.accept(node));
    }

    @Override
    public void onBroadcast(Node<Note> node, long rumor) {
      during("broadcast " + rumor, () -> onBroadcast.accept(node));
    }

    @Override
    public void onMessage(Node<Note> node, int from, Note message) {
      during("note " + message.number() + " from " + from, () -> onMessage.accept(node, message));
    }

    @Override
    public void onTimer(Node<Note> node, int timer) {
      during("timer " + timer, () -> onTimer.accept(node, timer));
    }

    @Override
    public void onNeighborsChanged(Node<Note> node) {
      during("neighbors changed", () -> onNeighborsChanged.accept(node));
    }

    private void during(String call, Runnable action) {
      calls.add(call);
      action.run();
      calls.add("end");
    }

    /** The callbacks so far, without their ends. */
    List<String> begun() {
      return calls.stream().filter(call -> !call.equals("end")).toList();
    }
  }

  final Script script = new Script();
  final RumorTable rumors = new RumorTable();
  final List<Envelope> sent = new ArrayList<>();
  final List<Delivery> delivered = new ArrayList<>();
  final NodeRuntime<Note> runtime =
      new NodeRuntime<>(
          new NodeRuntime.Identity(SELF, 0, new AllOthers(NODES, SELF)),
          script,
          rumors,
          new SeededRandom(1, SELF),
          this::now,
          (peer, envelope) -> sent.add(new Envelope(peer, envelope.messages())),
          (rumor, from) -> delivered.add(new Delivery(rumor, from)));

  private long nowMicros;

  long now() {
    return nowMicros;
  }

  void advanceTo(long micros) {
    nowMicros = micros;
  }

  /** Runs one callback of a started node: whatever it does is an event of its own. */
  void inCallback(Consumer<Node<Note>> action) {
    script.onMessage = (node, message) -> action.accept(node);
    receive(Note.of(0));
  }

  /** Runs a callback that does something and then throws. */
  void inFailingCallback(Consumer<Node<Note>> action) {
    assertThrows(
        Failure.class,
        () ->
            inCallback(
                node -> {
                  action.accept(node);
                  throw new Failure();
                }));
  }

  /** An envelope from node 0. */
  void receive(Note... messages) {
    runtime.receive(0, org.hearsay.node.codec.Envelope.of(List.of(messages)));
  }

  /** Fires what is due at a time, and says which timers those were. */
  List<Integer> timersFiredAt(long micros) {
    List<Integer> fired = new ArrayList<>();
    Script.OnTimer scripted = script.onTimer;
    script.onTimer =
        (node, timer) -> {
          fired.add(timer);
          scripted.accept(node, timer);
        };
    advanceTo(micros);
    runtime.fireTimers();
    script.onTimer = scripted;
    return fired;
  }

  /** A rumor of another node. */
  long foreignRumor(int sequence) {
    long rumor = RumorTable.rumor(rumors.number(0, 0), sequence);
    rumors.store(rumor, TextNode.valueOf("rumor " + sequence));
    return rumor;
  }

  /** What a strategy throws when a test wants it to. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
