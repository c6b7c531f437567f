package org.hearsay.cli.drive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.cli.installed.Installation;
import org.hearsay.cli.run.Recorded;
import org.hearsay.node.journal.LogSettings;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.report.RunMembership;
import org.hearsay.scenario.text.ShellWords;
import org.jspecify.annotations.Nullable;

/**
 * What to drive.
 *
 * @param name what to call it
 * @param config the value of each of its options
 * @param command starts one node
 * @param words name it on the command line of {@code drive}
 * @param arguments the same, behind all options
 * @param strategy which of ours it is, if it is one
 */
record Driven(
    String name,
    Map<String, String> config,
    List<String> command,
    String words,
    List<String> arguments,
    Optional<ConfiguredStrategy<?, ?>> strategy) {

  private static final String KEEPS_DATA = "--" + GuaranteeWords.DATA;

  /** Starts nodes where there is no launcher; named, as it is above all commands. */
  private static final String MAIN = "org.hearsay.cli.Main";

  /** Nodes of this project that keep no data, or in a place that nobody has chosen. */
  static Driven own(
      ConfiguredStrategy<?, ?> strategy, long seed, LogSettings log, Installation installation) {
    return own(strategy, "", seed, log, installation);
  }

  /**
   * Nodes of this project.
   *
   * @param data where the user wants their data; empty for nowhere in particular
   */
  static Driven own(
      ConfiguredStrategy<?, ?> strategy,
      String data,
      long seed,
      LogSettings log,
      Installation installation) {
    List<String> command = new ArrayList<>(program(installation));
    // Where each keeps its data is said as it is started.
    command.addAll(strategy.words().stream().filter(word -> !word.equals(KEEPS_DATA)).toList());
    command.add("--seed=" + seed);
    command.addAll(log.words());
    Map<String, String> config = new LinkedHashMap<>();
    strategy.options().forEach(option -> config.put(option.key(), option.value()));
    return new Driven(
        strategy.name(),
        config,
        command,
        ShellWords.join(
            strategy.words().stream()
                .map(word -> word.equals(KEEPS_DATA) && !data.isEmpty() ? word + "=" + data : word)
                .toList()),
        List.of(),
        Optional.of(strategy));
  }

  private static List<String> program(Installation installation) {
    return installation
        .launcher()
        .map(path -> List.of(path.toString()))
        .orElseGet(
            () ->
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    MAIN));
  }

  /** What is around its strategy, if it is one of ours; null if there is nothing. */
  @Nullable RunMembership membership() {
    return strategy.map(ours -> Recorded.membership(ours.membership())).orElse(null);
  }

  /** What its runtime guarantees, if it is one of ours; null if nothing. */
  @Nullable Map<String, String> guarantees() {
    return strategy.map(ours -> Recorded.guarantees(ours.guarantees())).orElse(null);
  }

  /**
   * Any program.
   *
   * @throws BadOptionException if there is no such program
   */
  static Driven program(Path bin, List<String> arguments) {
    if (!Files.isRegularFile(bin)) {
      throw new BadOptionException("--bin=" + bin + " is no file");
    }
    if (!Files.isExecutable(bin)) {
      throw new BadOptionException("--bin=" + bin + " cannot be run: chmod +x " + bin);
    }
    List<String> command = new ArrayList<>();
    command.add(bin.toAbsolutePath().normalize().toString());
    command.addAll(arguments);
    Map<String, String> config = new LinkedHashMap<>();
    if (!arguments.isEmpty()) {
      config.put("arguments", ShellWords.join(arguments));
    }
    return new Driven(
        String.valueOf(bin.getFileName()),
        config,
        command,
        ShellWords.join(List.of("--bin=" + bin)),
        arguments,
        Optional.empty());
  }
}
