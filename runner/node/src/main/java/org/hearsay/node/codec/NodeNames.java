package org.hearsay.node.codec;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The names of the cluster's nodes, numbered from 0 in the order that all nodes were told. */
public final class NodeNames {
  private final List<String> names;
  private final byte[] @Nullable [] quoted;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Numbers the names.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  public NodeNames(List<String> names) {
    this.names = List.copyOf(names);
    this.quoted = new byte[names.size()][];
    for (String name : this.names) {
      if (numbers.put(name, numbers.size()) != null) {
        throw new IllegalArgumentException("Node " + name + " is named twice");
      }
    }
  }

  /** The names that Maelstrom gives: n0, n1, ... */
  public static NodeNames numbered(int count) {
    return new NodeNames(IntStream.range(0, count).mapToObj(i -> "n" + i).toList());
  }

  /** How many nodes there are. */
  public int size() {
    return names.size();
  }

  /** The name of a node. */
  public String name(int number) {
    return names.get(number);
  }

  /** The name of a node as a JSON string. */
  byte[] json(int number) {
    byte[] text = quoted[number];
    if (text == null) {
      text = Json.quote(name(number)).getBytes(StandardCharsets.US_ASCII);
      quoted[number] = text;
    }
    return text;
  }

  /** The number of a node, or -1 if no node has that name. */
  public int number(String name) {
    return numbers.getOrDefault(name, -1);
  }
}
