package org.hearsay.cli.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.chaos.Campaign;
import org.hearsay.chaos.Postmortem;
import org.hearsay.chaos.draw.TrialDrawing;
import org.hearsay.node.codec.Json;

/** What a campaign has found, for people and as JSON. */
final class ChaosPage {
  private static final int SHOWN_SEEDS = 10;

  private ChaosPage() {}

  /** How fast a campaign goes that has taken so long. */
  static String speed(Campaign campaign, double seconds) {
    return String.format(
        Locale.ROOT,
        "%s runs a second, simulated : wall %.0f : 1",
        rate(campaign.runs() / seconds),
        campaign.virtualMicros() / 1e6 / seconds);
  }

  /** A number that is not rounded to nothing. */
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 1 ? "%.2f" : "%.0f", perSecond);
  }

  /**
   * How many runs there were, and which laws were broken where.
   *
   * @param interrupted whether the user did not wait for all of them
   */
  static List<String> summary(
      Campaign campaign, TrialDrawing drawing, double seconds, boolean interrupted) {
    List<String> summary = new ArrayList<>();
    summary.add(
        (interrupted && campaign.runs() < campaign.planned()
                ? "interrupted after " + campaign.runs() + " of " + campaign.planned() + " runs in "
                : campaign.runs() + (campaign.runs() == 1 ? " run in " : " runs in "))
            + String.format(Locale.ROOT, "%.0f s, ", seconds)
            + speed(campaign, seconds));
    Map<String, List<Long>> broken = new TreeMap<>();
    campaign
        .failures()
        .forEach(
            (seed, examination) ->
                examination
                    .complaints()
                    .forEach(
                        complaint ->
                            broken
                                .computeIfAbsent(
                                    drawing.draw(seed).strategy().name()
                                        + " breaks "
                                        + complaint.law().text(),
                                    key -> new ArrayList<>())
                                .add(seed)));
    broken.forEach((what, where) -> summary.add(what + " with seeds " + shown(where)));
    if (broken.isEmpty()) {
      summary.add("No run broke a law.");
    }
    return summary;
  }

  private static String shown(List<Long> seeds) {
    String first =
        String.join(", ", seeds.stream().limit(SHOWN_SEEDS).map(String::valueOf).toList());
    return seeds.size() > SHOWN_SEEDS
        ? first + " and " + (seeds.size() - SHOWN_SEEDS) + " more"
        : first;
  }

  /** A failure in full. */
  static List<String> of(long seed, Postmortem found) {
    List<String> page = new ArrayList<>();
    page.add("");
    page.add("Seed " + seed + ", " + found.drawn().strategy().name() + ":");
    page.add("  " + found.complaint().text());
    page.add("drawn as  " + found.drawn().command());
    page.add(
        (found.isDone() ? "smallest  " : "so far    ")
            + found.nodes()
            + " nodes, "
            + found.events()
            + " broadcasts and faults, after "
            + found.runs()
            + " runs");
    page.add("again     " + again(found));
    page.addAll(found.trace());
    return page;
  }

  private static String again(Postmortem found) {
    return found.smallest().command() + " --trace=1000";
  }

  /** A failure as a line of JSON. */
  static String json(long seed, Postmortem found) {
    ObjectNode line =
        Json.object()
            .put("seed", seed)
            .put("strategy", found.drawn().strategy().name())
            .put("law", found.complaint().law().text())
            .put("what", found.complaint().what())
            .put("drawn", found.drawn().command())
            .put("again", again(found))
            .put("nodes", found.nodes())
            .put("events", found.events())
            .put("runs", found.runs())
            .put("done", found.isDone());
    found.trace().forEach(line.putArray("trace")::add);
    return line.toString();
  }
}
