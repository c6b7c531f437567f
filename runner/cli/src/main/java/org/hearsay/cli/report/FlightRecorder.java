package org.hearsay.cli.report;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.report.page.Replay;
import org.hearsay.simulation.RunObserver;
import org.jspecify.annotations.Nullable;

/**
 * Follows one rumor through a run: the first that is broadcast from some moment on, until everybody
 * has it.
 */
final class FlightRecorder implements RunObserver {
  private static final int MOST_FLIGHTS = 5_000;
  private static final long NONE = -1;
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double TENTHS = 10;

  /** A message that has not arrived yet. */
  private record UnderWay(long sentMicros, List<? extends Message> envelope, int index) {}

  private final long fromMicros;
  private final int nodeCount;
  private final List<Replay.Flight> flights = new ArrayList<>();
  private final List<Replay.Arrival> arrivals = new ArrayList<>();
  private final Map<Long, List<UnderWay>> underWay = new HashMap<>();
  private final Set<Integer> reached = new HashSet<>();
  private long rumor = NONE;
  private long bornMicros;
  private int origin;

  FlightRecorder(long fromMicros, int nodeCount) {
    this.fromMicros = fromMicros;
    this.nodeCount = nodeCount;
  }

  /** Whether there was such a rumor. */
  boolean hasSeenOne() {
    return rumor != NONE;
  }

  int origin() {
    return origin;
  }

  List<Replay.Flight> flights() {
    return flights;
  }

  List<Replay.Arrival> arrivals() {
    return arrivals;
  }

  @Override
  public void delivered(long micros, int node, int from, long delivered) {
    if (rumor == NONE && node == from && micros >= fromMicros) {
      rumor = delivered;
      bornMicros = micros;
      origin = node;
      reached.add(node);
    } else if (delivered == rumor && reached.add(node)) {
      arrivals.add(new Replay.Arrival(node, millis(micros)));
    }
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    boolean over = reached.size() == nodeCount || flights.size() == MOST_FLIGHTS;
    if (rumor == NONE || over) {
      return;
    }
    boolean carries =
        envelope.stream().anyMatch(message -> message.rumors().ids().stream().anyMatch(this::isIt));
    if (carries || envelope.stream().anyMatch(this::names)) {
      underWay
          .computeIfAbsent(link(from, to), link -> new ArrayList<>())
          .add(new UnderWay(micros, envelope, flights.size()));
      flights.add(new Replay.Flight(from, to, millis(micros), null, carries, false));
    }
  }

  private boolean isIt(long id) {
    return id == rumor;
  }

  private boolean names(Message message) {
    return Arrays.stream(message.getClass().getRecordComponents())
        .filter(component -> component.getType() == RumorIds.class)
        .anyMatch(component -> read(component, message).stream().anyMatch(this::isIt));
  }

  private static RumorIds read(RecordComponent component, Message message) {
    try {
      component.getAccessor().setAccessible(true);
      return (RumorIds) component.getAccessor().invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record's components can be read", e);
    }
  }

  @Override
  public void received(long micros, int from, int to, List<? extends Message> envelope) {
    end(from, to, envelope, micros);
  }

  @Override
  public void lost(long micros, int from, int to, List<? extends Message> envelope) {
    end(from, to, envelope, null);
  }

  /** Ends the flight of a message, if it is one of those followed. */
  private void end(int from, int to, List<? extends Message> envelope, @Nullable Long micros) {
    Iterator<UnderWay> waiting = underWay.getOrDefault(link(from, to), List.of()).iterator();
    while (waiting.hasNext()) {
      UnderWay candidate = waiting.next();
      if (candidate.envelope.equals(envelope)) {
        waiting.remove();
        Replay.Flight flight = flights.get(candidate.index);
        flights.set(
            candidate.index,
            new Replay.Flight(
                from,
                to,
                flight.sent(),
                micros == null ? null : millis(micros),
                flight.carries(),
                micros == null));
        return;
      }
    }
  }

  private static long link(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  private double millis(long micros) {
    return Math.round((micros - bornMicros) / MICROS_PER_MILLI * TENTHS) / TENTHS;
  }
}
