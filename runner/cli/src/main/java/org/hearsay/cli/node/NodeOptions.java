package org.hearsay.cli.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hearsay.cli.installed.Plugins;
import org.hearsay.cli.options.Seed;
import org.hearsay.node.journal.LogSettings;
import org.hearsay.node.plugin.GuaranteeWords;
import org.jspecify.annotations.Nullable;

/**
 * The words that start a node, read without picocli: its classes are too old for a class-data
 * archive and would double the time until a node's first reply.
 *
 * @param strategy what the node runs, with its options
 * @param seed decides its random choices
 * @param overlay what decides whom it talks to, with its options; null for what is usual
 * @param detector how it finds out who is alive, likewise
 * @param contacts through how many nodes others may join, 0 for all
 * @param guarantees what its runtime guarantees: options by name, without dashes
 * @param salvage whether to go on with what can be read of damaged data
 * @param log how it logs
 */
public record NodeOptions(
    String strategy,
    long seed,
    @Nullable String overlay,
    @Nullable String detector,
    int contacts,
    Map<String, String> guarantees,
    boolean salvage,
    LogSettings log) {
  static final String SALVAGE = "--salvage";

  private static final String STRATEGY = "--strategy=";
  private static final String SEED = "--seed=";
  private static final String OVERLAY = "--overlay=";
  private static final String DETECTOR = "--detector=";
  private static final String CONTACTS = "--contacts=";
  private static final String LOG_FORMAT = LogSettings.FORMAT + "=";
  private static final String LOG_LEVEL = LogSettings.LEVEL + "=";

  /** The options, if the words start a node and are plainly right; picocli judges the rest. */
  public static Optional<NodeOptions> ifPlain(String[] words) {
    String strategy = "";
    long seed = Seed.USUAL;
    String overlay = null;
    String detector = null;
    int contacts = 0;
    boolean salvage = false;
    Map<String, String> guarantees = new LinkedHashMap<>();
    String logFormat = null;
    String logLevel = null;
    int first = words.length > 0 && words[0].equals(NodeCommand.NAME) ? 1 : 0;
    for (int i = first; i < words.length; i++) {
      if (words[i].startsWith(STRATEGY) && strategy.isEmpty()) {
        strategy = words[i].substring(STRATEGY.length());
      } else if (words[i].matches(SEED + "-?[0-9]{1,18}")) {
        seed = Long.parseLong(words[i].substring(SEED.length()));
      } else if (words[i].startsWith(OVERLAY)) {
        overlay = words[i].substring(OVERLAY.length());
      } else if (words[i].startsWith(DETECTOR)) {
        detector = words[i].substring(DETECTOR.length());
      } else if (words[i].matches(CONTACTS + "[0-9]{1,8}")) {
        contacts = Integer.parseInt(words[i].substring(CONTACTS.length()));
      } else if (words[i].matches(LOG_FORMAT + "(text|json)")) {
        logFormat = words[i].substring(LOG_FORMAT.length());
      } else if (words[i].matches(LOG_LEVEL + "(debug|info|warn)")) {
        logLevel = words[i].substring(LOG_LEVEL.length());
      } else if (words[i].equals(SALVAGE)) {
        salvage = true;
      } else if (!words[i].startsWith(Plugins.OPTION + "=") // which has been read
          && !addGuarantee(words[i], guarantees)) {
        return Optional.empty();
      }
    }
    return strategy.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NodeOptions(
                strategy,
                seed,
                overlay,
                detector,
                contacts,
                guarantees,
                salvage,
                LogSettings.parse(logFormat, logLevel)));
  }

  private static boolean addGuarantee(String word, Map<String, String> guarantees) {
    int equals = word.indexOf('=');
    String option = equals < 0 ? word : word.substring(0, equals);
    return option.startsWith("--")
        && GuaranteeWords.NAMES.contains(option.substring(2))
        && GuaranteeWords.isFlag(option.substring(2)) == (equals < 0)
        && guarantees.put(option.substring(2), word.substring(equals + 1)) == null;
  }
}
