package org.hearsay.overlays.kregular;

import java.time.Duration;
import org.hearsay.api.plugin.Option;
import org.hearsay.overlays.directory.DirectoryConfig;

/**
 * The options of {@code k-regular}.
 *
 * @param k how many neighbors a node has
 * @param sync time between two comparisons of directories that a node begins
 * @param fanout how many members are told who has come or left
 * @param forget how long a member that is down is remembered
 */
record KRegularConfig(
    @Option("how many neighbors a node has, an even number") int k,
    @Option("time between two comparisons of directories that a node begins") Duration sync,
    @Option("how many members are told who has come or left") int fanout,
    @Option("how long a member that is down is remembered") Duration forget) {

  KRegularConfig {
    if (k < 2 || k % 2 != 0) {
      throw new IllegalArgumentException(
          "Make k an even number of 2 or more, as in k=4: each ring brings two neighbors");
    }
    new DirectoryConfig(sync, fanout, forget);
  }

  static KRegularConfig defaults() {
    DirectoryConfig usual = DirectoryConfig.usual();
    return new KRegularConfig(4, usual.sync(), usual.fanout(), usual.forget());
  }

  DirectoryConfig directory() {
    return new DirectoryConfig(sync, fanout, forget);
  }
}
