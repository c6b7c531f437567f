package org.hearsay.scenario.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.VirtualTime;

/**
 * A cluster of which a test sees who is down, and who hangs, at any time of a minute with faults.
 */
final class Ward implements Breakable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final int nodeCount;
  private final VirtualTime time = new VirtualTime();
  private final FaultSchedule schedule;
  private final BitSet down = new BitSet();
  private final BitSet hung = new BitSet();
  private final BitSet sick = new BitSet();
  private final NavigableMap<Long, BitSet> downFrom = new TreeMap<>();
  private final NavigableMap<Long, BitSet> hungFrom = new TreeMap<>();
  private final NavigableMap<Long, BitSet> sickFrom = new TreeMap<>();
  private final List<String> goodByes = new ArrayList<>();
  private final List<Integer> atOnce = new ArrayList<>();

  private Ward(int nodeCount, long seed, List<Fault> faults) {
    this.nodeCount = nodeCount;
    Settings settings =
        Settings.challenge(seed)
            .with(new Settings.Load(5, LIMIT, Duration.ofSeconds(1)))
            .with(faults);
    schedule = new FaultSchedule(time, this, settings);
    note();
  }

  /** What becomes of so many nodes with faults, until all is mended. */
  static Ward with(int nodeCount, long seed, Fault... faults) {
    Ward ward = new Ward(nodeCount, seed, List.of(faults));
    ward.schedule.begin();
    ward.time.at(TimeUnit.MICROSECONDS.convert(LIMIT), ward.schedule::end);
    while (ward.time.step()) {}
    return ward;
  }

  private void note() {
    downFrom.put(time.nowMicros(), (BitSet) down.clone());
    hungFrom.put(time.nowMicros(), (BitSet) hung.clone());
    sickFrom.put(time.nowMicros(), (BitSet) sick.clone());
  }

  /** Who is down after so many seconds, and what happens then. */
  BitSet downAt(double seconds) {
    return at(downFrom, seconds);
  }

  /** Who hangs then. */
  BitSet hungAt(double seconds) {
    return at(hungFrom, seconds);
  }

  /** Who hangs now and then. */
  BitSet sickAt(double seconds) {
    return at(sickFrom, seconds);
  }

  private static BitSet at(NavigableMap<Long, BitSet> states, double seconds) {
    return states.floorEntry((long) (seconds * 1e6)).getValue();
  }

  /** How often a node went down. */
  long deaths(int node) {
    long deaths = 0;
    boolean wasDown = false;
    for (BitSet state : downFrom.values()) {
      deaths += state.get(node) && !wasDown ? 1 : 0;
      wasDown = state.get(node);
    }
    return deaths;
  }

  /** Which nodes said good-bye, and whether they were up then. */
  List<String> goodByes() {
    return goodByes;
  }

  /** How many nodes died at the same moment, each time several did. */
  List<Integer> atOnce() {
    return atOnce;
  }

  Set<Integer> departed() {
    return schedule.departed();
  }

  Map<Integer, Long> stateLossMicros() {
    return schedule.stateLossMicros();
  }

  @Override
  public int size() {
    return nodeCount;
  }

  @Override
  public void kill(int node) {
    down.set(node);
    note();
  }

  @Override
  public void kill(List<Integer> nodes) {
    atOnce.add(nodes.size());
    nodes.forEach(this::kill);
  }

  @Override
  public void leave(int node) {
    goodByes.add("n" + node + (down.get(node) ? " too late" : ""));
    kill(node);
  }

  @Override
  public void restart(int node) {
    down.clear(node);
    note();
  }

  @Override
  public void hang(int node) {
    hung.set(node);
    note();
  }

  @Override
  public void unhang(int node) {
    hung.clear(node);
    note();
  }

  @Override
  public void sicken(int node) {
    sick.set(node);
    note();
  }

  @Override
  public void cure(int node) {
    sick.clear(node);
    note();
  }

  @Override
  public void cut(Cut cut) {}

  @Override
  public void heal(Cut cut) {}

  @Override
  public void crash(int node) {}

  @Override
  public void recover(int node) {}

  @Override
  public void pause(int node) {}

  @Override
  public void resume(int node) {}

  @Override
  public void slow(int node, long extraMicros) {}

  @Override
  public void skew(int node, long aheadMicros) {}

  @Override
  public void drift(int node, double rate) {}
}
