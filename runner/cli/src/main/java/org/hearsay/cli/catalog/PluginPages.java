package org.hearsay.cli.catalog;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.plugin.PluginDescriptor;
import org.hearsay.cli.console.Columns;
import org.hearsay.node.plugin.ConfigOption;
import org.hearsay.node.plugin.Configured;

/** What there is to know of plug-ins, for people to read. */
final class PluginPages {

  private PluginPages() {}

  /** A line each. */
  static List<String> list(List<? extends PluginDescriptor<?, ?, ?>> plugins) {
    int width = plugins.stream().mapToInt(plugin -> plugin.name().length()).max().orElse(0);
    return plugins.stream()
        .map(plugin -> Columns.padded(plugin.name(), width + 2) + plugin.summary())
        .toList();
  }

  /**
   * A page on one.
   *
   * @param plugin as it comes
   * @param traits what plug-ins of its kind can promise
   * @param wire what its messages look like
   */
  static List<String> describe(Configured<?> plugin, Enum<?>[] traits, List<String> wire) {
    PluginDescriptor<?, ?, ?> descriptor = plugin.descriptor();
    List<String> lines = new ArrayList<>();
    lines.add(descriptor.name() + ": " + descriptor.summary());
    lines.add("");
    lines.add("paper     " + descriptor.paper());
    lines.add("cost      " + descriptor.cost());
    lines.add("");
    lines.add("promises, with its default options");
    for (Enum<?> trait : traits) {
      String kept = descriptor.traits().contains(trait) ? "yes  " : "no   ";
      lines.add("  " + kept + trait.name() + ": " + TraitMeaning.of(trait));
    }
    lines.add("");
    options(plugin, lines);
    lines.add("");
    lines.addAll(wire);
    return lines;
  }

  private static void options(Configured<?> plugin, List<String> lines) {
    List<ConfigOption> options = plugin.options();
    if (options.isEmpty()) {
      lines.add("options   none");
      return;
    }
    lines.add("options");
    int width = options.stream().mapToInt(option -> option.key().length()).max().orElse(0);
    for (ConfigOption option : options) {
      lines.add("  " + Columns.padded(option.key(), width + 2) + option.meaning());
      lines.add(" ".repeat(width + 4) + option.expected() + "; default " + option.value());
    }
    lines.add("");
    lines.add("as it comes: --" + plugin.descriptor().kind() + "=" + plugin.spec());
  }
}
