package org.hearsay.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hearsay.node.codec.Json;
import org.hearsay.node.service.Count;
import org.hearsay.process.Finding.Kind;
import org.hearsay.process.protocol.Directory;
import org.hearsay.process.protocol.MalformedLineException;
import org.hearsay.process.protocol.Replies;
import org.hearsay.process.protocol.Shown;
import org.hearsay.process.protocol.WireClient;
import org.hearsay.scenario.time.Schedule;
import org.jspecify.annotations.Nullable;

/** One life of a node, from its start over init and topology to its end. */
final class NodeLife implements Launcher.Listener, Switchboard.Inlet {
  private static final long TOPOLOGY_TIMEOUT_MICROS = 5_000_000;

  /** What all lives of a run have in common. */
  record Surroundings(
      Schedule schedule,
      Launcher launcher,
      Switchboard switchboard,
      Directory directory,
      Findings findings,
      List<int[]> neighbors,
      long initTimeoutMicros) {}

  /** How long a node has from being asked to end to its end. */
  private static final long GOOD_BYE_MICROS = 1_000_000;

  private final Surroundings run;
  private final int node;
  private Launcher.@Nullable Link link;
  private Runnable onSetUpFailure = () -> {};
  private boolean open;
  private boolean over;
  private boolean muted;
  private boolean paused;

  NodeLife(Surroundings run, int node) {
    this.run = run;
    this.node = node;
  }

  /**
   * Starts the node and tells it who it is.
   *
   * @param onReply runs when it has answered that
   * @param onFailure runs if it has not, in time or at all
   */
  void begin(Runnable onReply, Runnable onFailure) {
    try {
      link = run.launcher.launch(node, this);
    } catch (IOException e) {
      over = true;
      report(Kind.NOT_SET_UP, "could not be started: " + e.getMessage());
      onFailure.run();
      return;
    }
    ArrayNode names = Json.array();
    for (int other = 0; other < run.directory.nodes().size(); other++) {
      names.add(run.directory.nodes().name(other));
    }
    ObjectNode init = Json.object();
    init.put("node_id", run.directory.nodes().name(node)).set("node_ids", names);
    ask("init", init, run.initTimeoutMicros, onReply, onFailure);
  }

  /** What the node last said that it had counted. */
  Map<Count, Long> counts() {
    return link == null ? Map.of() : link.counts();
  }

  /** Tells the node who its neighbors are. */
  void linkUp(Runnable onReply, Runnable onFailure) {
    ObjectNode topology = Json.object();
    for (int other = 0; other < run.neighbors.size(); other++) {
      ArrayNode peers = topology.putArray(run.directory.nodes().name(other));
      for (int peer : run.neighbors.get(other)) {
        peers.add(run.directory.nodes().name(peer));
      }
    }
    ObjectNode body = Json.object();
    body.set("topology", topology);
    ask("topology", body, TOPOLOGY_TIMEOUT_MICROS, onReply, onFailure);
  }

  /**
   * Asks on behalf of a client that is there for this one question. As Maelstrom's, the one that
   * asks for init is gone once it is answered, the one that tells the topology stays to the end.
   */
  private void ask(
      String type, ObjectNode body, long timeoutMicros, Runnable onReply, Runnable onFailure) {
    if (over || muted) {
      onFailure.run();
      return;
    }
    WireClient client = run.directory.open();
    boolean[] ended = new boolean[1];
    onSetUpFailure = onFailure;
    run.switchboard.askAt(
        this::write,
        client,
        node,
        type,
        body,
        reply -> {
          ended[0] = true;
          onSetUpFailure = () -> {};
          if (type.equals("init")) {
            run.directory.close(client);
          }
          judge(type, reply, onReply, onFailure);
        });
    run.schedule.at(
        run.schedule.nowMicros() + timeoutMicros,
        () -> {
          if (!ended[0]) {
            if (!over && !muted) {
              report(
                  Kind.NOT_SET_UP,
                  "did not answer " + type + " within " + timeoutMicros / 1e6 + " s");
            }
            onFailure.run();
          }
        });
  }

  private void judge(String type, JsonNode reply, Runnable onReply, Runnable onFailure) {
    String problem =
        Replies.isError(reply)
            ? "the error " + Shown.start(Json.text(reply))
            : Replies.problem(type, reply);
    if (problem == null) {
      onReply.run();
    } else {
      report(Kind.NOT_SET_UP, "answered " + type + " with " + problem);
      onFailure.run();
    }
  }

  /** Ends it. */
  void end() {
    silence();
    if (link != null) {
      link.kill();
    }
  }

  /** Ends it, and lets it say good-bye before. */
  void leave() {
    if (link != null && !over) {
      link.terminate();
      run.schedule.at(run.schedule.nowMicros() + GOOD_BYE_MICROS, this::end);
    }
  }

  /** Listens to it no more. */
  void silence() {
    over = true;
  }

  void pause() {
    paused = true;
    if (link != null && !over) {
      link.pause();
    }
  }

  void resume() {
    paused = false;
    if (link != null && !over) {
      link.resume();
    }
  }

  int node() {
    return node;
  }

  List<String> lastErrors() {
    return link == null ? List.of() : link.lastErrors();
  }

  /** Lets in what peers and clients send. */
  void open() {
    open = true;
  }

  @Override
  public boolean deliver(byte[] line) {
    return open && write(line);
  }

  private boolean write(byte[] line) {
    if (over || link == null) {
      return false;
    }
    boolean sent = link.send(line);
    if (!sent && !paused) {
      report(Kind.DEAF, "does not read its standard input: 64 MiB of what it was sent wait there");
    }
    return sent;
  }

  @Override
  public void printed(byte[] line, long micros) {
    if (over || muted) {
      return;
    }
    try {
      String service = run.switchboard.take(line, micros);
      if (service != null) {
        report(Kind.SERVICE, "wrote to the service " + service);
      }
    } catch (MalformedLineException e) {
      if (link != null) {
        link.stopReading();
      }
      muted = true;
      report(Kind.MALFORMED_LINE, "printed " + e.getMessage());
      onSetUpFailure.run();
    }
  }

  @Override
  public void muted(Kind kind, String why) {
    if (!over && !muted) {
      muted = true;
      report(kind, why);
      onSetUpFailure.run();
    }
  }

  @Override
  public void failed(String line) {
    if (!over) {
      report(Kind.STRATEGY_FAILED, line);
    }
  }

  @Override
  public void ended(String how) {
    if (!over) {
      over = true;
      report(Kind.DIED, how);
      onSetUpFailure.run();
    }
  }

  private void report(Kind kind, String what) {
    run.findings.add(node, kind, what);
  }
}
