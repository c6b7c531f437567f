package org.hearsay.chaos.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.order.Order;
import org.hearsay.simulation.RunObserver;

/**
 * Sees from outside in which order readers are shown rumors, and judges it. It knows nothing of how
 * nodes bring that order about: it notes what each node shows in each of its lives, and how much of
 * that an origin has shown when it broadcasts.
 */
public final class OrderChecker implements RunObserver {

  /**
   * A rumor as it began. Rumors are numbered here as they begin.
   *
   * @param fellows the rumors of its source
   * @param sequence its place among them
   * @param origin the life in which it began
   * @param shownBefore how many rumors had been shown in that life
   */
  private record Birth(
      String name, List<Integer> fellows, int sequence, Life origin, int shownBefore) {}

  /** A life of a node. */
  private static final class Life {
    private final List<Integer> sequence = new ArrayList<>();
    private final BitSet known = new BitSet();
    private final BitSet shown = new BitSet();
    private final BitSet gone = new BitSet();

    /** How many rumors of a list, from its beginning, are shown here, or gone. */
    private final IdentityHashMap<List<Integer>, Integer> done = new IdentityHashMap<>();

    /** The first among so many rumors of a list that is neither shown nor gone; -1 if none is. */
    int firstMissing(List<Integer> rumors, int count) {
      Integer before = done.get(rumors);
      int place = before == null ? 0 : before;
      while (place < count && isDone(rumors.get(place))) {
        place++;
      }
      done.put(rumors, place);
      return place < count ? rumors.get(place) : -1;
    }

    /** Whether anything is gone that was shown before a rumor where it began. */
    boolean hasLetGoOf(Birth birth) {
      return !gone.isEmpty()
          && birth.origin.sequence.subList(0, birth.shownBefore).stream().anyMatch(gone::get);
    }

    private boolean isDone(int rumor) {
      return shown.get(rumor) || gone.get(rumor);
    }
  }

  private final Order order;
  private final List<Birth> births = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<Integer>> bySource = new HashMap<>();
  private final Map<Integer, Life> lives = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();

  /** A checker of what was promised; if that is no order, there is nothing to judge. */
  public OrderChecker(Order order) {
    this.order = order;
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    if (order != Order.NONE) {
      if (node == from && !numbers.containsKey(rumor)) {
        begin(node, rumor);
      }
      life(node).known.set(number(rumor));
    }
  }

  @Override
  public void recovered(long micros, int node, long rumor) {
    if (order != Order.NONE) {
      life(node).known.set(number(rumor));
    }
  }

  private void begin(int node, long rumor) {
    List<Integer> fellows =
        bySource.computeIfAbsent(RumorTable.sourceNumber(rumor), unused -> new ArrayList<>());
    Life life = life(node);
    String name = "n" + node + "#" + RumorTable.sequence(rumor);
    births.add(new Birth(name, fellows, fellows.size(), life, life.sequence.size()));
    fellows.add(numbers.size());
    numbers.put(rumor, numbers.size());
  }

  private Life life(int node) {
    return lives.computeIfAbsent(node, unused -> new Life());
  }

  private int number(long rumor) {
    Integer number = numbers.get(rumor);
    if (number == null) {
      throw new IllegalArgumentException("Nobody has broadcast rumor " + rumor);
    }
    return number;
  }

  @Override
  public void released(long micros, int node, long rumor) {
    if (order != Order.NONE) {
      Life life = life(node);
      int number = number(rumor);
      String what = "n" + node + " shows " + births.get(number).name;
      if (!life.known.get(number)) {
        violations.add(what + ", which it does not know");
      }
      if (life.shown.get(number)) {
        violations.add(what + " again");
      }
      int missing = firstMissing(life, births.get(number));
      if (missing >= 0) {
        violations.add(what + " before " + births.get(missing).name);
      }
      life.shown.set(number);
      life.sequence.add(number);
    }
  }

  /**
   * Where one of those that go before is gone, what goes before a rumor only as it goes before that
   * one is not known there, and not asked for.
   */
  private int firstMissing(Life life, Birth birth) {
    int missing = life.firstMissing(birth.fellows, birth.sequence);
    return missing >= 0 || order == Order.FIFO || life.hasLetGoOf(birth)
        ? missing
        : life.firstMissing(birth.origin.sequence, birth.shownBefore);
  }

  @Override
  public void died(long micros, int node) {
    lives.remove(node);
  }

  /** Nothing need come after it at that node. */
  @Override
  public void gone(long micros, int node, long rumor) {
    if (order != Order.NONE) {
      life(node).gone.set(number(rumor));
    }
  }

  /** What was shown that must not have been, and how. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /**
   * What nodes know at present and do not show, unless one of those that go before it is known to
   * nobody, as it has died with those that knew it.
   */
  public List<String> heldBack() {
    BitSet somewhere = new BitSet();
    lives.values().forEach(life -> somewhere.or(life.known));
    List<String> heldBack = new ArrayList<>();
    lives.forEach(
        (node, life) -> {
          BitSet held = (BitSet) life.known.clone();
          held.andNot(life.shown);
          held.andNot(life.gone);
          BitSet lost = (BitSet) somewhere.clone();
          lost.or(life.gone);
          lost.flip(0, births.size());
          held.stream()
              .mapToObj(births::get)
              .filter(birth -> !comesAfter(birth, lost))
              .forEach(birth -> heldBack.add(birth.name + " at n" + node));
        });
    return heldBack;
  }

  private boolean comesAfter(Birth birth, BitSet rumors) {
    return birth.fellows.subList(0, birth.sequence).stream().anyMatch(rumors::get)
        || (order == Order.CAUSAL
            && birth.origin.sequence.subList(0, birth.shownBefore).stream().anyMatch(rumors::get));
  }
}
