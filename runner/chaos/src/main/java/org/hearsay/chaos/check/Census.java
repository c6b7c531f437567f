package org.hearsay.chaos.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.flow.FlowMessage;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Watch;

/** Sees a run from outside: who has which rumor, what was lost, and how much is under way. */
public final class Census implements RunObserver, Watch {
  /**
   * More messages than any drawn run is meant to take, besides those that overlay and detector can
   * be meant to send; the run is ended there.
   */
  private static final long MOST_MESSAGES = 10_000_000;

  /** More events than such a run has: a node that sets one timer after another, for instance. */
  private static final long MOST_EVENTS = 10 * MOST_MESSAGES;

  /** So long after a strategy's message its flow may still be acknowledged, or made up for. */
  private static final long ECHO_MICROS = 30_000_000;

  /** So much is under way that the run was ended. */
  public static final class OverflowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private OverflowException(String message) {
      super(message);
    }
  }

  /**
   * The most messages that were under way to a node at once from another.
   *
   * @param link from whom to whom
   */
  record Crowd(int messages, String link) {}

  /** What became of a rumor. */
  static final class Story {
    private final String name;
    private final long bornMicros;
    private final BitSet holders = new BitSet();
    private boolean lostOnceAtLeast;

    private Story(String name, long bornMicros) {
      this.name = name;
      this.bornMicros = bornMicros;
    }

    /** Origin and number: {@code n0#2}. */
    String name() {
      return name;
    }

    /** Which nodes have it now. */
    BitSet holders() {
      return holders;
    }
  }

  private final Map<Long, Story> stories = new LinkedHashMap<>();
  private final Map<Long, Integer> underWay = new HashMap<>();
  private final List<String> twice = new ArrayList<>();
  private final List<String> invented = new ArrayList<>();
  private final int limit;
  private final Upkeep upkeep;
  private final Map<Integer, Crowd> crowds = new HashMap<>();
  private long lastStateLossMicros = -1;
  private long lastRelinkMicros = -1;
  private long lastServiceMicros = -1;
  private long lastFlowMicros = -ECHO_MICROS;
  private long upkeepMessages;
  private boolean ranAway;

  /** A census that only looks on. */
  public Census() {
    this(Integer.MAX_VALUE, Upkeep.NONE);
  }

  /**
   * A census that ends a run before it fills the memory.
   *
   * @param limit with more messages than that under way on one link it is ended by an {@link
   *     OverflowException}
   * @param upkeep what overlay and detector can be meant to send does not make a run one that never
   *     ends
   */
  public Census(int limit, Upkeep upkeep) {
    this.limit = limit;
    this.upkeep = upkeep;
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    int now = underWay.merge(link(from, to), envelope.size(), Integer::sum);
    Crowd most = crowds.get(to);
    if (most == null || now > most.messages) {
      String link = "n" + from + " to n" + to;
      crowds.put(to, new Crowd(now, link));
      if (now > limit) {
        throw new OverflowException(now + " messages under way from " + link);
      }
    }
    if (!envelope.stream().allMatch(Envelope::isControl)) {
      lastFlowMicros = micros;
    } else if (envelope.stream().anyMatch(ServiceMessage.class::isInstance)) {
      lastServiceMicros = isEcho(micros, envelope) ? lastServiceMicros : micros;
    } else if (envelope.stream().anyMatch(Envelope::isOfMembership)) {
      upkeepMessages++;
    }
  }

  /** Whether a runtime, where it controls flows, says something of what a strategy has sent. */
  private boolean isEcho(long micros, List<? extends Message> envelope) {
    return micros - lastFlowMicros < ECHO_MICROS
        && envelope.stream().anyMatch(FlowMessage.class::isInstance);
  }

  /**
   * When the runtimes of two nodes last talked for reasons of their own, and neither accompanied
   * nor acknowledged what a strategy had to say, nor made up for it; negative if they never did.
   */
  long lastServiceMicros() {
    return lastServiceMicros;
  }

  @Override
  public void received(long micros, int from, int to, List<? extends Message> envelope) {
    arrivesOrNot(from, to, envelope);
  }

  @Override
  public void lost(long micros, int from, int to, List<? extends Message> envelope) {
    arrivesOrNot(from, to, envelope);
    for (Message message : envelope) {
      message.rumors().ids().stream()
          .mapToObj(stories::get)
          .filter(story -> story != null)
          .forEach(story -> story.lostOnceAtLeast = true);
    }
  }

  @Override
  public void duplicated(long micros, int from, int to, List<? extends Message> envelope) {
    underWay.merge(link(from, to), envelope.size(), Integer::sum);
  }

  private void arrivesOrNot(int from, int to, List<? extends Message> envelope) {
    underWay.computeIfPresent(link(from, to), (link, count) -> count - envelope.size());
  }

  private static long link(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    Story story = stories.get(rumor);
    if (story == null) {
      story = new Story("n" + from + "#" + RumorTable.sequence(rumor), micros);
      stories.put(rumor, story);
      if (node != from) {
        invented.add("n" + node + " is given a rumor by n" + from + " that nobody broadcast");
      }
    }
    if (story.holders.get(node)) {
      twice.add(story.name + " at n" + node);
    }
    story.holders.set(node);
  }

  @Override
  public void recovered(long micros, int node, long rumor) {
    Story story = stories.get(rumor);
    if (story == null) {
      invented.add("n" + node + " finds a rumor on its disk that nobody broadcast");
    } else {
      story.holders.set(node);
    }
  }

  @Override
  public void relinked(long micros, int node) {
    lastRelinkMicros = micros;
  }

  /** When a node last had other neighbors than before; negative if none had. */
  long lastRelinkMicros() {
    return lastRelinkMicros;
  }

  @Override
  public void died(long micros, int node) {
    lastStateLossMicros = micros;
    stories.values().forEach(story -> story.holders.clear(node));
  }

  @Override
  public boolean goOn(SoFar soFar) {
    ranAway = soFar.events() > MOST_EVENTS || (soFar.messages() > MOST_MESSAGES && !isMeant(soFar));
    return !ranAway;
  }

  /** Whether overlay and detector send what they can be meant to, and the others little enough. */
  private boolean isMeant(SoFar soFar) {
    return upkeepMessages <= upkeep.messages(soFar.micros())
        && soFar.messages() - upkeepMessages <= MOST_MESSAGES;
  }

  /** Whether the run was ended because it would not end. */
  boolean ranAway() {
    return ranAway;
  }

  /** The rumors that some of so many nodes have, and others have not. */
  List<Story> split(int nodeCount) {
    return stories.values().stream()
        .filter(story -> !story.holders.isEmpty() && story.holders.cardinality() < nodeCount)
        .toList();
  }

  /** Whether what was injected explains that some nodes do not have a rumor. */
  boolean explains(Story story) {
    return story.lostOnceAtLeast || lastStateLossMicros >= story.bornMicros;
  }

  List<String> twice() {
    return twice;
  }

  List<String> invented() {
    return invented;
  }

  int rumors() {
    return stories.size();
  }

  /** The largest crowd on its way to one of some nodes. */
  Crowd largestCrowd(IntPredicate receivers) {
    return crowds.entrySet().stream()
        .filter(crowd -> receivers.test(crowd.getKey()))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingInt(Crowd::messages))
        .orElse(new Crowd(0, ""));
  }
}
