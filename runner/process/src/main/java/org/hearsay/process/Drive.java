package org.hearsay.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hearsay.process.DriveRun.Phase;
import org.hearsay.process.os.ProcessLauncher;
import org.hearsay.process.os.RealTime;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.jspecify.annotations.Nullable;

/** Runs real processes through a workload of broadcasts. */
public final class Drive {
  private static final Pattern LETTING_GO =
      Pattern.compile("--(retain|retain-count|max-memory)=.*", Pattern.DOTALL);
  private static final long MICROS_PER_SECOND = 1_000_000;

  private Drive() {}

  /**
   * What to run, and how patiently.
   *
   * @param command the program to start for each node, with its arguments
   * @param initTimeout how long a node may take to answer init
   * @param logs a folder that gets what each node writes to standard error, or null
   * @param data a folder where each node keeps in a folder of its own what must survive it, or null
   *     if they keep nothing
   */
  public record Nodes(
      List<String> command, Duration initTimeout, @Nullable Path logs, @Nullable Path data) {

    /** Nodes that keep nothing. */
    public Nodes(List<String> command, Duration initTimeout, @Nullable Path logs) {
      this(command, initTimeout, logs, null);
    }

    /** Whether they may let go of what they had, as their words say. */
    boolean letGo() {
      return command.stream().anyMatch(LETTING_GO.asMatchPredicate());
    }

    /** What starts a node of that number. */
    List<String> command(int node) {
      List<String> words = new ArrayList<>(command);
      if (data != null) {
        words.add("--data=" + data.resolve("n" + node));
      }
      return words;
    }
  }

  /** Why processes cannot run under some settings, in a sentence; empty if they can. */
  public static Optional<String> refusal(Settings settings) {
    if (!settings.network().conditions().arePlain()) {
      return Optional.of(
          "Between real processes there are latency and loss alone so far, of any kind: leave out"
              + " the rest of the weather");
    }
    return settings.faults().plan().stream()
        .filter(fault -> !isPossible(fault))
        .findFirst()
        .map(fault -> "Real processes cannot do this, only simulated ones: " + FaultText.of(fault));
  }

  private static boolean isPossible(Fault fault) {
    return !(fault instanceof Fault.CrashKeeping
        || fault instanceof Fault.Slow
        || fault instanceof Fault.Hang
        || fault instanceof Fault.Skew
        || fault instanceof Fault.Drift);
  }

  /**
   * Runs once. The settings' seed decides what clients do, the weather and the faults, but not the
   * nodes nor how fast this machine is.
   *
   * @param progress hears in a few words how far the run is
   */
  public static DriveOutcome run(Nodes nodes, Settings settings, Consumer<String> progress)
      throws InterruptedException {
    refusal(settings)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    Rehearsal.run();
    RealTime time = new RealTime();
    try (ProcessLauncher launcher = new ProcessLauncher(nodes::command, nodes.logs(), time)) {
      DriveRun run =
          new DriveRun(
              time, settings, launcher, nodes.initTimeout(), nodes.data() != null, nodes.letGo());
      show(time, run, progress);
      run.begin();
      time.run(() -> run.phase() == Phase.ENDED);
      launcher.unheardEnds().forEach((node, how) -> run.add(node, Finding.Kind.DIED, how));
      launcher
          .endAll()
          .forEach(
              (node, children) ->
                  run.add(
                      node,
                      Finding.Kind.LEFT_CHILD,
                      "left running, and had ended now: " + String.join(", ", children)));
      return run.outcome();
    }
  }

  private static void show(RealTime time, DriveRun run, Consumer<String> progress) {
    progress.accept(
        switch (run.phase()) {
          case STARTING -> "starting nodes, second " + time.nowMicros() / MICROS_PER_SECOND;
          case RUNNING -> "clients at work, second " + time.nowMicros() / MICROS_PER_SECOND;
          case QUIET, ENDED -> "quiet, second " + time.nowMicros() / MICROS_PER_SECOND;
        });
    time.at(time.nowMicros() + MICROS_PER_SECOND, () -> show(time, run, progress));
  }
}
