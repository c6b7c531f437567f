package org.hearsay.node.store;

import java.util.List;
import org.hearsay.api.Digest;

/**
 * What earlier lives of a node left in its store.
 *
 * @param rumors those that are still kept, in the order they came in
 * @param gone those that were known and have been let go since
 */
public record Recovery(List<StoredRumor> rumors, Digest gone) {
  /** Nothing. */
  public static final Recovery NOTHING = new Recovery(List.of(), Digest.EMPTY);
}
