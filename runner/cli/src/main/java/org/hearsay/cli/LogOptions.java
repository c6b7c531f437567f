package org.hearsay.cli;

import org.hearsay.node.journal.LogSettings;
import org.hearsay.node.plugin.BadOptionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for how nodes log. */
final class LogOptions {

  @Option(
      names = LogSettings.FORMAT,
      paramLabel = "NAME",
      description =
          "What lines of a node's log look like: text, or json (an object a line). Default: text.")
  private @Nullable String format;

  @Option(
      names = LogSettings.LEVEL,
      paramLabel = "NAME",
      description = "How much a node logs: debug, info or warn. Default: info.")
  private @Nullable String level;

  /**
   * What was asked for.
   *
   * @throws BadOptionException if there is no such format or level
   */
  LogSettings settings() {
    return LogSettings.parse(format, level);
  }
}
