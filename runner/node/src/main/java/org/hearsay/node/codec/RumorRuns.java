package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.RumorTable;

/**
 * Rumors, names of rumors and digests as JSON: runs of consecutive sequence numbers of one source.
 *
 * <p>A run begins with the origin's name, its incarnation and the first sequence number. {@link
 * Rumors} add the list of payloads, {@code ["n3",7,12,["hi","ho"]]}; {@link RumorIds} and {@link
 * Digest} add how many there are, {@code ["n3",7,12,2]}.
 */
final class RumorRuns {
  private static final int MAX_IDS = 1 << 24;

  private final RumorTable table;
  private final NodeNames names;

  RumorRuns(RumorTable table, NodeNames names) {
    this.table = table;
    this.names = names;
  }

  void write(JsonGenerator json, Rumors rumors) throws IOException {
    json.writeStartArray();
    for (int start = 0, end; start < rumors.size(); start = end) {
      end = endOfRun(rumors.ids(), start);
      json.writeStartArray();
      writeHead(json, rumors.get(start));
      json.writeStartArray();
      for (int i = start; i < end; i++) {
        Json.write(
            json,
            Objects.requireNonNull(
                table.payload(rumors.get(i)), "A rumor is sent whose payload never came here"));
      }
      json.writeEndArray();
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  void write(JsonGenerator json, RumorIds ids) throws IOException {
    json.writeStartArray();
    for (int start = 0, end; start < ids.size(); start = end) {
      end = endOfRun(ids, start);
      writeRun(json, ids.get(start), end - start);
    }
    json.writeEndArray();
  }

  void write(JsonGenerator json, Digest digest) throws IOException {
    json.writeStartArray();
    for (Digest.Range range : digest.entries()) {
      writeRun(json, RumorTable.rumor(range.source(), range.start()), range.end() - range.start());
    }
    json.writeEndArray();
  }

  private void writeRun(JsonGenerator json, long first, int count) throws IOException {
    json.writeStartArray();
    writeHead(json, first);
    json.writeNumber(count);
    json.writeEndArray();
  }

  private void writeHead(JsonGenerator json, long first) throws IOException {
    RumorTable.Source source = table.sourceOf(first);
    json.writeString(names.name(source.origin()));
    json.writeNumber(source.incarnation());
    json.writeNumber(RumorTable.sequence(first));
  }

  private static int endOfRun(RumorIds ids, int start) {
    int end = start + 1;
    while (end < ids.size() && ids.get(end) == ids.get(end - 1) + 1) {
      end++;
    }
    return end;
  }

  /** Reads rumors and stores their payloads. */
  Rumors readRumors(JsonNode json) throws MalformedMessageException {
    RumorIds.Builder rumors = RumorIds.builder();
    for (JsonNode run : array(json, "rumors")) {
      JsonNode payloads = array(run.path(3), "payloads");
      Digest.Range range = readRun(run, payloads.size());
      long rumor = RumorTable.rumor(range.source(), range.start());
      for (JsonNode payload : payloads) {
        table.store(rumor, payload);
        rumors.add(rumor++);
      }
    }
    return new Rumors(rumors.build());
  }

  RumorIds readIds(JsonNode json) throws MalformedMessageException {
    RumorIds.Builder ids = RumorIds.builder();
    for (JsonNode run : array(json, "rumor ids")) {
      Digest.Range range = readRun(run, count(run));
      if (ids.size() > MAX_IDS - (range.end() - range.start())) {
        throw new MalformedMessageException("more than " + MAX_IDS + " rumor ids");
      }
      for (int sequence = range.start(); sequence < range.end(); sequence++) {
        ids.add(RumorTable.rumor(range.source(), sequence));
      }
    }
    return ids.build();
  }

  Digest readDigest(JsonNode json) throws MalformedMessageException {
    List<Digest.Range> ranges = new ArrayList<>();
    for (JsonNode run : array(json, "a digest")) {
      ranges.add(readRun(run, count(run)));
    }
    try {
      return Digest.ofRanges(ranges);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("a digest whose ranges overlap");
    }
  }

  private Digest.Range readRun(JsonNode run, int count) throws MalformedMessageException {
    JsonNode incarnation = run.path(1);
    JsonNode first = run.path(2);
    if (!run.isArray()
        || run.size() != 4
        || !run.path(0).isTextual()
        || !incarnation.canConvertToLong()
        || !incarnation.isIntegralNumber()
        || !first.isInt()) {
      throw new MalformedMessageException(
          "a run that is not [origin, incarnation, first sequence number, ...]");
    }
    int origin = names.number(run.path(0).textValue());
    if (origin < 0) {
      throw new MalformedMessageException("a rumor of an unknown node " + run.path(0));
    }
    int start = first.intValue();
    if (start < 0 || count < 1 || count > MAX_IDS || start > Integer.MAX_VALUE - 1 - count) {
      throw new MalformedMessageException("sequence numbers out of range");
    }
    int source = table.number(origin, incarnation.longValue());
    return new Digest.Range(source, start, start + count);
  }

  private static int count(JsonNode run) throws MalformedMessageException {
    if (!run.path(3).isInt()) {
      throw new MalformedMessageException("a run without a count");
    }
    return run.path(3).intValue();
  }

  private static JsonNode array(JsonNode json, String what) throws MalformedMessageException {
    if (!json.isArray()) {
      throw new MalformedMessageException(what + " not written as an array");
    }
    return json;
  }
}
