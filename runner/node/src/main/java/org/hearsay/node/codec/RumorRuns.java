package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;

/**
 * Rumors, names of rumors and digests as JSON: runs of consecutive sequence numbers of one source.
 *
 * <p>A run begins with the origin's name, its incarnation and the first sequence number. {@link
 * Rumors} add the list of payloads, {@code ["n3",7,12,["hi","ho"]]}; {@link RumorIds} and {@link
 * Digest} add how many there are, {@code ["n3",7,12,2]}. So do {@link Rumors} that the sender has
 * let go: they are known there, and no longer to be had.
 */
final class RumorRuns {
  /** So many names a message may have; what a digest says has no limit. */
  private static final int MAX_IDS = 1 << 24;

  private final RumorTable table;
  private final NodeNames names;

  /** What was read and not kept yet: rumors, and what each says. */
  private long[] rumors = new long[64];

  private final List<@Nullable JsonNode> payloads = new ArrayList<>();

  /** Those of them that their sender has let go. */
  private RumorIds.Builder absent = RumorIds.builder();

  /** The beginning of the run that is being read. */
  private int origin;

  private long incarnation;
  private int first;

  RumorRuns(RumorTable table, NodeNames names) {
    this.table = table;
    this.names = names;
  }

  void write(JsonGenerator json, Rumors rumors) throws IOException {
    json.writeStartArray();
    for (int start = 0, end; start < rumors.size(); start = end) {
      end = endOfRun(rumors.ids(), start);
      if (table.forgets()) {
        writeWhatIsHere(json, rumors.ids(), start, end);
      } else {
        writePayloads(json, rumors.ids(), start, end);
      }
    }
    json.writeEndArray();
  }

  /**
   * Writes a run in pieces: of what has been let go the count, and nothing of what was dropped
   * before it came to be known, as if that had been lost on the way.
   */
  private void writeWhatIsHere(JsonGenerator json, RumorIds ids, int start, int end)
      throws IOException {
    for (int from = start, to; from < end; from = to) {
      boolean isHere = table.payload(ids.get(from)) != null;
      boolean isLetGo = !isHere && table.hasLetGo(ids.get(from));
      to = from + 1;
      while (to < end
          && (table.payload(ids.get(to)) != null) == isHere
          && (isHere || table.hasLetGo(ids.get(to)) == isLetGo)) {
        to++;
      }
      if (isHere) {
        writePayloads(json, ids, from, to);
      } else if (isLetGo) {
        writeRun(json, ids.get(from), to - from);
      }
    }
  }

  private void writePayloads(JsonGenerator json, RumorIds ids, int start, int end)
      throws IOException {
    json.writeStartArray();
    writeHead(json, ids.get(start));
    json.writeStartArray();
    for (int i = start; i < end; i++) {
      Json.write(
          json,
          Objects.requireNonNull(
              table.payload(ids.get(i)), "A rumor is sent whose payload never came here"));
    }
    json.writeEndArray();
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

  /** Reads rumors; {@link #storePayloads} keeps what they say. */
  Rumors readRumors(JsonParser json) throws IOException, MalformedMessageException {
    requireArray(json.currentToken(), "rumors");
    int before = payloads.size();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readHead(json);
      int start = payloads.size();
      boolean isAbsent = table.forgets() && Json.isInt(json, json.nextToken());
      if (isAbsent) {
        readCountOfAbsent(json.getIntValue());
      } else {
        requireArray(table.forgets() ? json.currentToken() : json.nextToken(), "payloads");
        readPayloads(json);
      }
      long rumor = firstOfRun(json, payloads.size() - start);
      if (isAbsent) {
        absent.addRun(rumor, payloads.size() - start);
      }
      for (int i = start; i < payloads.size(); i++) {
        rumors = i < rumors.length ? rumors : Arrays.copyOf(rumors, 2 * i);
        rumors[i] = rumor++;
      }
    }
    return new Rumors(ids(before, payloads.size()));
  }

  /** Reads what the rumors of a run say; null stands for what is here already, and is not read. */
  private void readPayloads(JsonParser json) throws IOException {
    int source = table.numberIfKnown(origin, incarnation);
    int sequence = source < 0 || first < 0 ? Integer.MAX_VALUE : first;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (sequence < Integer.MAX_VALUE
          && table.payload(RumorTable.rumor(source, sequence++)) != null) {
        json.skipChildren();
        payloads.add(null);
      } else {
        payloads.add(Json.read(json, token));
      }
    }
  }

  private void readCountOfAbsent(int count) throws MalformedMessageException {
    if (count < 1 || count > MAX_IDS - payloads.size()) {
      throw new MalformedMessageException("sequence numbers out of range");
    }
    payloads.addAll(Collections.nCopies(count, null));
  }

  private RumorIds ids(int from, int to) {
    RumorIds.Builder ids = RumorIds.builder(to - from);
    for (int i = from; i < to; i++) {
      ids.add(rumors[i]);
    }
    return ids.build();
  }

  /** The rumors read since they were last kept or dropped that their sender has let go. */
  RumorIds absent() {
    return absent.build();
  }

  /** Keeps the payloads of the rumors read since they were last kept or dropped. */
  void storePayloads() {
    for (int i = 0; i < payloads.size(); i++) {
      JsonNode payload = payloads.get(i);
      if (payload != null) {
        table.store(rumors[i], payload);
      }
    }
    dropPayloads();
  }

  /** Drops those payloads, as what carried them cannot be understood. */
  void dropPayloads() {
    payloads.clear();
    if (absent.size() > 0) {
      absent = RumorIds.builder();
    }
  }

  RumorIds readIds(JsonParser json) throws IOException, MalformedMessageException {
    requireArray(json.currentToken(), "rumor ids");
    RumorIds.Builder ids = RumorIds.builder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readHead(json);
      int count = readCount(json);
      long rumor = firstOfRun(json, count);
      if (count > MAX_IDS - ids.size()) {
        throw new MalformedMessageException("more than " + MAX_IDS + " rumor ids");
      }
      ids.addRun(rumor, count);
    }
    return ids.build();
  }

  Digest readDigest(JsonParser json) throws IOException, MalformedMessageException {
    requireArray(json.currentToken(), "a digest");
    List<Digest.Range> ranges = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readHead(json);
      int count = readCount(json);
      long rumor = firstOfRun(json, count);
      int start = RumorTable.sequence(rumor);
      ranges.add(new Digest.Range(RumorTable.sourceNumber(rumor), start, start + count));
    }
    try {
      return Digest.ofRanges(ranges);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("a digest whose ranges overlap");
    }
  }

  /** Reads what a run begins with. */
  private void readHead(JsonParser json) throws IOException, MalformedMessageException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw noRun();
    }
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      throw noRun();
    }
    String name = json.getText();
    if (!Json.isLong(json, json.nextToken())) {
      throw noRun();
    }
    incarnation = json.getLongValue();
    if (!Json.isInt(json, json.nextToken())) {
      throw noRun();
    }
    first = json.getIntValue();
    origin = names.number(name);
    if (origin < 0) {
      throw new MalformedMessageException("a rumor of an unknown node " + Json.quote(name));
    }
  }

  private static int readCount(JsonParser json) throws IOException, MalformedMessageException {
    if (!Json.isInt(json, json.nextToken())) {
      throw new MalformedMessageException("a run without a count");
    }
    return json.getIntValue();
  }

  /** Ends a run of so many rumors, and returns the first of them. */
  private long firstOfRun(JsonParser json, int count)
      throws IOException, MalformedMessageException {
    if (json.nextToken() != JsonToken.END_ARRAY) {
      throw noRun();
    }
    if (first < 0 || count < 1 || first > Integer.MAX_VALUE - 1 - count) {
      throw new MalformedMessageException("sequence numbers out of range");
    }
    return RumorTable.rumor(table.number(origin, incarnation), first);
  }

  private static MalformedMessageException noRun() {
    return new MalformedMessageException(
        "a run that is not [origin, incarnation, first sequence number, ...]");
  }

  private static void requireArray(@Nullable JsonToken token, String what)
      throws MalformedMessageException {
    if (token != JsonToken.START_ARRAY) {
      throw new MalformedMessageException(what + " not written as an array");
    }
  }
}
