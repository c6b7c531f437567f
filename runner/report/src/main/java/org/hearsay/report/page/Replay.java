package org.hearsay.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one rumor spread, to be watched. Times are milliseconds since its broadcast.
 *
 * @param label of whom
 * @param scenario in which weather
 * @param command makes the run again
 * @param topology who is linked to whom, in a word
 * @param origin the node that began it
 * @param nodeCount how many nodes there are
 * @param links pairs of nodes
 * @param flights messages that carried the rumor, or named it, in order of sending
 * @param arrivals when which node learned it
 */
public record Replay(
    String label,
    String scenario,
    String command,
    String topology,
    int origin,
    int nodeCount,
    List<List<Integer>> links,
    List<Flight> flights,
    List<Arrival> arrivals) {

  /** Keeps copies. */
  public Replay {
    links = List.copyOf(links);
    flights = List.copyOf(flights);
    arrivals = List.copyOf(arrivals);
  }

  /**
   * A message on its way.
   *
   * @param from the sender
   * @param to the receiver
   * @param sent when it was sent
   * @param arrived when it arrived; null if it was lost, or still under way at the end
   * @param carries whether the rumor itself is in it, and not its name alone
   * @param lost whether it never arrived
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Flight(
      int from, int to, double sent, @Nullable Double arrived, boolean carries, boolean lost) {}

  /** A node learned the rumor. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Arrival(int node, double at) {}
}
