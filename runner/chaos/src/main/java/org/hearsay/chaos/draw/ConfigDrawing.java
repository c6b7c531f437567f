package org.hearsay.chaos.draw;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfigOption;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.text.Quantities;

/** Draws options around those that a strategy has. */
final class ConfigDrawing {
  private static final double LARGEST_FACTOR = 4;
  private static final long LEAST_MICROS = 10_000;
  private static final long MICROS_PER_MILLI = 1_000;

  private ConfigDrawing() {}

  /** A strategy with about half of its options changed; one that is refused stays as it was. */
  static ConfiguredStrategy<?, ?> vary(ConfiguredStrategy<?, ?> strategy, SeededRandom random) {
    ConfiguredStrategy<?, ?> varied = strategy;
    RecordComponent[] components = strategy.config().getClass().getRecordComponents();
    List<ConfigOption> options = strategy.options();
    for (int i = 0; i < components.length; i++) {
      if (random.nextBoolean()) {
        String value = vary(components[i].getType(), options.get(i).value(), random);
        try {
          varied = varied.with(options.get(i).key(), value);
        } catch (BadOptionException e) {
          // Options hang together: what does not go with the others is left as it is.
        }
      }
    }
    return varied;
  }

  private static String vary(Class<?> type, String value, SeededRandom random) {
    double factor = StrictMath.pow(LARGEST_FACTOR, 2 * random.nextDouble() - 1);
    if (type == Duration.class) {
      long micros = Math.max(LEAST_MICROS, (long) (Quantities.micros(value) * factor));
      return Quantities.micros(micros / MICROS_PER_MILLI * MICROS_PER_MILLI);
    } else if (type == int.class || type == long.class) {
      return Long.toString((long) (Long.parseLong(value) * factor) + random.nextInt(2));
    } else if (type == double.class) {
      return Double.toString(Double.parseDouble(value) * factor);
    } else if (type == boolean.class) {
      return Boolean.toString(random.nextBoolean());
    }
    Object[] constants = type.getEnumConstants();
    String name = constants[random.nextInt(constants.length)].toString();
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
