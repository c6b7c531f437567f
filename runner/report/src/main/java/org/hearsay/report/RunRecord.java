package org.hearsay.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One run as data, a line of JSON in files. Equal runs of one program have equal lines: there is
 * nothing in it of the clock, the machine or the JDK. What the world of the run does not know is
 * absent.
 *
 * @param schema the version of this form
 * @param commit what the program was built from that wrote it, with {@code -dirty} behind it if
 *     files had changed since; absent where nobody knows
 * @param world where the strategy ran: in a {@code simulation}, in a {@code process} a node under
 *     our own driver, or under genuine {@code maelstrom}
 * @param strategy its name, or whatever else the run was called
 * @param config the value of each of its options, as far as they are known
 * @param membership what was around the strategy; null if there was nothing
 * @param guarantees what the runtime guaranteed: options by name without dashes, {@code true} for
 *     one that has no value; null if nothing
 * @param seed decided every random choice of the nodes and, in a simulation, of their world
 * @param command runs this again, a simulation exactly
 * @param settings everything else that decided the run
 * @param metrics what was measured
 * @param maelstrom what Maelstrom says of it, or would say
 * @param traceHash a hash over every message and delivery, in hexadecimal
 * @param latencyHistogram delivery latencies in microseconds, see {@link LatencyHistogram#encode}
 * @param nodeMessages for each node how many messages it sent and received, up to {@value
 *     #MOST_NODES} nodes
 */
@JsonPropertyOrder({
  "schema",
  "commit",
  "world",
  "strategy",
  "config",
  "membership",
  "guarantees",
  "seed",
  "command",
  "settings",
  "metrics",
  "maelstrom",
  "trace_hash",
  "latency_histogram",
  "node_messages"
})
public record RunRecord(
    int schema,
    @Nullable String commit,
    String world,
    String strategy,
    Map<String, String> config,
    @Nullable RunMembership membership,
    @Nullable Map<String, String> guarantees,
    @Nullable Long seed,
    @Nullable String command,
    @Nullable RunSettings settings,
    Measurements metrics,
    MaelstromResults maelstrom,
    @Nullable String traceHash,
    @Nullable String latencyHistogram,
    @Nullable List<Long> nodeMessages) {

  /** The version of the form that this program writes. */
  public static final int SCHEMA = 5;

  /** How many nodes a run may have for a record to hold figures of each. */
  public static final int MOST_NODES = 1_000;

  private static final int FIRST_SCHEMA = 2;

  /**
   * Keeps a copy of the options, in their order; older records say in one place what was refused.
   */
  public RunRecord {
    metrics = metrics.refused() == null ? metrics.refusing(maelstrom) : metrics;
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    guarantees =
        guarantees == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(guarantees));
    nodeMessages = nodeMessages == null ? null : List.copyOf(nodeMessages);
    if (schema < FIRST_SCHEMA || schema > SCHEMA) {
      throw new IllegalArgumentException(
          "a record of schema " + schema + ", where this program knows 2 to " + SCHEMA);
    }
  }

  /** A run of which no more is known than this, written by no program in particular. */
  public RunRecord(
      String world,
      String strategy,
      Map<String, String> config,
      @Nullable Long seed,
      @Nullable String command,
      @Nullable RunSettings settings,
      Measurements metrics,
      MaelstromResults maelstrom) {
    this(
        SCHEMA, null, world, strategy, config, null, null, seed, command, settings, metrics,
        maelstrom, null, null, null);
  }

  /**
   * The same with what a simulation knows besides.
   *
   * @param hash over every message and delivery; null if the run did not come to its end
   * @param latencies in microseconds
   * @param messages for each node
   */
  public RunRecord with(@Nullable String hash, Histogram latencies, List<Long> messages) {
    return copy(
        commit,
        membership,
        guarantees,
        hash,
        LatencyHistogram.encode(latencies),
        messages.size() > MOST_NODES ? null : messages);
  }

  /** The same with something around the strategy. */
  public RunRecord within(@Nullable RunMembership other) {
    return copy(commit, other, guarantees, traceHash, latencyHistogram, nodeMessages);
  }

  /** The same with guarantees of the runtime. */
  public RunRecord guaranteeing(@Nullable Map<String, String> other) {
    return copy(commit, membership, other, traceHash, latencyHistogram, nodeMessages);
  }

  /** The same as the program writes it that was built from a commit. */
  public RunRecord by(@Nullable String writer) {
    return copy(writer, membership, guarantees, traceHash, latencyHistogram, nodeMessages);
  }

  private RunRecord copy(
      @Nullable String newCommit,
      @Nullable RunMembership newMembership,
      @Nullable Map<String, String> newGuarantees,
      @Nullable String newTraceHash,
      @Nullable String newLatencyHistogram,
      @Nullable List<Long> newNodeMessages) {
    return new RunRecord(
        schema,
        newCommit,
        world,
        strategy,
        config,
        newMembership,
        newGuarantees,
        seed,
        command,
        settings,
        metrics,
        maelstrom,
        newTraceHash,
        newLatencyHistogram,
        newNodeMessages);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no record of this form
   */
  public static RunRecord ofJson(String line) {
    try {
      return RecordJson.MAPPER.readValue(line, RunRecord.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a run record: " + e.getOriginalMessage(), e);
    }
  }

  /** The record as one line, without the line's end. */
  public String json() {
    try {
      return RecordJson.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record can always be written", e);
    }
  }

  /** What the runtime guaranteed: {@code --order=fifo --trail}; empty if nothing. */
  public String guaranteesText() {
    return guarantees == null ? "" : guaranteesText(guarantees);
  }

  /** Guarantees as the command line takes them. */
  static String guaranteesText(Map<String, String> guarantees) {
    return guarantees.entrySet().stream()
        .map(
            option ->
                "--"
                    + option.getKey()
                    + (option.getValue().equals("true") ? "" : "=" + option.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** The options as the command line takes them: {@code key=value,key=value}. */
  public String configText() {
    return config.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(","));
  }
}
