package org.hearsay.strategies.spanningtree;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Digest.Range;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.spanningtree.TreeMessage.Graft;
import org.hearsay.strategies.spanningtree.TreeMessage.IHave;
import org.hearsay.strategies.spanningtree.TreeMessage.Prune;
import org.hearsay.strategies.spanningtree.TreeMessage.Push;
import org.hearsay.strategies.spanningtree.TreeMessage.Summary;
import org.hearsay.testkit.RecordingNode;

/** A node of a tree and the messages it may be sent, for tests to step it by hand. */
final class TreeSteps {
  static final int ANNOUNCE = 0;
  static final int ASK = 1;
  static final int COMPARE = 2;
  static final long LAZY_DELAY_MICROS = 200_000;
  static final long GRAFT_TIMEOUT_MICROS = 400_000;
  static final long GRAFT_RETRY_MICROS = 300_000;
  static final long REPAIR_MICROS = 2_000_000;

  static RecordingNode<TreeMessage> node(int id, int batch) {
    SpanningTreeConfig config =
        new SpanningTreeConfig(
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            batch);
    return new RecordingNode<>(new SpanningTree(config), id, 300, 0, 2, 7);
  }

  /** The node, started and with the comparison of its start behind it. */
  static RecordingNode<TreeMessage> started(int batch) {
    RecordingNode<TreeMessage> node = node(5, batch);
    node.start();
    node.fire(COMPARE);
    return node;
  }

  static Push push(long... rumors) {
    return new Push(Rumors.of(rumors));
  }

  static IHave iHave(long... rumors) {
    return new IHave(RumorIds.of(rumors));
  }

  static Graft graft(long... rumors) {
    return new Graft(RumorIds.of(rumors));
  }

  static Prune prune(long... rumors) {
    return new Prune(RumorIds.of(rumors));
  }

  static Digest known(int source, int count) {
    return new Digest(List.of(new Range(source, 0, count)));
  }

  static Summary summary(Digest digest) {
    return new Summary(digest, false);
  }

  static Summary reply(Digest digest) {
    return new Summary(digest, true);
  }

  private TreeSteps() {}
}
