package org.hearsay.cli.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearsay.node.journal.LogLine;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.trail.JournalChronicle;
import org.jspecify.annotations.Nullable;

/** One rumor's way through a cluster. */
final class RumorWay {

  /** A node's getting to know the rumor, in one of its lives, and what happened to it there. */
  static final class Visit {
    private final LogLine line;
    private final @Nullable Visit source;
    private final List<Visit> next = new ArrayList<>();
    private final List<LogLine> events = new ArrayList<>();

    private Visit(LogLine line, @Nullable Visit source) {
      this.line = line;
      this.source = source;
    }

    LogLine line() {
      return line;
    }

    /** Where it came from; null if it began here, or nobody knows. */
    @Nullable Visit source() {
      return source;
    }

    /** Where it went from here, in order of time. */
    List<Visit> next() {
      return next;
    }

    /** What else happened to it here. */
    List<LogLine> events() {
      return events;
    }
  }

  private final String rumor;
  private final Set<String> nodes;
  private final List<Visit> roots = new ArrayList<>();
  private final Map<String, Visit> latest = new LinkedHashMap<>();
  private final List<LogLine> elsewhere = new ArrayList<>();
  private @Nullable LogLine begun;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private int mostHops;

  /**
   * A way without a step.
   *
   * @param rumor the rumor's name
   * @param nodes the nodes whose logs there are
   */
  RumorWay(String rumor, Set<String> nodes) {
    this.rumor = rumor;
    this.nodes = nodes;
  }

  /** Adds what a line says, which is later than those before. */
  void add(LogLine line) {
    first = first == null ? line.time() : first;
    String event = line.event();
    if (event.equals(RumorEvent.BEGUN.text())) {
      begun = line;
      visit(line, null);
    } else if (event.equals(RumorEvent.DELIVERED.text())) {
      visit(line, latest.get(line.field(RumorEvent.DELIVERED.peerRole())));
    } else {
      Visit there = latest.get(line.node());
      (there == null ? elsewhere : there.events).add(line);
    }
  }

  private void visit(LogLine line, @Nullable Visit source) {
    Visit visit = new Visit(line, source);
    (source == null ? roots : source.next).add(visit);
    latest.put(line.node(), visit);
    last = line.time();
    mostHops = Math.max(mostHops, NodeLogs.number(line.field(JournalChronicle.HOP)));
  }

  /** The rumor's name. */
  String rumor() {
    return rumor;
  }

  /** What it says, its beginning if it is long; empty if the logs do not say. */
  String value() {
    String value = begun == null ? null : begun.field(JournalChronicle.VALUE);
    return value == null ? "" : value;
  }

  /** Whether it says something. */
  boolean says(String value) {
    return begun != null && value().equals(value);
  }

  /** The line of its broadcast; null if there is none. */
  @Nullable LogLine begun() {
    return begun;
  }

  /** Where its ways begin: at its origin, and where it came out of the dark. */
  List<Visit> roots() {
    return roots;
  }

  /** What happened to it where it had not been delivered. */
  List<LogLine> elsewhere() {
    return elsewhere;
  }

  /** How many hops it took at most. */
  int mostHops() {
    return mostHops;
  }

  /** How many nodes came to know it. */
  int reached() {
    return latest.size();
  }

  /** How many nodes there are. */
  int nodes() {
    return nodes.size();
  }

  /** Nodes that did not come to know it. */
  List<String> unreached() {
    return nodes.stream().filter(node -> !latest.containsKey(node)).toList();
  }

  /** From its beginning to a moment. */
  long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Objects.requireNonNull(first), moment);
  }

  /** From its beginning to its last delivery. */
  long lastMicros() {
    return last == null ? 0 : micros(last);
  }
}
