package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;
import org.w3c.dom.Element;

/** Guards against a frontier with beaten runs in it, and against floors above what is possible. */
final class FrontierTest {
  private static RunRecord run(String name, double messages, long p99, long max, long lost) {
    return Runs.traded(
        name, messages, new MaelstromResults.StableLatencies(0, 50, 80, p99, max), lost);
  }

  private static final RunRecord FAST = run("fast", 12, 90, 100, 0);
  private static final RunRecord CHEAP = run("cheap", 1, 400, 600, 0);
  private static final RunRecord BEATEN = run("beaten", 12, 410, 500, 0);
  private static final RunRecord LOSING = run("losing", 0.1, 1, 1, 3);

  private final Frontier frontier =
      new Frontier(
          List.of(FAST, CHEAP, BEATEN, LOSING),
          List.of(
              new PublishedNode("slow", "waits", new BigDecimal("1.50"), 300, 700, "no loss"),
              new PublishedNode("thrifty", "hub", new BigDecimal("0.50"), 300, 700, "no loss")));

  @Test
  void whatIsCheaperOrFasterThanAllOthersIsBest() {
    for (Frontier.Axis axis : Frontier.Axis.values()) {
      assertTrue(frontier.isBest(FAST, axis));
      assertTrue(frontier.isBest(CHEAP, axis));
      assertFalse(frontier.isBest(BEATEN, axis));
    }
  }

  @Test
  void whatLosesSomethingIsNeitherBestNorBeatsAnything() {
    assertFalse(frontier.isBest(LOSING, Frontier.Axis.MAX));
    assertTrue(frontier.isBest(CHEAP, Frontier.Axis.MAX));
  }

  @Test
  void twoThatAreAlikeAreBothBest() {
    RunRecord twin = run("twin", 1, 400, 600, 0);
    Frontier twins = new Frontier(List.of(CHEAP, twin), List.of());
    assertTrue(twins.isBest(CHEAP, Frontier.Axis.MAX));
    assertTrue(twins.isBest(twin, Frontier.Axis.MAX));
  }

  @Test
  void theFloorIsAMessageToEachNodeEveryDeadlineLessALink() {
    assertEquals(0.5, Frontier.floor(Runs.SETTINGS, 600, 0.5), 1e-9);
    assertEquals(0.25 / 1.9, Frontier.floor(Runs.SETTINGS, 2000, 0.5), 1e-9);
    assertEquals(12, Frontier.floor(Runs.SETTINGS, 101, 0.5), 1e-9);
  }

  @Test
  void aPublishedNodeIsBeatenByWhatIsCheaperAndNoSlower() {
    assertEquals(
        List.of(
            "slow (1.50 msgs/op, max 700 ms) is beaten in both by cheap (1.00 msgs/op, max 600 ms).",
            "thrifty (0.50 msgs/op, max 700 ms) is beaten in both by nothing here."),
        frontier.answer());
  }

  @Test
  void theTableShowsWhatIsBestWhereAndWhatOthersPublished() {
    List<String> table = frontier.table();
    assertEquals(1 + 1 + 4 + 1 + 2, table.size());
    assertTrue(table.get(2).endsWith("p99 max  ok"), table.get(2));
    assertTrue(table.get(4).endsWith("ok") && !table.get(4).contains("max"), table.get(4));
    assertTrue(table.get(5).endsWith("LOSES 3"), table.get(5));
    assertEquals("published, under genuine Maelstrom", table.get(6));
    assertTrue(table.get(7).startsWith("  slow: waits"), table.get(7));
  }

  @Test
  void theChartHasALineForEachStrategyAndNamesThePublished() {
    String published = "published, genuine Maelstrom";
    String floor = "floor, for delivery within x";
    assertEquals(Set.of("fast", "cheap", "beaten", published, floor), series(Frontier.Axis.MAX));
    assertEquals(Set.of("fast", "cheap", "beaten", floor), series(Frontier.Axis.P99));
  }

  private Set<String> series(Frontier.Axis axis) {
    return new FrontierChart(frontier, axis)
        .chart().getSeriesCollection().stream().map(XYSeries::getName).collect(Collectors.toSet());
  }

  @Test
  void theChartIsDrawnAsSvg() throws Exception {
    byte[] svg =
        new FrontierChart(frontier, Frontier.Axis.MAX).svg().getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Element root =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
    assertEquals("svg", root.getTagName());
    assertTrue(root.getElementsByTagName("circle").getLength() > 0);
  }

  @Test
  void thePublishedNodesAreThere() {
    List<PublishedNode> nodes = PublishedNode.gossipGlomers();
    assertEquals(7, nodes.size());
    assertEquals(new BigDecimal("11.99"), nodes.get(0).messagesPerOp());
  }
}
