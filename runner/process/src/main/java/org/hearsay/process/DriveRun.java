package org.hearsay.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.hearsay.process.Finding.Kind;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.LettingGo;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Served;
import org.hearsay.scenario.check.StrictChecker;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.fault.FaultSchedule;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.BroadcastWorkload;
import org.hearsay.scenario.workload.Broadcasts;
import org.hearsay.scenario.workload.FinalReads;
import org.hearsay.scenario.workload.History;

/** One run of launched nodes through a workload of broadcasts, on any kind of schedule. */
final class DriveRun {

  /** What a run is at. */
  enum Phase {
    /** Nodes start. */
    STARTING,
    /** Clients are at work. */
    RUNNING,
    /** Clients wait until everybody had time to hear everything, and read. */
    QUIET,
    /** It is over. */
    ENDED
  }

  private final History history = new History();
  private final Traffic traffic;
  private final Findings findings;
  private final DrivenCluster cluster;
  private final FaultSchedule faults;
  private final Runnable workload;
  private LongSupplier mostLateMicros = () -> 0;
  private final boolean durable;
  private final boolean letGo;
  private Phase phase = Phase.STARTING;

  /** A run that has not begun, of nodes that keep nothing. */
  DriveRun(Schedule schedule, Settings settings, Launcher launcher, Duration initTimeout) {
    this(schedule, settings, launcher, initTimeout, false, false);
  }

  /**
   * A run that has not begun.
   *
   * @param durable whether nodes keep what they acknowledged over their lives
   * @param letGo whether nodes may let go of what they had
   */
  DriveRun(
      Schedule schedule,
      Settings settings,
      Launcher launcher,
      Duration initTimeout,
      boolean durable,
      boolean letGo) {
    this.durable = durable;
    this.letGo = letGo;
    traffic = new Traffic(settings.cluster().nodeCount());
    findings = new Findings(schedule);
    cluster = new DrivenCluster(schedule, settings, launcher, traffic, findings, initTimeout);
    faults = new FaultSchedule(schedule, cluster, settings);
    workload =
        switch (settings.load().workload()) {
          case MAELSTROM ->
              new BroadcastWorkload(
                      schedule, cluster, history, settings, this::endFaults, this::end)
                  ::begin;
          case BROADCASTS -> {
            FinalReads reads = new FinalReads(schedule, cluster, history, settings, this::end);
            Runnable onOver =
                () -> {
                  endFaults();
                  reads.begin();
                };
            Broadcasts broadcasts = new Broadcasts(schedule, cluster, history, settings, onOver);
            mostLateMicros = broadcasts::mostLateMicros;
            yield broadcasts::begin;
          }
        };
  }

  /** Starts the nodes, and everything else once they are ready. */
  void begin() {
    cluster.setUp(this::work, this::end);
  }

  private void work() {
    if (phase == Phase.STARTING) {
      phase = Phase.RUNNING;
      faults.begin();
      workload.run();
    }
  }

  private void endFaults() {
    phase = Phase.QUIET;
    faults.end();
  }

  private void end() {
    phase = Phase.ENDED;
    cluster.silence();
  }

  /** What it is at. */
  Phase phase() {
    return phase;
  }

  /** Notes something that came out after the nodes' end. */
  void add(int node, Kind kind, String what) {
    findings.add(node, kind, what);
  }

  /** What came of it. */
  DriveOutcome outcome() {
    Map<Integer, Long> losses = faults.stateLossMicros(durable);
    LettingGo lettingGo = letGo ? LettingGo.asReadsSay(history, losses) : LettingGo.NEVER;
    StrictVerdict strict = StrictChecker.check(history, losses, faults.departed(), lettingGo);
    boolean brokenOff = findings.all().stream().anyMatch(finding -> finding.kind().breaksOff());
    return new DriveOutcome(
        history.operations().size(),
        history.broadcasts().size(),
        MaelstromVerdict.of(history, traffic.net(), brokenOff),
        strict,
        Served.of(history),
        mostLateMicros.getAsLong(),
        misbehaviors(strict),
        traffic.serverBytes(),
        traffic.loadMaxOverMean(),
        cluster.counts());
  }

  private List<DriveOutcome.Misbehavior> misbehaviors(StrictVerdict strict) {
    Map<Integer, List<Finding>> byNode = new TreeMap<>();
    // One that falls silent may have said why.
    strict.unread().forEach(node -> byNode.put(node, new ArrayList<>()));
    for (Finding finding : findings.all()) {
      byNode.computeIfAbsent(finding.node(), node -> new ArrayList<>()).add(finding);
    }
    return byNode.entrySet().stream()
        .map(
            entry ->
                new DriveOutcome.Misbehavior(
                    entry.getKey(), entry.getValue(), cluster.lastErrors(entry.getKey())))
        .toList();
  }
}
