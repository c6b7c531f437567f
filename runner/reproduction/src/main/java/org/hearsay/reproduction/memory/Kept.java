package org.hearsay.reproduction.memory;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.service.Count;

/**
 * What it takes to keep rumors.
 *
 * @param rumors how many
 * @param heapBytes how much of the heap they took; 0 if so little that something else outweighs it
 * @param estimatedBytes how much their node took them for
 */
public record Kept(long rumors, long heapBytes, long estimatedBytes) {

  /**
   * Has a node alone in its cluster keep rumors.
   *
   * @param value what each says, as JSON
   */
  public static Kept of(
      ConfiguredStrategy<?, ?> strategy,
      int rumors,
      IntFunction<String> value,
      LongSupplier heapBytes) {
    long before = heapBytes.getAsLong();
    Cluster alone = new Cluster(strategy, 1);
    for (int i = 0; i < rumors; i++) {
      alone.broadcast(0, value.apply(i));
    }
    long bytes = Math.max(0, heapBytes.getAsLong() - before);
    return new Kept(
        alone.counters(0).get(Count.RETAINED), bytes, alone.counters(0).get(Count.RETAINED_BYTES));
  }

  /**
   * How many bits a rumor takes to be known again, if rumors of five origins have come a little out
   * of order and all but the last of them have been let go.
   */
  public static double dedupBits(int rumors, int kept) {
    AppendOnlyLog log = new AppendOnlyLog();
    Random random = new Random(1);
    int origins = 5;
    int[] ahead = random.ints(1_000, 0, rumors).sorted().distinct().toArray();
    for (int early : ahead) {
      log.append(RumorTable.rumor(early % origins, early / origins));
    }
    for (int i = 0; i < rumors; i++) {
      log.append(RumorTable.rumor(i % origins, i / origins));
      if (log.retained() > kept) {
        log.collect(log.base() + 1);
      }
    }
    return 8.0 * log.dedupBytes() / rumors;
  }
}
