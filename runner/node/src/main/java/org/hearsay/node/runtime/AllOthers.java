package org.hearsay.node.runtime;

import java.util.Objects;
import org.hearsay.api.Peers;

/**
 * The nodes 0 to {@code count}, excluded, without one: a full membership that takes no memory.
 *
 * @param count how many nodes the cluster has
 * @param self the one that is left out
 */
public record AllOthers(int count, int self) implements Peers {

  @Override
  public int size() {
    return count - 1;
  }

  @Override
  public int get(int index) {
    Objects.checkIndex(index, count - 1);
    return index < self ? index : index + 1;
  }

  @Override
  public boolean contains(int node) {
    return node >= 0 && node < count && node != self;
  }
}
