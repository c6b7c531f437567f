package org.hearsay.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Needed;
import org.hearsay.scenario.check.RetentionVerdict;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.nodes.Knowledge;

/** Judges a run by the laws. */
public final class Laws {
  private static final int SHOWN = 5;

  /** Messages on a link: so many and four for each rumor can be meant, as while a node pauses. */
  private static final int MEANT = 1_000;

  private static final int MEANT_A_RUMOR = 4;

  /** After less than this something may be under way: it says nothing of loss or of silence. */
  private static final long FAIR_QUIET_MICROS = 60_000_000;

  /** How long it may take until nodes that were apart, or away, are together again. */
  private static final long TOGETHER_MICROS = 300_000_000;

  private final Promised promised;
  private final Set<Trait> traits;
  private final Settings settings;
  private final Outcome outcome;
  private final Census census;
  private final OrderChecker order;
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * What a run is held to.
   *
   * @param traits what strategy and runtime promise together
   * @param ofStrategy what the strategy promises where nobody makes up for it: beyond that it may
   *     go on talking to a peer whom the runtime has told everything long ago
   * @param holdsTogether whether overlay and failure detector promise that
   */
  public record Promised(Set<Trait> traits, Set<Trait> ofStrategy, boolean holdsTogether) {

    /** What a strategy promises alone. */
    public Promised(Set<Trait> traits) {
      this(traits, traits, false);
    }
  }

  private Laws(Promised promised, Outcome outcome, Census census, OrderChecker order) {
    this.promised = promised;
    this.traits = promised.traits;
    this.settings = outcome.settings();
    this.outcome = outcome;
    this.census = census;
    this.order = order;
  }

  /**
   * Judges a run.
   *
   * @param strategy what ran
   * @param census saw the run
   * @param order saw what readers were shown
   * @return what is wrong with it
   */
  public static List<Complaint> judge(
      ConfiguredStrategy<?, ?> strategy, Outcome outcome, Census census, OrderChecker order) {
    Promised promised =
        new Promised(
            strategy.promises(),
            strategy.guaranteeing(Guarantees.NONE).promises(),
            strategy.membership().holdsTogether());
    return judge(promised, outcome, census, order);
  }

  /** Judges a run by what was promised. */
  public static List<Complaint> judge(
      Promised promised, Outcome outcome, Census census, OrderChecker order) {
    Laws laws = new Laws(promised, outcome, census, order);
    laws.judge();
    return List.copyOf(laws.complaints);
  }

  private void judge() {
    judgeBounds();
    if (census.ranAway()) {
      return;
    }
    if (quietMicros() >= FAIR_QUIET_MICROS) {
      judgeLoss();
    }
    StrictVerdict strict = outcome.strict();
    complainOf(Law.NOTHING_TWICE, "delivered again", census.twice());
    complainOf(Law.NOTHING_TWICE, "read twice", texts(strict.duplicated()));
    complainOf(Law.NOTHING_INVENTED, "from nowhere", census.invented());
    complainOf(Law.NOTHING_INVENTED, "read before they were broadcast", texts(strict.invented()));
    complainOf(Law.ORDER, "shown too early", order.violations());
    judgeSilence();
    judgeServices();
    RetentionVerdict retention = outcome.retention();
    if (retention != null) {
      complainOf(Law.WITHIN_LIMITS, "too many", retention.tooMany());
      complainOf(Law.WITHIN_LIMITS, "let go early", retention.early());
    }
    Outcome.Membership membership = outcome.membership();
    if (membership != null && promised.holdsTogether && endedLongAfterFaults()) {
      judgeMembership(membership);
    }
  }

  private boolean endedLongAfterFaults() {
    long limitMicros =
        settings.cluster().formation().micros(settings.cluster().nodeCount())
            + TimeUnit.MICROSECONDS.convert(settings.load().limit());
    return outcome.endMicros() - limitMicros >= TOGETHER_MICROS;
  }

  private void judgeMembership(Outcome.Membership membership) {
    if (!Needed.by(settings).contains(Trait.TOLERATES_LOSS)) {
      judgeTogether(membership);
    }
    Knowledge knowledge = membership.knowledge();
    if (knowledge.deadNeighbors() > 0) {
      complain(
          Law.TOGETHER_AGAIN,
          knowledge.deadNeighbors() + " times a node takes a neighbor for alive that is not there");
    }
  }

  /** While messages are still lost, so is a neighbor now and then, and found again. */
  private void judgeTogether(Outcome.Membership membership) {
    double together = membership.shape().largestPiece();
    if (together < 1) {
      complain(
          Law.TOGETHER_AGAIN,
          String.format(Locale.ROOT, "%.1f %% of the nodes are linked as one", 100 * together));
    }
    long lost = membership.knowledge().lostNeighbors();
    if (lost > 0) {
      complain(Law.TOGETHER_AGAIN, lost + " times a node takes a neighbor for dead that is there");
    }
  }

  private void judgeBounds() {
    if (census.ranAway()) {
      complain(
          Law.BOUNDED_QUEUES,
          "there was no end to it after "
              + outcome.traffic().messages()
              + " messages and "
              + seconds(outcome.endMicros()));
    }
    int meant = MEANT + MEANT_A_RUMOR * census.rumors();
    Census.Crowd crowd = census.largestCrowd(node -> !isSlowed(node));
    if (crowd.messages() > meant) {
      complain(
          Law.BOUNDED_QUEUES,
          crowd.messages()
              + " messages were under way from "
              + crowd.link()
              + " at once, where "
              + meant
              + " can be meant");
    }
  }

  /** Before a node that is slowed for long, messages gather that nobody sent in vain. */
  private boolean isSlowed(int node) {
    return settings.faults().plan().stream()
        .anyMatch(fault -> fault instanceof Fault.Slow slow && slow.node() == node);
  }

  private void judgeLoss() {
    List<Census.Story> split = split();
    StrictVerdict strict = outcome.strict();
    if (traits.containsAll(Needed.by(settings))) {
      if (!strict.missing().isEmpty()) {
        complain(
            Law.NOTHING_LOST,
            "acknowledged values "
                + shown(texts(strict.missing()))
                + " are missing at "
                + nodes(strict.missingAt()));
      }
      if (!strict.unread().isEmpty()) {
        complain(Law.NOTHING_LOST, "no answer from " + nodes(strict.unread()));
      }
      complainOf(Law.AGREEMENT, "not everywhere", split.stream().map(this::where).toList());
      complainOf(Law.ORDER, "held back at the end", order.heldBack());
    } else if (traits.contains(Trait.DELIVERS_TO_ALL)) {
      complainOf(
          Law.NO_UNEXPLAINED_MISS,
          "not everywhere, though no message with it was lost and no state after it",
          split.stream().filter(story -> !census.explains(story)).map(this::where).toList());
    }
  }

  /** Who has what cannot be seen from outside where nodes are told of rumors that are gone. */
  private List<Census.Story> split() {
    return outcome.retention() != null ? List.of() : census.split(settings.cluster().nodeCount());
  }

  private String where(Census.Story story) {
    int present = story.holders().cardinality();
    return story.name() + " (at " + present + " of " + settings.cluster().nodeCount() + " nodes)";
  }

  /**
   * Whoever has other neighbors has something to say: silence begins after the last such change.
   */
  private void judgeSilence() {
    long calmMicros = Math.max(outcome.endMicros() - quietMicros(), census.lastRelinkMicros());
    long quietMicros = outcome.endMicros() - calmMicros;
    long lastMicros = outcome.traffic().lastSentMicros();
    if (promised.ofStrategy.contains(Trait.QUIESCENT)
        && promised.ofStrategy.containsAll(Needed.by(settings))
        && quietMicros >= FAIR_QUIET_MICROS
        && split().isEmpty()
        && lastMicros > outcome.endMicros() - quietMicros / 4) {
      complain(
          Law.QUIET,
          "a message was sent at "
              + seconds(lastMicros)
              + ", and no client asked anything, nor had a node other neighbors, since "
              + seconds(calmMicros));
    }
  }

  /** What the runtimes have to say to each other comes to an end, whatever the strategy does. */
  private void judgeServices() {
    long limitMicros = TimeUnit.MICROSECONDS.convert(settings.load().limit());
    long calmMicros =
        Math.max(
            Math.max(outcome.endMicros() - quietMicros(), limitMicros), census.lastRelinkMicros());
    long quietMicros = outcome.endMicros() - calmMicros;
    if (traits.containsAll(Needed.by(settings))
        && quietMicros >= FAIR_QUIET_MICROS
        && census.split(settings.cluster().nodeCount()).isEmpty()
        && census.lastServiceMicros() > outcome.endMicros() - quietMicros / 4) {
      complain(
          Law.QUIET,
          "the runtimes talked at "
              + seconds(census.lastServiceMicros())
              + ", and had nothing to say since "
              + seconds(calmMicros));
    }
  }

  private long quietMicros() {
    return TimeUnit.MICROSECONDS.convert(settings.load().quiet());
  }

  private static String seconds(long micros) {
    return String.format(Locale.ROOT, "%.3f s", micros / 1e6);
  }

  private void complain(Law law, String what) {
    complaints.add(new Complaint(law, what));
  }

  private void complainOf(Law law, String what, List<String> cases) {
    if (!cases.isEmpty()) {
      complain(law, what + ": " + shown(cases));
    }
  }

  private static List<String> texts(List<Integer> values) {
    return values.stream().map(String::valueOf).toList();
  }

  private static String nodes(List<Integer> nodes) {
    return shown(nodes.stream().map(node -> "n" + node).toList());
  }

  private static String shown(List<String> cases) {
    String first = cases.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return cases.size() > SHOWN ? first + " and " + (cases.size() - SHOWN) + " more" : first;
  }
}
