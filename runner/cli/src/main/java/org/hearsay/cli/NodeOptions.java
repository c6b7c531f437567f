package org.hearsay.cli;

import java.util.Optional;

/**
 * The words that start a node, read without picocli: its classes are too old for a class-data
 * archive and would double the time until a node's first reply.
 *
 * @param strategy what the node runs, with its options
 * @param seed decides its random choices
 */
record NodeOptions(String strategy, long seed) {
  static final long USUAL_SEED = 1;

  private static final String STRATEGY = "--strategy=";
  private static final String SEED = "--seed=";

  /** The options, if the words start a node and are plainly right; picocli judges the rest. */
  static Optional<NodeOptions> ifPlain(String[] words) {
    String strategy = "";
    long seed = USUAL_SEED;
    int first = words.length > 0 && words[0].equals(NodeCommand.NAME) ? 1 : 0;
    for (int i = first; i < words.length; i++) {
      if (words[i].startsWith(STRATEGY) && strategy.isEmpty()) {
        strategy = words[i].substring(STRATEGY.length());
      } else if (words[i].matches(SEED + "-?[0-9]{1,18}")) {
        seed = Long.parseLong(words[i].substring(SEED.length()));
      } else if (!words[i].startsWith(Plugins.OPTION + "=")) { // which has been read
        return Optional.empty();
      }
    }
    return strategy.isEmpty() ? Optional.empty() : Optional.of(new NodeOptions(strategy, seed));
  }
}
