package org.hearsay.scenario.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.scenario.text.Quantities;

/**
 * Faults as text, one after the other with commas between them: what it is, on what, from when on
 * and for how long.
 *
 * <pre>
 * partition:one@2s+3s                  also minority-third, majority, majorities-ring, 3-groups
 * cut:n1+n2:n3@1s+5s                   n3 hears neither n1 nor n2, who hear n3
 * flap:n1:n2:500ms@1s+5s               the link fails for 250 ms in each 500 ms
 * crash:n3@2s+1s                       n3 dies and comes back without its state
 * crash-keeping:n3@2s+1s               n3 is down, and comes back with its state
 * pause:n4@1s+2s                       n4 stands still
 * slow:n5:20ms@1s+5s                   each reaction of n5 takes 20 ms longer
 * skew:n2:300ms@1s+5s                  the clock of n2 is 300 ms ahead
 * drift:n2:1.01                        the clock of n2 gains 10 ms a second, all the time
 * churn:0.5/s:3@0s+10s                 one node in two seconds leaves, three are away at most
 * leave:n3@2s+1s                       n3 says good-bye, dies and comes back without its state
 * outage:0.8@5s                        four in five die at once, for good; with +2s for so long
 * restless:0.5:4s@5s+60s               half of the nodes die and come back, each every 4 s
 * hang:8:2s:100ms@5s+60s               8 nodes are cut off for 2 s, then not for 100 ms, and so on
 * </pre>
 *
 * <p>No character of it means anything to a shell. Without a duration a fault lasts to the end of
 * the run, without a start from its beginning on.
 */
public final class FaultText {
  private static final String FORM = "partition:one@2s+3s, crash:n3@2s+1s or slow:n5:20ms";
  private static final String GROUPS = "-groups";
  private static final String PER_SECOND = "/s";
  private static final List<String> KINDS =
      List.of(
          "partition",
          "cut",
          "flap",
          "crash",
          "crash-keeping",
          "pause",
          "slow",
          "skew",
          "drift",
          "churn",
          "leave",
          "outage",
          "restless",
          "hang");

  private FaultText() {}

  /**
   * Reads faults, none from an empty text; what {@link #of(List)} writes is read as the same.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static List<Fault> parse(String text) {
    List<Fault> faults = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String one : text.split(",", -1)) {
        try {
          faults.add(parseOne(one));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("Fault " + one + ": " + e.getMessage(), e);
        }
      }
    }
    return List.copyOf(faults);
  }

  private static Fault parseOne(String text) {
    int at = text.indexOf('@');
    Span span = at < 0 ? Span.WHOLE_RUN : span(text.substring(at + 1));
    String[] words = (at < 0 ? text : text.substring(0, at)).split(":", -1);
    return switch (words[0] + "/" + words.length) {
      case "partition/2" -> partition(words[1], span);
      case "cut/3" -> new Fault.OneWayCut(nodes(words[1]), nodes(words[2]), span);
      case "flap/4" ->
          new Fault.Flap(node(words[1]), node(words[2]), Quantities.micros(words[3]), span);
      case "crash/2" -> new Fault.Crash(node(words[1]), span);
      case "crash-keeping/2" -> new Fault.CrashKeeping(node(words[1]), span);
      case "pause/2" -> new Fault.Pause(node(words[1]), span);
      case "slow/3" -> new Fault.Slow(node(words[1]), Quantities.micros(words[2]), span);
      case "skew/3" -> new Fault.Skew(node(words[1]), Quantities.micros(words[2]), span);
      case "drift/3" -> new Fault.Drift(node(words[1]), Quantities.number(words[2]), span);
      case "churn/2" -> new Fault.Churn(rate(words[1]), Fault.Churn.NO_LIMIT, span);
      case "churn/3" -> new Fault.Churn(rate(words[1]), Quantities.wholeNumber(words[2]), span);
      case "leave/2" -> new Fault.Leave(node(words[1]), span);
      case "outage/2" -> new Fault.Outage(Quantities.number(words[1]), span);
      case "restless/3" ->
          new Fault.Restless(Quantities.number(words[1]), Quantities.micros(words[2]), span);
      case "hang/4" ->
          new Fault.Hang(
              Quantities.wholeNumber(words[1]),
              Quantities.micros(words[2]),
              Quantities.micros(words[3]),
              span);
      default ->
          throw new IllegalArgumentException(
              KINDS.contains(words[0])
                  ? "expected the form of " + example(words[0])
                  : Suggestions.didYouMean(words[0], KINDS, "faults") + "; write " + FORM);
    };
  }

  private static String example(String kind) {
    return switch (kind) {
      case "partition" -> "partition:one@2s+3s";
      case "cut" -> "cut:n1+n2:n3@1s+5s";
      case "flap" -> "flap:n1:n2:500ms@1s+5s";
      case "slow" -> "slow:n5:20ms@1s+5s";
      case "skew" -> "skew:n2:300ms@1s+5s";
      case "drift" -> "drift:n2:1.01";
      case "churn" -> "churn:0.5/s:3@0s+10s";
      case "outage" -> "outage:0.8@5s";
      case "restless" -> "restless:0.5:4s@5s+60s";
      case "hang" -> "hang:8:2s:100ms@5s+60s";
      default -> kind + ":n3@2s+1s";
    };
  }

  private static Span span(String text) {
    int plus = text.indexOf('+');
    return plus < 0
        ? new Span(Quantities.micros(text), Span.FOREVER)
        : new Span(
            Quantities.micros(text.substring(0, plus)),
            Quantities.micros(text.substring(plus + 1)));
  }

  private static Fault partition(String text, Span span) {
    for (Partition.Kind kind : Partition.Kind.values()) {
      if (kind.text().equals(text)) {
        return new Fault.Split(kind, span);
      }
    }
    if (text.endsWith(GROUPS)) {
      int groups = Quantities.wholeNumber(text.substring(0, text.length() - GROUPS.length()));
      return new Fault.SplitInGroups(groups, span);
    }
    throw new IllegalArgumentException(
        Quantities.refusal(
            "one, minority-third, majority, majorities-ring or a number of groups such as 3-groups",
            text));
  }

  private static List<Integer> nodes(String text) {
    return Arrays.stream(text.split("\\+", -1)).map(FaultText::node).toList();
  }

  private static int node(String text) {
    if (text.matches("n[0-9]{1,8}")) {
      return Integer.parseInt(text.substring(1));
    }
    throw new IllegalArgumentException(Quantities.refusal("a node such as n3", text));
  }

  private static double rate(String text) {
    if (!text.endsWith(PER_SECOND)) {
      throw new IllegalArgumentException(Quantities.refusal("a rate such as 0.5/s", text));
    }
    return Quantities.number(text.substring(0, text.length() - PER_SECOND.length()));
  }

  /** Faults as text. */
  public static String of(List<Fault> faults) {
    return faults.stream().map(FaultText::of).collect(Collectors.joining(","));
  }

  /** A fault as text. */
  public static String of(Fault fault) {
    return what(fault) + when(fault.span());
  }

  private static String when(Span span) {
    if (span.equals(Span.WHOLE_RUN)) {
      return "";
    }
    String start = "@" + Quantities.micros(span.startMicros());
    return span.durationMicros() == Span.FOREVER
        ? start
        : start + "+" + Quantities.micros(span.durationMicros());
  }

  /** A fault without its times. */
  static String what(Fault fault) {
    if (fault instanceof Fault.OneWayCut cut) {
      return "cut:" + names(cut.from()) + ":" + names(cut.to());
    } else if (fault instanceof Fault.Split split) {
      return "partition:" + split.kind().text();
    } else if (fault instanceof Fault.SplitInGroups split) {
      return "partition:" + split.groups() + GROUPS;
    } else if (fault instanceof Fault.Flap flap) {
      String link = "flap:" + name(flap.first()) + ":" + name(flap.second());
      return link + ":" + Quantities.micros(flap.periodMicros());
    } else if (fault instanceof Fault.Churn churn) {
      String rate = "churn:" + Quantities.number(churn.ratePerSecond()) + PER_SECOND;
      return churn.mostAway() == Fault.Churn.NO_LIMIT ? rate : rate + ":" + churn.mostAway();
    }
    return whatOfMany(fault).orElseGet(() -> whatOfOneNode(fault));
  }

  private static Optional<String> whatOfMany(Fault fault) {
    if (fault instanceof Fault.Outage outage) {
      return Optional.of("outage:" + Quantities.number(outage.share()));
    } else if (fault instanceof Fault.Restless restless) {
      return Optional.of(
          "restless:"
              + Quantities.number(restless.share())
              + ":"
              + Quantities.micros(restless.periodMicros()));
    } else if (fault instanceof Fault.Hang hang) {
      return Optional.of(
          "hang:"
              + hang.count()
              + ":"
              + Quantities.micros(hang.hungMicros())
              + ":"
              + Quantities.micros(hang.freeMicros()));
    }
    return Optional.empty();
  }

  private static String whatOfOneNode(Fault fault) {
    if (fault instanceof Fault.Crash crash) {
      return "crash:" + name(crash.node());
    } else if (fault instanceof Fault.Leave leave) {
      return "leave:" + name(leave.node());
    } else if (fault instanceof Fault.CrashKeeping crash) {
      return "crash-keeping:" + name(crash.node());
    } else if (fault instanceof Fault.Pause pause) {
      return "pause:" + name(pause.node());
    } else if (fault instanceof Fault.Slow slow) {
      return "slow:" + name(slow.node()) + ":" + Quantities.micros(slow.extraMicros());
    } else if (fault instanceof Fault.Skew skew) {
      return "skew:" + name(skew.node()) + ":" + Quantities.micros(skew.aheadMicros());
    } else if (fault instanceof Fault.Drift drift) {
      return "drift:" + name(drift.node()) + ":" + Quantities.number(drift.rate());
    }
    throw new IllegalStateException("A fault without a text: " + fault);
  }

  private static String names(List<Integer> nodes) {
    return nodes.stream().map(FaultText::name).collect(Collectors.joining("+"));
  }

  private static String name(int node) {
    return "n" + node;
  }
}
