package org.hearsay.cli.options;

import java.util.List;
import java.util.stream.Stream;
import org.hearsay.node.journal.LogSettings;
import org.hearsay.node.plugin.BadOptionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for how nodes log. */
public final class LogOptions {

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

  /** The options that were given, without dashes. */
  public List<String> given() {
    return Stream.of(
            format == null ? "" : LogSettings.FORMAT.substring(2),
            level == null ? "" : LogSettings.LEVEL.substring(2))
        .filter(option -> !option.isEmpty())
        .toList();
  }

  /**
   * What was asked for.
   *
   * @throws BadOptionException if there is no such format or level
   */
  public LogSettings settings() {
    return LogSettings.parse(format, level);
  }
}
