package org.hearsay.chaos.shrink;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hearsay.chaos.Trial;
import org.hearsay.node.plugin.BadOptionException;

/**
 * Makes a failing run smaller as long as it fails: fewer broadcasts, faults and nodes, and whatever
 * is unusual made usual. Weather is a hash without memory, so that taking one thing out leaves the
 * fate of the others as it was.
 */
public final class Shrinker {
  /** Runs that one failure is worth. */
  private static final int MOST_RUNS = 3_000;

  private static final List<Function<Trial, Stream<Trial>>> WAYS =
      List.of(
          FewerEvents::planned,
          FewerEvents::faults,
          FewerEvents::crashes,
          FewerEvents::broadcasts,
          FewerNodes::of,
          Simpler::membership,
          Simpler::weather,
          Simpler::surroundings,
          Simpler::options,
          FewerEvents::shorterFaults,
          FewerEvents::sooner);

  private final Predicate<Trial> fails;
  private final BooleanSupplier goOn;
  private int runs;
  private boolean cutShort;

  /**
   * A shrinker that knows a failing run when it sees one.
   *
   * @param goOn asked before each run whether there is to be another one
   */
  public Shrinker(Predicate<Trial> fails, BooleanSupplier goOn) {
    this.fails = fails;
    this.goOn = goOn;
  }

  /** The smallest failing run that can be reached from this one by steps that fail. */
  public Trial shrink(Trial failing) {
    Trial smallest = failing;
    boolean smaller = true;
    while (smaller && mayRun()) {
      smaller = false;
      for (Function<Trial, Stream<Trial>> way : WAYS) {
        Optional<Trial> next = firstFailing(way.apply(smallest));
        while (next.isPresent()) {
          smallest = next.get();
          smaller = true;
          next = firstFailing(way.apply(smallest));
        }
      }
    }
    return smallest;
  }

  /** Whether it came to its end, so that no further step fails. */
  public boolean isDone() {
    return !cutShort;
  }

  /** How many runs it took so far. */
  public int runs() {
    return runs;
  }

  private Optional<Trial> firstFailing(Stream<Trial> candidates) {
    return candidates.takeWhile(candidate -> mayRun()).filter(this::fails).findFirst();
  }

  private boolean mayRun() {
    cutShort |= runs == MOST_RUNS || !goOn.getAsBoolean();
    return !cutShort;
  }

  private boolean fails(Trial candidate) {
    runs++;
    try {
      return fails.test(candidate);
    } catch (BadOptionException e) {
      return false;
    }
  }
}
