package org.hearsay.cli.node;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.LogFormat;
import org.hearsay.node.journal.LogLine;
import org.hearsay.node.journal.Slf4jJournal;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/** Writes logging events as lines of a node's log. */
final class LineAppender extends AppenderBase<ILoggingEvent> {
  private final PrintStream out;
  private final LogFormat format;

  LineAppender(PrintStream out, LogFormat format) {
    this.out = out;
    this.format = format;
  }

  @Override
  protected void append(ILoggingEvent event) {
    byte[] line = (line(event).in(format) + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(line, 0, line.length);
    out.flush();
  }

  /** What a library logs has its logger for a field. */
  private static LogLine line(ILoggingEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> fields.put(pair.key, Objects.requireNonNullElse(pair.value, "")));
    }
    Object node = fields.remove(Slf4jJournal.NODE);
    Object what = fields.remove(Slf4jJournal.EVENT);
    if (what == null) {
      fields.put("logger", event.getLoggerName());
    }
    return new LogLine(
        event.getInstant(),
        level(event.getLevel()),
        node == null ? Entry.NOBODY : node.toString(),
        what == null ? "said" : what.toString(),
        fields,
        Objects.requireNonNullElse(event.getFormattedMessage(), ""),
        trace(event.getThrowableProxy()));
  }

  private static Level level(ch.qos.logback.classic.Level level) {
    return switch (level.toInt()) {
      case ch.qos.logback.classic.Level.ERROR_INT -> Level.ERROR;
      case ch.qos.logback.classic.Level.WARN_INT -> Level.WARN;
      case ch.qos.logback.classic.Level.INFO_INT -> Level.INFO;
      default -> Level.DEBUG;
    };
  }

  private static @Nullable String trace(@Nullable IThrowableProxy thrown) {
    return thrown == null ? null : ThrowableProxyUtil.asString(thrown);
  }
}
