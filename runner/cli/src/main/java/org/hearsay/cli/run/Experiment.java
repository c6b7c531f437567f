package org.hearsay.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.hearsay.cli.console.Progress;
import org.hearsay.report.RunRecord;
import org.hearsay.simulation.StrategyFailedException;

/** Several runs at once, as many as there are cores; their results come in the order asked for. */
public final class Experiment {
  private final List<Job> jobs;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();

  /** An experiment that says how far it is. */
  public Experiment(List<Job> jobs, Progress progress) {
    this.jobs = List.copyOf(jobs);
    this.progress = progress;
  }

  /**
   * Makes all runs.
   *
   * @param onRecord takes what came of a run
   * @param onFailure takes why a run came to nothing
   */
  public void run(BiConsumer<Job, RunRecord> onRecord, BiConsumer<Job, String> onFailure)
      throws InterruptedException {
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<RunRecord>> runs = new ArrayList<>();
      jobs.forEach(job -> runs.add(cores.submit(() -> make(job))));
      for (int i = 0; i < jobs.size(); i++) {
        Job job = jobs.get(i);
        try {
          onRecord.accept(job, runs.get(i).get());
        } catch (ExecutionException e) {
          onFailure.accept(job, reason(e));
        }
      }
    } finally {
      cores.shutdownNow();
    }
  }

  private RunRecord make(Job job) {
    show(job);
    RunRecord run = job.record(job.simulate());
    done.incrementAndGet();
    show(job);
    return run;
  }

  private void show(Job job) {
    progress.show(
        done + "/" + jobs.size() + " " + job.strategy().name() + ", " + job.settings().scenario());
  }

  private static String reason(ExecutionException ended) {
    Throwable failure = Objects.requireNonNullElse(ended.getCause(), ended);
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof StrategyFailedException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }
}
