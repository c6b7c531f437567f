package org.hearsay.reproduction;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.report.Estimate;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Graph;
import org.jspecify.annotations.Nullable;

/** What theory predicts, as a formula; n is the number of nodes. */
public enum Theory {
  /** Pushing leaves a share of {@code e^-m} (Demers et al. 1987, section 1.4). */
  E_TO_MINUS_M("e^-m") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      return Math.exp(-Objects.requireNonNull(measured.get(Measure.TRAFFIC)).mean());
    }
  },
  /** Told by those reached, f each: the share r of nodes with {@code r = 1 - e^(-f r)}. */
  REACH_OF_FANOUT("r = 1 - e^(-f r)") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      double reach = plan.number(FANOUT) > 1 ? 1 : 0;
      for (int i = 0; i < 1_000; i++) {
        reach = 1 - Math.exp(-plan.number(FANOUT) * reach);
      }
      return 100 * reach;
    }
  },
  /** All are reached (Kermarrec, Massoulie and Ganesh 2003). */
  ATOMIC_OF_FANOUT("e^-e^(ln n - f)") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      return Math.exp(-Math.exp(Math.log(plan.nodes()) - plan.number(FANOUT)));
    }
  },
  /** Rounds of pushing and pulling, but for a term of ln ln n (Karp et al. 2000). */
  LOG3_N("log3 n") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      return Math.log(plan.nodes()) / Math.log(3);
    }
  },
  /** Rounds of pushing, but for a constant (Pittel 1987). */
  LOG2_N_PLUS_LN_N("log2 n + ln n") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      return log2(plan.nodes()) + Math.log(plan.nodes());
    }
  },
  /** Rounds of pulling, but for a constant. */
  LOG2_N_PLUS_LOG2_LN_N("log2 n + log2 ln n") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      return log2(plan.nodes()) + log2(Math.log(plan.nodes()));
    }
  },
  /** What {@code flood} sends an operation: {@code sum(degree) - (n - 1)} for each broadcast. */
  FLOOD_PER_OP("flood") {
    @Override
    double of(RowRuns plan, Map<Measure, Estimate> measured) {
      Settings settings = plan.settings(0);
      Graph graph = settings.cluster().topology().graph(plan.nodes(), settings.seed());
      int degrees = 0;
      for (int node = 0; node < plan.nodes(); node++) {
        degrees += graph.neighbors(node).size();
      }
      return perOperation(degrees - (plan.nodes() - 1), plan);
    }
  };

  private static final String FANOUT = "f";

  private final String text;

  Theory(String text) {
    this.text = text;
  }

  /** The word that a row must say for it, or null. */
  @Nullable String word() {
    return this == REACH_OF_FANOUT || this == ATOMIC_OF_FANOUT ? FANOUT : null;
  }

  /** The column that a table must have for it, or null. */
  @Nullable Measure column() {
    return this == E_TO_MINUS_M ? Measure.TRAFFIC : null;
  }

  /** The prediction for a row. */
  abstract double of(RowRuns plan, Map<Measure, Estimate> measured);

  /** The formula, as files and tables write it. */
  public String text() {
    return text;
  }

  /** The formula that is written so. */
  @JsonCreator
  static Theory named(String text) {
    List<String> known = Arrays.stream(values()).map(Theory::text).toList();
    return Arrays.stream(values())
        .filter(theory -> theory.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no theory \""
                        + text
                        + "\", "
                        + Suggestions.didYouMean(text, known, "known")));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  /** Half of the operations are broadcasts, and in the end each node is read once more. */
  private static double perOperation(int messages, RowRuns plan) {
    Settings.Load load = plan.settings(0).load();
    double operations = load.ratePerSecond() * load.limit().toMillis() / 1_000;
    return messages / 2.0 * operations / (operations + plan.nodes());
  }
}
