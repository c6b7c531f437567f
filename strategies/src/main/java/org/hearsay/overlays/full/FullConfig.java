package org.hearsay.overlays.full;

import java.time.Duration;
import org.hearsay.api.plugin.Option;
import org.hearsay.overlays.directory.DirectoryConfig;

/**
 * The options of {@code full}.
 *
 * @param sync time between two comparisons of directories that a node begins
 * @param fanout how many members are told who has come or left
 * @param forget how long a member that is down is remembered
 */
record FullConfig(
    @Option("time between two comparisons of directories that a node begins") Duration sync,
    @Option("how many members are told who has come or left") int fanout,
    @Option("how long a member that is down is remembered") Duration forget) {

  FullConfig {
    new DirectoryConfig(sync, fanout, forget);
  }

  static FullConfig defaults() {
    DirectoryConfig usual = DirectoryConfig.usual();
    return new FullConfig(usual.sync(), usual.fanout(), usual.forget());
  }

  DirectoryConfig directory() {
    return new DirectoryConfig(sync, fanout, forget);
  }
}
