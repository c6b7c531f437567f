package org.hearsay.scenario.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against figures of overlays that are not those of the literature. */
final class GraphShapeTest {
  private static final double EXACTLY = 1e-12;

  /** A graph of links both ways, {@code "0-1 1-2"}, and of arcs, {@code "2>3"}. */
  private static Graph graph(int count, String text) {
    return Graph.of(
        count,
        arcs -> {
          for (String each : text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1))) {
            String[] ends = each.split("[->]", -1);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[1]);
            arcs.add(from, to);
            if (each.contains("-")) {
              arcs.add(to, from);
            }
          }
        });
  }

  private static GraphShape shape(int count, String text) {
    BitSet all = new BitSet();
    all.set(0, count);
    return GraphShape.of(graph(count, text), all);
  }

  private static void assertShape(
      GraphShape shape,
      double meanDegree,
      int maxIndegree,
      double clustering,
      double meanPath,
      double largestPiece) {
    assertEquals(meanDegree, shape.meanDegree(), EXACTLY, "mean degree");
    assertEquals(maxIndegree, shape.maxIndegree(), "largest indegree");
    assertEquals(clustering, shape.clustering(), EXACTLY, "clustering");
    assertEquals(meanPath, shape.meanPath(), EXACTLY, "mean path");
    assertEquals(largestPiece, shape.largestPiece(), EXACTLY, "largest piece");
  }

  @Test
  void aRingHasNoTrianglesAndItsPathsGoHalfWayRound() {
    assertShape(shape(6, "0-1 1-2 2-3 3-4 4-5 5-0"), 2, 2, 0, (1 + 1 + 2 + 2 + 3) / 5.0, 1);
  }

  @Test
  void inACompleteGraphAllAreLinkedAndOneStepAway() {
    assertShape(shape(5, "0-1 0-2 0-3 0-4 1-2 1-3 1-4 2-3 2-4 3-4"), 4, 4, 1, 1, 1);
  }

  @Test
  void inAStarAllButTheHubAreTwoStepsApart() {
    assertShape(shape(5, "0-1 0-2 0-3 0-4"), 8 / 5.0, 4, 0, (8 * 1 + 12 * 2) / 20.0, 1);
  }

  @Test
  void twoTrianglesAreTwoPieces() {
    assertShape(shape(6, "0-1 1-2 2-0 3-4 4-5 5-3"), 2, 2, 1, 1, 0.5);
  }

  @Test
  void twoTrianglesThatShareANodeAreABowTie() {
    double clustering = (4 * 1 + 2 / 6.0) / 5;
    double meanPath = (4 * (1 + 1 + 2 + 2) + 4 * 1) / 20.0;
    assertShape(shape(5, "0-1 1-2 2-0 2-3 3-4 4-2"), 12 / 5.0, 4, clustering, meanPath, 1);
  }

  @Test
  void aRingWithSecondNeighborsIsClusteredAsWattsAndStrogatzSay() {
    StringBuilder text = new StringBuilder();
    for (int node = 0; node < 10; node++) {
      text.append(node == 0 ? "" : " ");
      text.append(node + "-" + (node + 1) % 10 + " " + node + "-" + (node + 2) % 10);
    }
    GraphShape shape = shape(10, text.toString());
    assertShape(shape, 4, 4, 0.5, (4 * 1 + 4 * 2 + 3) / 9.0, 1);
  }

  @Test
  void arcsAreTakenAsTheyAreButForClustersAndPieces() {
    assertShape(shape(3, "0>1 1>2"), 2 / 3.0, 1, 0, (1 + 2 + 1) / 3.0, 1);
    assertShape(shape(3, "0>1 0>2 2>1"), 1, 2, 1 / 3.0, 1, 1);
    assertShape(shape(3, "0>1 0>2 1>2"), 1, 2, 1 / 3.0, 1, 1);
    assertShape(shape(3, "2>0 2>1"), 2 / 3.0, 1, 0, 1, 1);
  }

  @Test
  void whoIsAloneIsAPieceAndHasNoPaths() {
    assertShape(shape(4, "0-1"), 0.5, 1, 0, 1, 0.5);
    assertShape(shape(1, ""), 0, 0, 0, 0, 1);
    assertShape(GraphShape.of(graph(3, "0-1 1-2"), new BitSet()), 0, 0, 0, 0, 0);
  }

  @Test
  void whoIsAbsentDoesNotCount() {
    BitSet present = new BitSet();
    present.set(1, 5);
    GraphShape shape = GraphShape.of(graph(6, "1-2 2-3 3-4"), present);
    assertEquals(4, shape.nodes());
    assertShape(shape, 6 / 4.0, 2, 0, (2 * (1 + 2 + 3) + 2 * (1 + 1 + 2)) / 12.0, 1);
  }

  @Test
  void pathsOfALargeRingAreLookedForFromSomeOfItsNodes() {
    int count = 4_001;
    Graph ring =
        Graph.of(
            count,
            arcs -> {
              for (int node = 0; node < count; node++) {
                arcs.add(node, (node + 1) % count);
                arcs.add((node + 1) % count, node);
              }
            });
    BitSet all = new BitSet();
    all.set(0, count);
    GraphShape shape = GraphShape.of(ring, all);
    assertEquals((count + 1) / 4.0, shape.meanPath(), EXACTLY);
    assertTrue(shape.largestPiece() == 1);
  }
}
