package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.HdrHistogram.Histogram;
import org.hearsay.api.Message;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.runtime.SeededRandom;

/** Measures a run, and condenses it into one number that any difference changes. */
final class Recorder implements RunObserver {
  private static final int UNREACHED = -1;
  private static final long HIGHEST_LATENCY_MICROS = 3_600_000_000L;

  /** One rumor's way: the hop at which each node got it. */
  private static final class Track {
    private final long bornMicros;
    private final int[] hops;
    private int lastHop;

    Track(long bornMicros, int nodeCount) {
      this.bornMicros = bornMicros;
      hops = new int[nodeCount];
      Arrays.fill(hops, UNREACHED);
    }
  }

  private final int nodeCount;

  /** By source number, then by sequence number: a source's rumors begin in order. */
  private final List<List<Track>> tracks = new ArrayList<>();

  private final Histogram latency = new Histogram(HIGHEST_LATENCY_MICROS, 3);
  private final long[] load;
  private long messages;
  private long lost;
  private long bytes;
  private long payloads;
  private long deliveries;
  private long lastSentMicros = -1;
  private long traceHash;

  Recorder(int nodeCount) {
    this.nodeCount = nodeCount;
    load = new long[nodeCount];
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    messages++;
    bytes += line.length + 1;
    for (Message message : envelope) {
      payloads += message.rumors().size();
    }
    load[from]++;
    lastSentMicros = micros;
    CRC32C content = new CRC32C();
    content.update(line);
    trace(micros, 1, from, to, content.getValue());
  }

  @Override
  public void lost(long micros, int from, int to, List<? extends Message> envelope) {
    lost++;
    trace(micros, 2, from, to, envelope.size());
  }

  @Override
  public void received(long micros, int from, int to, List<? extends Message> envelope) {
    load[to]++;
    trace(micros, 3, from, to, envelope.size());
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    trace(micros, 4, from, node, rumor);
    if (from == node) {
      Track track = new Track(micros, nodeCount);
      track.hops[node] = 0;
      tracksOfSource(rumor).add(track);
      return;
    }
    Track track = tracksOfSource(rumor).get(RumorTable.sequence(rumor));
    if (track.hops[node] == UNREACHED) {
      track.hops[node] = track.hops[from] + 1;
      track.lastHop = Math.max(track.lastHop, track.hops[node]);
      deliveries++;
      latency.recordValue(Math.min(micros - track.bornMicros, HIGHEST_LATENCY_MICROS));
    }
  }

  @Override
  public void died(long micros, int node) {
    for (List<Track> source : tracks) {
      for (Track track : source) {
        if (track.hops[node] > 0) {
          track.hops[node] = UNREACHED;
          deliveries--;
        }
      }
    }
  }

  private List<Track> tracksOfSource(long rumor) {
    int source = RumorTable.sourceNumber(rumor);
    while (tracks.size() <= source) {
      tracks.add(new ArrayList<>());
    }
    return tracks.get(source);
  }

  private void trace(long micros, int kind, int from, int to, long detail) {
    traceHash = SeededRandom.mix(traceHash ^ micros);
    traceHash = SeededRandom.mix(traceHash + kind);
    traceHash = SeededRandom.mix(traceHash ^ ((long) from << Integer.SIZE | to));
    traceHash = SeededRandom.mix(traceHash + detail);
  }

  Traffic traffic() {
    return new Traffic(
        messages, lost, bytes, payloads, Arrays.stream(load).boxed().toList(), lastSentMicros);
  }

  Spread spread() {
    List<Track> all = tracks.stream().flatMap(List::stream).toList();
    double meanLastHop = all.stream().mapToInt(track -> track.lastHop).average().orElse(0);
    return new Spread(all.size(), deliveries, nodeCount, latency, meanLastHop);
  }

  long traceHash() {
    return traceHash;
  }
}
