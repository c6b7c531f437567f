package org.hearsay.node.plugin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.order.Order;
import org.hearsay.node.retention.RetentionLimits;
import org.jspecify.annotations.Nullable;

/** Guarantees as options of a command line: {@code --retain=10m --order=fifo}, and back. */
public final class GuaranteeWords {
  /** What was acknowledged survives the process. */
  public static final String DATA = "data";

  /** The way of each rumor is logged. */
  public static final String TRAIL = "trail";

  private static final String RETAIN = "retain";
  private static final String RETAIN_COUNT = "retain-count";
  private static final String MAX_MEMORY = "max-memory";
  private static final String ORDER = "order";
  private static final String FLOW = "flow";
  private static final String CLIENT_RATE = "client-rate";
  private static final String PEER_RATE = "peer-rate";

  /** The names of all options, without dashes. */
  public static final List<String> NAMES =
      List.of(DATA, RETAIN, RETAIN_COUNT, MAX_MEMORY, ORDER, FLOW, CLIENT_RATE, PEER_RATE, TRAIL);

  private static final Pattern MEMORY = Pattern.compile("([0-9]{1,12})(|k|M|G)(B?)");
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "k", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L);
  private static final String ON = "true";

  private GuaranteeWords() {}

  /** Whether an option of a node has no value. */
  public static boolean isFlag(String name) {
    return name.equals(FLOW) || name.equals(TRAIL);
  }

  /**
   * Reads options.
   *
   * @param options by name, without dashes; those that are missing ask for nothing
   * @throws BadOptionException if a value is none
   */
  public static Guarantees parse(Map<String, String> options) {
    RetentionLimits retention =
        new RetentionLimits(
            micros(options.get(RETAIN)), count(options), bytes(options.get(MAX_MEMORY)));
    String shortage = retention.shortage(1);
    if (shortage != null) {
      throw new BadOptionException(shortage);
    }
    return new Guarantees(
        flag(options, DATA),
        retention,
        order(options.get(ORDER)),
        new FlowLimits(flag(options, FLOW), rate(options, CLIENT_RATE), peerRate(options)),
        flag(options, TRAIL));
  }

  /**
   * Reads options in one word, {@code retain=10m,order=fifo,flow}.
   *
   * @throws BadOptionException if there is no such option or value
   */
  public static Guarantees parse(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw new BadOptionException(
            "There is no guarantee \""
                + name
                + "\", "
                + Suggestions.didYouMean(name, NAMES, "guarantees"));
      }
      options.put(name, each.substring(equals + 1));
    }
    return parse(options);
  }

  /** Writes those options that are not as usual, in the order of their names. */
  public static Map<String, String> options(Guarantees guarantees) {
    Map<String, String> options = new TreeMap<>();
    put(options, DATA, guarantees.durable(), ON);
    RetentionLimits kept = guarantees.retention();
    put(
        options,
        RETAIN,
        kept.ageMicros() > 0,
        OptionValue.text(Duration.of(kept.ageMicros(), TimeUnit.MICROSECONDS.toChronoUnit())));
    put(options, RETAIN_COUNT, kept.count() > 0, Long.toString(kept.count()));
    put(options, MAX_MEMORY, kept.memoryBytes() > 0, Long.toString(kept.memoryBytes()));
    put(options, ORDER, guarantees.order() != Order.NONE, OptionValue.text(guarantees.order()));
    FlowLimits flow = guarantees.flow();
    put(options, FLOW, flow.controlled(), ON);
    put(options, CLIENT_RATE, flow.clientRate() > 0, number(flow.clientRate()));
    put(options, PEER_RATE, flow.peerRate() > 0, number(flow.peerRate()));
    put(options, TRAIL, guarantees.trail(), ON);
    return new LinkedHashMap<>(options);
  }

  /** The words that choose exactly these. */
  public static List<String> words(Guarantees guarantees) {
    return options(guarantees).entrySet().stream()
        .map(
            option ->
                option.getValue().equals(ON)
                    ? "--" + option.getKey()
                    : "--" + option.getKey() + "=" + option.getValue())
        .toList();
  }

  private static void put(Map<String, String> options, String name, boolean asked, String value) {
    if (asked) {
      options.put(name, value);
    }
  }

  private static String number(double rate) {
    return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
  }

  private static double peerRate(Map<String, String> options) {
    double rate = rate(options, PEER_RATE);
    if (rate > 0 && rate < FlowLimits.LEAST_PEER_RATE) {
      throw new BadOptionException(
          "--peer-rate="
              + options.get(PEER_RATE)
              + " leaves no room for what nodes ask each other for: take "
              + number(FlowLimits.LEAST_PEER_RATE)
              + " or more");
    }
    return rate;
  }

  private static boolean flag(Map<String, String> options, String name) {
    return options.containsKey(name);
  }

  private static long micros(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      long micros =
          TimeUnit.MICROSECONDS.convert((Duration) OptionValue.parse(Duration.class, text));
      if (micros > 0) {
        return micros;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one sentence below.
    }
    throw new BadOptionException(
        "--retain must be a duration such as 30s or 10m, not \"" + text + "\"");
  }

  private static long count(Map<String, String> options) {
    String text = options.get(RETAIN_COUNT);
    if (text == null) {
      return 0;
    }
    if (text.matches("[0-9]{1,10}") && Long.parseLong(text) > 0) {
      return Long.parseLong(text);
    }
    throw new BadOptionException(
        "--retain-count must be a number of rumors, 1 or more, not \"" + text + "\"");
  }

  private static long bytes(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    Matcher matcher = MEMORY.matcher(text);
    if (matcher.matches()) {
      long bytes = Long.parseLong(matcher.group(1)) * BYTES.getOrDefault(matcher.group(2), 1L);
      if (bytes > 0) {
        return bytes;
      }
    }
    throw new BadOptionException(
        "--max-memory must be a number of bytes such as 64MB, not \"" + text + "\"");
  }

  private static Order order(@Nullable String text) {
    if (text == null) {
      return Order.NONE;
    }
    try {
      return (Order) OptionValue.parse(Order.class, text);
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--order: " + e.getMessage());
    }
  }

  private static double rate(Map<String, String> options, String name) {
    String text = options.get(name);
    if (text == null) {
      return 0;
    }
    if (text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?") && Double.parseDouble(text) > 0) {
      return Double.parseDouble(text);
    }
    throw new BadOptionException(
        "--" + name + " must be a number a second, above 0, not \"" + text + "\"");
  }
}
