package org.hearsay.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command reads and writes. Text is UTF-8 whatever the locale says.
 *
 * @param in standard input
 * @param out takes results and nothing else
 * @param err takes whatever else there is to say
 * @param terminal whether a person watches {@code err}
 */
public record Console(InputStream in, OutputStream out, PrintStream err, boolean terminal) {

  /**
   * Prints lines of a result.
   *
   * @throws UncheckedIOException if nobody reads them any more
   */
  public void print(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Standard output failed: " + e.getMessage(), e);
    }
  }

  /** Whether a failure only means that whoever read the output has read enough. */
  static boolean isBrokenPipe(UncheckedIOException failure) {
    return String.valueOf(failure.getMessage()).endsWith("Broken pipe");
  }

  /** Says something that is no result. */
  public void say(String sentence) {
    err.println("hearsay: " + sentence);
  }

  /** Says what was not understood and where to look it up, and returns the exit status. */
  public int misunderstood(String command, String sentence) {
    say(sentence);
    err.println("See runner/bin/" + command + " --help");
    return ExitStatus.USAGE;
  }
}
