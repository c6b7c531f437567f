package org.hearsay.cli.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.PrintStream;
import org.hearsay.node.journal.LogSettings;
import org.slf4j.LoggerFactory;

/**
 * Logback as a node wants it: one stream, lines of one form, and no file that says so. As a service
 * it keeps Logback from looking for one, which takes longer than all else together.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** What Logback finds as it starts. */
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * The logger of a node whose lines, and those of libraries in its process, go to a stream from
   * now on.
   */
  static org.slf4j.Logger to(PrintStream err, LogSettings settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    LineAppender lines = new LineAppender(err, settings.format());
    lines.setContext(context);
    lines.start();
    root.addAppender(lines);
    Logger node = context.getLogger("hearsay");
    node.setLevel(Level.convertAnSLF4JLevel(settings.level()));
    return node;
  }
}
