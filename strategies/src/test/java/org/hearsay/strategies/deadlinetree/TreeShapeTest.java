package org.hearsay.strategies.deadlinetree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a node that no round reaches, or that one reaches twice. */
final class TreeShapeTest {

  private static List<Integer> children(TreeShape shape, int node) {
    List<Integer> children = new ArrayList<>();
    shape.forEachChild(node, children::add);
    return children;
  }

  @ParameterizedTest
  @CsvSource({"1,0,1", "2,1,1", "25,0,24", "25,12,5", "25,24,2", "7,3,1", "1000,999,31"})
  void everyNodeHearsOnce(int nodes, int root, int degree) {
    TreeShape shape = new TreeShape(nodes, root, degree);
    List<Integer> reached = new ArrayList<>(List.of(root));
    Queue<Integer> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      int node = next.remove();
      List<Integer> children = children(shape, node);
      assertTrue(children.size() <= degree, children.toString());
      for (int child : children) {
        assertEquals(shape.depthOf(node) + 1, shape.depthOf(child));
        assertTrue(shape.depthOf(child) <= shape.depth());
        reached.add(child);
        next.add(child);
      }
    }
    assertEquals(nodes, reached.size());
    assertEquals(
        IntStream.range(0, nodes).boxed().toList(), new ArrayList<>(new TreeSet<>(reached)));
  }

  @ParameterizedTest
  @CsvSource({"25,24,1", "25,5,2", "25,4,3", "25,1,24", "1,1,0", "31,5,2", "32,5,3"})
  void theDepthIsThatOfTheLastLevel(int nodes, int degree, int depth) {
    assertEquals(depth, new TreeShape(nodes, 0, degree).depth());
    assertEquals(depth, new TreeShape(nodes, nodes / 2, degree).depth());
  }
}
