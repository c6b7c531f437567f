package org.hearsay.node.store;

import java.nio.file.Path;
import org.hearsay.node.log.RumorTable;

/**
 * The folder that a node keeps its data in.
 *
 * @param folder the folder
 * @param salvage whether to go on with what can be read if it is damaged
 */
public record DataFolder(Path folder, boolean salvage) implements Stores {
  @Override
  public RumorStore open(Owner owner, RumorTable rumors) {
    return MvRumorStore.open(folder, owner, rumors, salvage);
  }
}
