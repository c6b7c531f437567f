package org.hearsay.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hearsay.node.codec.Json;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.hearsay.process.Finding.Kind;
import org.hearsay.process.protocol.Directory;
import org.hearsay.process.protocol.Replies;
import org.hearsay.process.protocol.WireClient;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.fault.Breakable;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.Cluster;
import org.hearsay.scenario.workload.Operation.Ending;

/** Nodes that somebody launches, as clients and faults see them. */
final class DrivenCluster implements Cluster, Breakable {

  /** The clients of a node that ask for nothing at the moment, and those that are done for. */
  private static final class Worker {
    private final Deque<WireClient> idle = new ArrayDeque<>();
    private final List<WireClient> crashed = new ArrayList<>();
  }

  private final Directory directory;
  private final Switchboard switchboard;
  private final Findings findings;
  private final NodeLife.Surroundings surroundings;
  private final List<NodeLife> lives = new ArrayList<>();
  private final List<NodeLife> earlier = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();

  /** Whether clients ask without waiting for each other; then none of them ever goes. */
  private final boolean overlapping;

  DrivenCluster(
      Schedule schedule,
      Settings settings,
      Launcher launcher,
      Traffic traffic,
      Findings findings,
      Duration initTimeout) {
    int count = settings.cluster().nodeCount();
    this.directory = new Directory(count);
    this.findings = findings;
    this.overlapping = settings.load().workload() == Workload.BROADCASTS;
    this.switchboard = new Switchboard(schedule, settings, directory, traffic, lives::get);
    this.surroundings =
        new NodeLife.Surroundings(
            schedule,
            launcher,
            switchboard,
            directory,
            findings,
            settings.cluster().topology().graph(count, settings.seed()).rows(),
            TimeUnit.MICROSECONDS.convert(initTimeout));
    for (int node = 0; node < count; node++) {
      lives.add(new NodeLife(surroundings, node));
      workers.add(new Worker());
    }
  }

  /**
   * Starts all nodes and, once each knows who it is, tells them their neighbors.
   *
   * @param onReady runs when all are ready
   * @param onFailure runs when one of them is not going to be, once or more often
   */
  void setUp(Runnable onReady, Runnable onFailure) {
    int[] missing = {size()};
    Runnable onLinked =
        () -> {
          if (--missing[0] == 0) {
            onReady.run();
          }
        };
    Runnable onInitialized =
        () -> {
          if (--missing[0] == 0) {
            missing[0] = size();
            List.copyOf(lives).forEach(life -> life.linkUp(onLinked, onFailure));
          }
        };
    for (NodeLife life : lives) {
      life.begin(onInitialized, onFailure);
      // Whatever peers send comes after init.
      life.open();
    }
  }

  /** Listens to the nodes no more. */
  void silence() {
    lives.forEach(NodeLife::silence);
  }

  /** The last lines that each life of a node wrote to standard error. */
  List<String> lastErrors(int node) {
    List<String> lines = new ArrayList<>();
    earlier.stream()
        .filter(life -> life.node() == node)
        .forEach(life -> lines.addAll(life.lastErrors()));
    lines.addAll(lives.get(node).lastErrors());
    return lines;
  }

  /** What nodes say that they have counted, in all lives. */
  Map<Count, Long> counts() {
    return Counters.together(
        Stream.concat(earlier.stream(), lives.stream()).map(NodeLife::counts).toList());
  }

  @Override
  public int size() {
    return lives.size();
  }

  @Override
  public Request broadcast(int node, int value, Client client) {
    return ask(node, "broadcast", Json.object().put("message", value), client);
  }

  @Override
  public Request read(int node, Client client) {
    return ask(node, "read", Json.object(), client);
  }

  private Request ask(int node, String type, ObjectNode body, Client client) {
    Worker worker = workers.get(node);
    WireClient asking = client(worker);
    switchboard.ask(
        asking, node, type, body, reply -> end(node, worker, asking, type, reply, client));
    return () -> {
      asking.giveUp();
      // Nobody knows whether a broadcast took effect: whoever asked for it is done for.
      release(worker, asking, type.equals("broadcast"));
    };
  }

  private WireClient client(Worker worker) {
    WireClient idle = worker.idle.poll();
    if (idle != null) {
      return idle;
    }
    if (!overlapping) {
      worker.crashed.forEach(directory::close);
      worker.crashed.clear();
    }
    return directory.open();
  }

  private static void release(Worker worker, WireClient client, boolean crashed) {
    if (crashed) {
      worker.crashed.add(client);
    } else {
      worker.idle.push(client);
    }
  }

  private void end(
      int node, Worker worker, WireClient asking, String type, JsonNode reply, Client client) {
    boolean isRead = type.equals("read");
    if (Replies.isError(reply)) {
      Ending ending = isRead || Replies.isDefinite(reply) ? Ending.FAILED : Ending.UNKNOWN;
      release(worker, asking, ending == Ending.UNKNOWN);
      client.end(ending, null);
      return;
    }
    String problem = Replies.problem(type, reply);
    release(worker, asking, problem != null);
    if (problem != null) {
      findings.add(node, Kind.MALFORMED_REPLY, "sent " + problem);
      client.end(Ending.UNKNOWN, null);
    } else {
      client.end(Ending.OK, isRead ? Replies.values(reply) : null);
    }
  }

  @Override
  public void cut(Cut cut) {
    switchboard.cut(cut);
  }

  @Override
  public void heal(Cut cut) {
    switchboard.heal(cut);
  }

  @Override
  public void kill(int node) {
    lives.get(node).end();
  }

  /** Lets a node say good-bye, as far as its program does on a signal to end. */
  @Override
  public void leave(int node) {
    lives.get(node).leave();
  }

  @Override
  public void restart(int node) {
    NodeLife next = new NodeLife(surroundings, node);
    NodeLife last = lives.set(node, next);
    last.end();
    earlier.add(last);
    next.begin(() -> next.linkUp(next::open, () -> {}), () -> {});
  }

  @Override
  public void pause(int node) {
    lives.get(node).pause();
  }

  @Override
  public void resume(int node) {
    lives.get(node).resume();
  }

  @Override
  public void crash(int node) {
    throw inSimulationOnly();
  }

  @Override
  public void recover(int node) {
    throw inSimulationOnly();
  }

  @Override
  public void hang(int node) {
    throw inSimulationOnly();
  }

  @Override
  public void unhang(int node) {
    throw inSimulationOnly();
  }

  @Override
  public void slow(int node, long extraMicros) {
    throw inSimulationOnly();
  }

  @Override
  public void skew(int node, long aheadMicros) {
    throw inSimulationOnly();
  }

  @Override
  public void drift(int node, double rate) {
    throw inSimulationOnly();
  }

  private static IllegalStateException inSimulationOnly() {
    return new IllegalStateException("Such faults are refused before a run of processes");
  }
}
