package org.hearsay.cli.console;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Function;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into one sentence and an exit status. */
public final class Problems {
  private static final int HELP_WIDTH = 110;
  private static final int MAX_NUMBER_CHARS = 18;

  private Problems() {}

  /** The same command line, whose problems end up on the console. */
  public static CommandLine handledIn(CommandLine commands, Console console) {
    return commands
        .setExpandAtFiles(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpWidth(HELP_WIDTH)
        .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .registerConverter(Integer.class, Problems::wholeNumber)
        .registerConverter(int.class, Problems::wholeNumber)
        .registerConverter(Long.class, Problems::longNumber)
        .registerConverter(long.class, Problems::longNumber)
        .registerConverter(BigDecimal.class, Problems::number)
        .setParameterExceptionHandler(
            (e, args) -> console.misunderstood(nameOf(e.getCommandLine()), sentence(e)))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof BadOptionException) {
                return console.misunderstood(nameOf(command), String.valueOf(e.getMessage()));
              }
              if (e instanceof UncheckedIOException failure) {
                if (!Console.isBrokenPipe(failure)) {
                  console.say(String.valueOf(e.getMessage()));
                }
                return ExitStatus.FAILED;
              }
              throw e;
            });
  }

  private static String nameOf(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static String sentence(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      return "There is no "
          + (unmatched.isUnknownOption() ? "option" : "command or argument")
          + " \""
          + word
          + "\""
          + meant(word, unmatched.getSuggestions());
    }
    return String.valueOf(problem.getMessage());
  }

  /** Picocli suggests what has a few letters in common as well. */
  private static String meant(String word, List<String> suggestions) {
    if (word.equals("help")) {
      return "; did you mean \"--help\"?";
    }
    String clause = Suggestions.didYouMean(word, suggestions, "others");
    return clause.startsWith("did you mean")
        ? "; " + clause.substring(0, clause.indexOf('?') + 1)
        : "";
  }

  /**
   * Why a file cannot be read or written, in a few words.
   *
   * @param notFound what to say if it, or its folder, is not there
   */
  public static String reason(IOException e, String notFound) {
    if (e instanceof NoSuchFileException) {
      return notFound;
    }
    return e instanceof FileSystemException failed && failed.getReason() != null
        ? failed.getReason()
        : e.toString();
  }

  private static int wholeNumber(String text) {
    return parsed(text, "a whole number", Integer::parseInt);
  }

  private static long longNumber(String text) {
    return parsed(text, "a whole number", Long::parseLong);
  }

  private static BigDecimal number(String text) {
    return parsed(text, "a number such as 100 or 0.02", Problems::decimal);
  }

  private static BigDecimal decimal(String text) {
    if (text.length() > MAX_NUMBER_CHARS || text.contains("e") || text.contains("E")) {
      throw new NumberFormatException();
    }
    return new BigDecimal(text);
  }

  private static <T> T parsed(String text, String expected, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected " + expected + ", not \"" + text + "\"");
    }
  }
}
