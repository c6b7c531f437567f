package org.hearsay.node.maelstrom;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.runtime.MicrosClock;
import org.hearsay.node.service.Counters;
import org.hearsay.node.store.StoreException;
import org.hearsay.node.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Maelstrom's protocol for the broadcast workload, line by line: every request gets exactly one
 * reply, and what cannot be understood gets an error reply if somebody waits for it and one line in
 * the log. No input ends the node or makes it forget.
 */
public final class MaelstromNode {
  private static final int MAX_QUOTED_CHARS = 120;

  private final ConfiguredStrategy<?, ?> strategy;
  private final long seed;
  private final LongSupplier incarnations;
  private final Stores stores;
  private final MicrosClock clock;
  private final Consumer<byte[]> out;
  private final Journal journal;
  private final Seldom refusals;
  private Journal log;
  private @Nullable Member<?> member;

  /** A node that waits for {@code init} and keeps nothing over its life. */
  public MaelstromNode(
      ConfiguredStrategy<?, ?> strategy,
      long seed,
      LongSupplier incarnations,
      MicrosClock clock,
      Consumer<byte[]> out,
      Journal journal) {
    this(strategy, seed, incarnations, Stores.NONE, clock, out, journal);
  }

  /**
   * A node that waits for {@code init}.
   *
   * @param strategy what it runs
   * @param seed with the node's number, decides every random choice
   * @param incarnations gives a number that no earlier life of this node had
   * @param stores opens what it keeps its rumors in; {@link #commit} is to be called before
   *     anything that it printed leaves
   * @param clock the time
   * @param out takes each line to print, without the line's end
   * @param journal takes what there is to log
   */
  public MaelstromNode(
      ConfiguredStrategy<?, ?> strategy,
      long seed,
      LongSupplier incarnations,
      Stores stores,
      MicrosClock clock,
      Consumer<byte[]> out,
      Journal journal) {
    this.strategy = strategy;
    this.seed = seed;
    this.incarnations = incarnations;
    this.stores = stores;
    this.clock = clock;
    this.out = out;
    this.journal = journal;
    this.log = journal;
    this.refusals = new Seldom(clock, entry -> log.write(entry));
  }

  /**
   * Handles one line of input, without the line's end.
   *
   * @throws StoreException if the node cannot keep its data: it must end, and nothing of what it
   *     printed since the last commit may leave but for its answer to {@code init}
   */
  public void handle(byte[] line) {
    if (!hear(line)) {
      handleRequest(line);
    }
  }

  private boolean hear(byte[] line) {
    Member<?> self = member;
    try {
      return self != null && self.hear(line);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      logFailure("while handling " + quote(line), e);
      return true;
    }
  }

  private void handleRequest(byte[] line) {
    Request request;
    try {
      request = Request.parse(line);
    } catch (RefusedException e) {
      logRefused(e.reason(), line);
      Salvage.from(line).ifPresent(unread -> replyError(unread, e.code(), e.reason()));
      return;
    }
    try {
      answer(request);
    } catch (RefusedException e) {
      if (e.code() == RefusedException.TEMPORARILY_UNAVAILABLE && member != null) {
        refusals.log("refused", request.type() + " for now: " + e.reason());
      } else {
        logRefused(e.reason(), line);
      }
      replyError(request, e.code(), e.reason());
    } catch (StoreException e) {
      replyError(request, RefusedException.CRASH, e.sentence());
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      logFailure("while handling " + quote(line), e);
      replyError(request, RefusedException.CRASH, "the node failed: " + e);
    }
  }

  /** Fires the timers that are due. */
  public void fireTimers() {
    Member<?> self = member;
    if (self != null) {
      try {
        self.fireTimers();
      } catch (StoreException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
        logFailure("in a timer", e);
      }
    }
  }

  /** The line that is handled next has waited so long. */
  void waited(long micros) {
    Member<?> self = member;
    if (self != null) {
      self.waited(micros);
    }
  }

  /** Says good-bye to its peers, as it is about to stop for good. */
  void leave() {
    Member<?> self = member;
    if (self != null) {
      try {
        self.leave();
      } catch (StoreException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
        logFailure("while leaving", e);
      }
    }
  }

  /** Says what it has counted, as it ends. */
  void end() {
    Member<?> self = member;
    if (self != null) {
      self.end();
    }
  }

  /** Logs something that happened around the node. */
  void say(Entry entry) {
    log.write(entry);
  }

  /**
   * Makes everything safe that the node knows and is to keep.
   *
   * @throws StoreException if that cannot be done
   */
  public void commit() {
    Member<?> self = member;
    if (self != null) {
      self.commit();
    }
  }

  /** Does the same for the last time. */
  void close() {
    Member<?> self = member;
    if (self != null) {
      self.close();
    }
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} if no timer is set. */
  public long nextDeadlineMicros() {
    Member<?> self = member;
    return self == null ? Long.MAX_VALUE : self.nextDeadlineMicros();
  }

  /** What it has counted so far. */
  public Counters counters() {
    Member<?> self = member;
    return self == null ? new Counters() : self.counters();
  }

  /** Whether it has been told who it is. */
  boolean isMember() {
    return member != null;
  }

  private void answer(Request request) throws RefusedException {
    if (request.src().isEmpty() || request.dest().isEmpty()) {
      throw RefusedException.malformed("a message without src and dest");
    }
    if (request.type().isEmpty()) {
      throw RefusedException.malformed("a message whose body has no type");
    }
    if (request.isReply()) {
      throw RefusedException.malformed("a reply to nothing this node asked");
    }
    if (request.type().equals("init")) {
      init(request);
      return;
    }
    Member<?> self = member;
    if (self == null) {
      throw new RefusedException(
          RefusedException.TEMPORARILY_UNAVAILABLE, request.type() + " before init");
    }
    if (!request.dest().equals(self.name())) {
      throw RefusedException.malformed(
          "a message for " + request.dest() + ", this is " + self.name());
    }
    switch (request.type()) {
      case "topology" -> {
        self.topology(request);
        reply(request, "topology_ok", "");
      }
      case "broadcast" -> {
        self.broadcast(request);
        reply(request, "broadcast_ok", "");
      }
      case "read" -> {
        if (request.messageId().isEmpty()) {
          throw RefusedException.malformed("read without an integer \"msg_id\" to reply to");
        }
        reply(request, "read_ok", ",\"messages\":" + self.read());
      }
      case JsonCodec.BODY_TYPE -> self.gossip(request);
      default ->
          throw new RefusedException(
              RefusedException.NOT_SUPPORTED,
              "unknown type "
                  + quote(request.type().getBytes(StandardCharsets.UTF_8))
                  + "; known: init, topology, broadcast, read, "
                  + JsonCodec.BODY_TYPE);
    }
  }

  private void init(Request request) throws RefusedException {
    String name = request.required("node_id").asText("");
    List<String> all = new ArrayList<>();
    for (JsonNode other : request.required("node_ids")) {
      all.add(other.asText(""));
    }
    if (name.isEmpty() || !all.contains(name) || all.contains("")) {
      throw RefusedException.malformed("init whose node_ids do not list its node_id by name");
    }
    Member<?> self = member;
    if (self == null) {
      log = journal.of(name);
      member = join(name, all);
      log.write(
          Entry.info(Entry.STARTED, "as " + name + " of " + all.size() + " nodes: " + what()));
    } else if (!self.isNamed(name, all)) {
      throw RefusedException.malformed("init as another node: this is " + self.name());
    }
    reply(request, "init_ok", "");
  }

  private String what() {
    StringBuilder what = new StringBuilder(strategy.spec());
    if (!strategy.guarantees().isNone()) { // Else no time is spent on what they are called.
      GuaranteeWords.words(strategy.guarantees()).forEach(word -> what.append(' ').append(word));
    }
    return what.append(", seed ").append(seed).toString();
  }

  private Member<?> join(String name, List<String> all) throws RefusedException {
    String shortage = strategy.guarantees().retention().shortage(all.size());
    if (shortage != null) {
      throw new RefusedException(RefusedException.NOT_SUPPORTED, "init: " + shortage);
    }
    try {
      NodeNames names = new NodeNames(all);
      return new Member<>(
          strategy,
          names.number(name),
          names,
          incarnations.getAsLong(),
          seed,
          stores,
          clock,
          out,
          log);
    } catch (IllegalArgumentException e) {
      throw RefusedException.malformed("init: " + e.getMessage());
    }
  }

  private void reply(Request request, String type, String fields) {
    Member<?> self = member;
    request
        .messageId()
        .ifPresent(
            id ->
                out.accept(
                    ("{\"src\":"
                            + Json.quote(self == null ? request.dest() : self.name())
                            + ",\"dest\":"
                            + Json.quote(request.src())
                            + ",\"body\":{\"type\":\""
                            + type
                            + "\",\"in_reply_to\":"
                            + id
                            + fields
                            + "}}")
                        .getBytes(StandardCharsets.UTF_8)));
  }

  private void replyError(Request request, int code, String text) {
    if (!request.src().isEmpty() && !request.dest().isEmpty() && !request.isReply()) {
      reply(request, "error", ",\"code\":" + code + ",\"text\":" + Json.quote(text));
    }
  }

  private void logRefused(String reason, byte[] line) {
    log.write(Entry.warn("refused", reason + ": " + quote(line)));
  }

  private void logFailure(String when, Throwable failure) {
    log.write(Entry.error(Entry.FAILED, when + ": " + failure, failure));
  }

  /** The beginning of a text, printable on one line. */
  private static String quote(byte[] text) {
    String start =
        new String(text, 0, Math.min(text.length, MAX_QUOTED_CHARS), StandardCharsets.UTF_8);
    return Json.quote(start)
        + (text.length > MAX_QUOTED_CHARS ? "... (" + text.length + " bytes)" : "");
  }
}
