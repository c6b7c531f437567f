package org.hearsay.chaos;

import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.hearsay.chaos.draw.TrialDrawing;

/** The runs of many seeds, on all cores. What comes of a seed hangs on nothing but the seed. */
public final class Campaign {
  /** One run in so many is made in the other world as well. */
  private static final int COMPARED = 8;

  private final TrialDrawing drawing;
  private final long first;
  private final long last;
  private final NavigableMap<Long, Examination> failures = new ConcurrentSkipListMap<>();
  private final AtomicLong next;
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong virtualMicros = new AtomicLong();

  /** A campaign over the seeds from {@code first} to {@code last}. */
  public Campaign(TrialDrawing drawing, long first, long last) {
    this.drawing = drawing;
    this.first = first;
    this.last = last;
    this.next = new AtomicLong(first);
  }

  /**
   * Makes the runs.
   *
   * @param goOn asked before each run whether there is to be another one
   */
  public void run(BooleanSupplier goOn) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try {
      List<Future<?>> all =
          IntStream.range(0, cores)
              .<Future<?>>mapToObj(core -> workers.submit(() -> work(goOn)))
              .toList();
      for (Future<?> worker : all) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run ended the campaign", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private void work(BooleanSupplier goOn) {
    for (long seed = next.getAndIncrement();
        seed <= last && goOn.getAsBoolean();
        seed = next.getAndIncrement()) {
      Examination examination = examine(seed);
      virtualMicros.addAndGet(examination.virtualMicros());
      runs.incrementAndGet();
      if (!examination.complaints().isEmpty()) {
        failures.put(seed, examination);
      }
    }
  }

  private Examination examine(long seed) {
    Trial trial = drawing.draw(seed);
    Examination examination = Examination.of(trial);
    boolean inBothWorlds = seed % COMPARED == 0 && trial.strategy().guarantees().isNone();
    return examination.complaints().isEmpty() && inBothWorlds
        ? Examination.ofBothWorlds(trial)
        : examination;
  }

  /** The seeds whose runs broke laws, and which. */
  public NavigableMap<Long, Examination> failures() {
    return failures;
  }

  /** How many runs have been made. */
  public long runs() {
    return runs.get();
  }

  /** How many runs there are to be. */
  public long planned() {
    return last - first + 1;
  }

  /** How long they took in their own time, all together. */
  public long virtualMicros() {
    return virtualMicros.get();
  }
}
