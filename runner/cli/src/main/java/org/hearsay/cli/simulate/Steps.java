package org.hearsay.cli.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearsay.cli.console.Console;
import org.hearsay.simulation.Transcript;

/** A run that somebody walks through: a line is printed, and the next one when they ask for it. */
final class Steps extends Transcript {
  private static final String HELP = "Enter: the next step; a number: so many; q: to the end";

  private final Console console;
  private final BufferedReader answers;
  private int unasked;

  Steps(Console console) {
    super(Integer.MAX_VALUE, true);
    this.console = console;
    this.answers = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    console.say(HELP);
  }

  @Override
  protected void wrote(String line) {
    console.print(List.of(line));
    if (unasked > 0) {
      unasked--;
    } else {
      ask();
    }
  }

  private void ask() {
    String answer = answer();
    while (!answer.isEmpty()) {
      if (answer.equals("q")) {
        end();
        return;
      }
      if (answer.matches("[1-9][0-9]{0,8}")) {
        unasked = Integer.parseInt(answer) - 1;
        return;
      }
      console.say(HELP);
      answer = answer();
    }
  }

  /** What was typed; the end of input asks for no more. */
  private String answer() {
    try {
      String line = answers.readLine();
      return line == null ? "q" : line.strip();
    } catch (IOException e) {
      return "q";
    }
  }
}
