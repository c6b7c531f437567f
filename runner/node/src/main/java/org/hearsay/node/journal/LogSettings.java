package org.hearsay.node.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.node.plugin.BadOptionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * How a node logs.
 *
 * @param format what its lines look like
 * @param level what is less than this is not logged
 */
public record LogSettings(LogFormat format, Level level) {
  /** For people, and no more than they want to read. */
  public static final LogSettings USUAL = new LogSettings(LogFormat.TEXT, Level.INFO);

  /** The option that says what lines look like. */
  public static final String FORMAT = "--log-format";

  /** The option that says what is logged. */
  public static final String LEVEL = "--log-level";

  /**
   * Reads the values of the options.
   *
   * @param format null if the option is not given
   * @param level likewise
   * @throws BadOptionException if there is no such format or level
   */
  public static LogSettings parse(@Nullable String format, @Nullable String level) {
    return new LogSettings(format(format), level(level));
  }

  private static LogFormat format(@Nullable String text) {
    if (text == null) {
      return USUAL.format();
    }
    return switch (text) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default ->
          throw new BadOptionException(FORMAT + " must be text or json, not \"" + text + "\"");
    };
  }

  private static String name(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static Level level(@Nullable String text) {
    if (text == null) {
      return USUAL.level();
    }
    return switch (text) {
      case "debug" -> Level.DEBUG;
      case "info" -> Level.INFO;
      case "warn" -> Level.WARN;
      default ->
          throw new BadOptionException(
              LEVEL + " must be debug, info or warn, not \"" + text + "\"");
    };
  }

  /**
   * The same for nodes that log the way of each rumor or do not.
   *
   * @throws BadOptionException if they are to, and would not with this level
   */
  public LogSettings showing(boolean trail) {
    if (trail && level.toInt() > Level.INFO.toInt()) {
      throw new BadOptionException(
          "--trail would show nothing with "
              + LEVEL
              + "="
              + name(level)
              + ", as the ways of rumors are logged as info: leave out one of them");
    }
    return this;
  }

  /** The words that choose this where it is not as usual. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (format != USUAL.format()) {
      words.add(FORMAT + "=" + format.name().toLowerCase(Locale.ROOT));
    }
    if (level != USUAL.level()) {
      words.add(LEVEL + "=" + name(level));
    }
    return words;
  }
}
