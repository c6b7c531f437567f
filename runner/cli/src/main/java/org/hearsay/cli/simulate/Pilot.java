package org.hearsay.cli.simulate;

import java.util.Locale;
import org.hearsay.cli.run.Job;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunSettings;
import org.hearsay.simulation.Watch;

/**
 * A small run before a large one, to say what the large one will take: memory grows as the number
 * of nodes, and time as the number of messages, each of which costs more where caches are too
 * small.
 */
final class Pilot implements Watch {
  private static final int NODES = 20_000;
  private static final double SLOWEST = 4;

  /** What arrays that grow, and a collector at work, need besides. */
  private static final double RESERVE = 1.5;

  private static final double GIB = 1 << 30;

  private final double factor;
  private final double seconds;
  private final double messages;
  private final long before;
  private long most;

  private Pilot(Job job) {
    RunSettings settings = job.settings();
    Job small = new Job(job.strategy(), settings.of(NODES), job.seed());
    factor = (double) settings.nodeCount() / NODES;
    before = used();
    small.simulate(this);
    long start = System.nanoTime();
    messages = small.simulate().traffic().messages();
    seconds = (System.nanoTime() - start) / 1e9;
  }

  /** Whether a run is so large that one wants to know beforehand. */
  static boolean isWorthIt(RunSettings settings) {
    return settings.orUsual().world() != null && settings.nodeCount() >= 10 * NODES;
  }

  /**
   * Makes the small run.
   *
   * @return what to expect of the large one, in a sentence
   * @throws BadOptionException if that needs more memory than there is
   */
  static String expect(Job job) {
    Pilot pilot = new Pilot(job);
    double heap = pilot.most * pilot.factor * RESERVE / GIB;
    double limit = Runtime.getRuntime().maxMemory() / GIB;
    if (heap > limit) {
      throw new BadOptionException(
          String.format(
              Locale.ROOT,
              "%d nodes need about %.1f GiB of heap, and Java takes %.1f at most: take fewer, or"
                  + " allow more, as in HEARSAY_JAVA_OPTS=-Xmx%.0fg",
              job.settings().nodeCount(),
              heap,
              limit,
              Math.ceil(heap)));
    }
    return String.format(
        Locale.ROOT,
        "expecting about %.0f million messages, %.0f to %.0f s and %.1f GiB of heap (of %.1f), by a"
            + " run of %d nodes",
        pilot.messages * pilot.factor / 1e6,
        pilot.seconds * pilot.factor,
        SLOWEST * pilot.seconds * pilot.factor,
        heap,
        limit,
        NODES);
  }

  @Override
  public boolean goOn(SoFar soFar) {
    most = Math.max(most, used() - before);
    return true;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
