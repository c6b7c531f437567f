package org.hearsay.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A node that somebody has published for the broadcast challenge, as it did under genuine
 * Maelstrom: 25 nodes, links of 100 ms, 100 operations a second, on a quiet machine of two cores.
 *
 * @param name who has published it
 * @param idea how it spreads messages, in a few words
 * @param messagesPerOp messages between nodes per client operation
 * @param stableP50Ms the median stable latency
 * @param stableMaxMs the largest stable latency
 * @param underPartition what became of its values under Maelstrom's partitions
 */
public record PublishedNode(
    String name,
    String idea,
    BigDecimal messagesPerOp,
    long stableP50Ms,
    long stableMaxMs,
    String underPartition) {

  /** Nodes for Gossip Glomers, fly.io's challenges under Maelstrom. */
  public static List<PublishedNode> gossipGlomers() {
    String file = "gossip-glomers.json";
    try (InputStream json = PublishedNode.class.getResourceAsStream(file)) {
      return RecordJson.MAPPER.readValue(
          Objects.requireNonNull(json, file), new TypeReference<List<PublishedNode>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is part of this program", e);
    }
  }
}
