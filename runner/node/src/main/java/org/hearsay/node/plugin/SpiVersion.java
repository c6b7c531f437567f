package org.hearsay.node.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.api.plugin.StrategyDescriptor;

/** Versions of the SPI, as major.minor.patch. */
record SpiVersion(int major, int minor) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})\\.[0-9]{1,6}");

  private static SpiVersion parse(String what, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new BadOptionException(
          what
              + " does not say which SPI it is built with: add .spi(StrategyDescriptor.SPI_VERSION)"
              + " to its descriptor");
    }
    return new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Makes sure that a plug-in runs here.
   *
   * @param what the plug-in
   * @param built the version that it was compiled with
   * @throws BadOptionException saying what to do if it does not
   */
  static void check(String what, String built) {
    SpiVersion wanted = parse(what, built);
    SpiVersion here = parse("This program", StrategyDescriptor.SPI_VERSION);
    if (wanted.major != here.major || wanted.minor > here.minor) {
      throw new BadOptionException(
          what
              + " is built with SPI "
              + built
              + ", and this program has "
              + StrategyDescriptor.SPI_VERSION
              + ": build it again with that");
    }
  }
}
