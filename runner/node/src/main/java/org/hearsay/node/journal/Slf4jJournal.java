package org.hearsay.node.journal;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Entries as SLF4J's events: node, event and fields are key-value pairs, in this order. */
public final class Slf4jJournal implements Journal {
  /** The key of who says something. */
  public static final String NODE = "node";

  /** The key of what happened. */
  public static final String EVENT = "event";

  private final Level least;
  private final Supplier<Logger> loggers;
  private @Nullable Logger logger;

  /**
   * A journal.
   *
   * @param least what is less is not written
   * @param loggers gives what writes, once and not before there is something to write
   */
  public Slf4jJournal(Level least, Supplier<Logger> loggers) {
    this.least = least;
    this.loggers = loggers;
  }

  @Override
  public boolean takes(Level level) {
    return level.toInt() >= least.toInt();
  }

  @Override
  public void write(Entry entry) {
    if (!takes(entry.level())) {
      return;
    }
    LoggingEventBuilder event =
        logger()
            .atLevel(entry.level())
            .setMessage(entry.text())
            .addKeyValue(NODE, entry.node())
            .addKeyValue(EVENT, entry.event());
    for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
      event = event.addKeyValue(field.getKey(), field.getValue());
    }
    event.setCause(entry.failure()).log();
  }

  private synchronized Logger logger() {
    if (logger == null) {
      logger = loggers.get();
    }
    return logger;
  }
}
