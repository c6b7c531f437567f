package org.hearsay.node.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.hearsay.api.Digest;
import org.hearsay.node.codec.Json;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;

/**
 * What stores write, as bytes: records that each say what they are, how long they are, and a
 * CRC-32C over the rest. So whatever can be read of a damaged file is known to be right.
 *
 * <pre>
 * kind       4 bytes  HRR1, HRS1 or HRO1: a rumor, a state, an owner
 * length     4 bytes  of what follows the sum
 * sum        4 bytes
 * </pre>
 */
public final class RecordCodec {
  /** A rumor. */
  static final int RUMOR = 0x48525231;

  /** What a store says of itself. */
  static final int STATE = 0x48525331;

  /** Whose data it is. */
  static final int OWNER = 0x48524f31;

  /** What a record begins with. */
  static final int HEAD_BYTES = 12;

  private static final int DIGEST_ENTRY_BYTES = 20;

  /** In place of a number of ranges. */
  private static final int NOTHING_SAID = -1;

  private final RumorTable rumors;

  /** A codec for rumors of a table. */
  public RecordCodec(RumorTable rumors) {
    this.rumors = rumors;
  }

  /** Writes what follows the head of a record. */
  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] record(int kind, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(kind);
      out.writeInt(0);
      out.writeInt(0);
      body.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written", e);
    }
    byte[] record = bytes.toByteArray();
    int length = record.length - HEAD_BYTES;
    ByteBuffer.wrap(record).putInt(4, length).putInt(8, sum(record, HEAD_BYTES, length));
    return record;
  }

  private static int sum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  /**
   * How long the record is that begins somewhere.
   *
   * @return -1 if there is none that is whole and right before a limit
   */
  public static int length(byte[] bytes, int from, int limit) {
    if (limit - from < HEAD_BYTES) {
      return -1;
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, from, HEAD_BYTES);
    int kind = head.getInt();
    int length = head.getInt();
    boolean whole =
        (kind == RUMOR || kind == STATE || kind == OWNER)
            && length >= 0
            && length <= limit - from - HEAD_BYTES;
    return whole && sum(bytes, from + HEAD_BYTES, length) == head.getInt()
        ? HEAD_BYTES + length
        : -1;
  }

  /** The kind of a record that begins somewhere. */
  static int kind(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes).getInt(from);
  }

  /** A rumor as a record. */
  public byte[] encode(PlacedRumor placed) {
    StoredRumor stored = placed.stored();
    RumorTable.Source source = rumors.sourceOf(stored.rumor());
    byte[] payload = Json.text(stored.payload()).getBytes(StandardCharsets.UTF_8);
    return record(
        RUMOR,
        out -> {
          out.writeLong(placed.position());
          out.writeLong(placed.life());
          out.writeInt(source.origin());
          out.writeLong(source.incarnation());
          out.writeInt(RumorTable.sequence(stored.rumor()));
          writeOrNull(out, stored.after());
          out.writeInt(payload.length);
          out.write(payload);
        });
  }

  /** A state as a record. */
  public byte[] encode(StoreState state) {
    return record(
        STATE,
        out -> {
          out.writeLong(state.commits());
          out.writeLong(state.base());
          out.writeLong(state.end());
          out.writeLong(state.life());
          out.writeLong(state.lifeBase());
          write(out, state.gone());
          out.writeBoolean(state.lossy());
        });
  }

  /** An owner as a record. */
  static byte[] encode(Owner owner) {
    return record(
        OWNER,
        out -> {
          write(out, owner.node());
          out.writeInt(owner.cluster().size());
          for (String name : owner.cluster()) {
            write(out, name);
          }
        });
  }

  private void writeOrNull(DataOutputStream out, @Nullable Digest digest) throws IOException {
    if (digest == null) {
      out.writeInt(NOTHING_SAID);
    } else {
      write(out, digest);
    }
  }

  private @Nullable Digest digestOrNull(ByteBuffer body) {
    if (body.getInt(body.position()) == NOTHING_SAID) {
      body.getInt();
      return null;
    }
    return digest(body);
  }

  private void write(DataOutputStream out, Digest digest) throws IOException {
    out.writeInt(digest.entries().size());
    for (Digest.Range range : digest.entries()) {
      RumorTable.Source source = rumors.source(range.source());
      out.writeInt(source.origin());
      out.writeLong(source.incarnation());
      out.writeInt(range.start());
      out.writeInt(range.end());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads the body of a record. */
  private interface Reader<T> {
    T read(ByteBuffer body) throws JsonProcessingException;
  }

  private static <T> @Nullable T read(
      byte @Nullable [] record, int from, int kind, Reader<T> reader) {
    int length = record == null ? -1 : length(record, from, record.length);
    if (record == null || length < 0 || kind(record, from) != kind) {
      return null;
    }
    try {
      return reader.read(ByteBuffer.wrap(record, from + HEAD_BYTES, length - HEAD_BYTES));
    } catch (BufferUnderflowException | IllegalArgumentException | JsonProcessingException e) {
      return null;
    }
  }

  /** The rumor in a record that begins somewhere; null if there is none. */
  public @Nullable PlacedRumor rumor(byte @Nullable [] record, int from) {
    return read(
        record,
        from,
        RUMOR,
        body -> {
          long position = body.getLong();
          long life = body.getLong();
          int source = rumors.number(body.getInt(), body.getLong());
          long rumor = RumorTable.rumor(source, body.getInt());
          Digest after = digestOrNull(body);
          JsonNode payload = Json.parse(bytes(body));
          return new PlacedRumor(position, life, new StoredRumor(rumor, payload, after));
        });
  }

  /** The state in a record that begins somewhere; null if there is none. */
  public @Nullable StoreState state(byte @Nullable [] record, int from) {
    return read(
        record,
        from,
        STATE,
        body ->
            new StoreState(
                body.getLong(),
                body.getLong(),
                body.getLong(),
                body.getLong(),
                body.getLong(),
                digest(body),
                body.hasRemaining() && body.get() != 0));
  }

  /** The owner in a record that begins somewhere; null if there is none. */
  static @Nullable Owner owner(byte @Nullable [] record, int from) {
    return read(
        record,
        from,
        OWNER,
        body -> {
          String node = new String(bytes(body), StandardCharsets.UTF_8);
          int count = body.getInt();
          List<String> names = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            names.add(new String(bytes(body), StandardCharsets.UTF_8));
          }
          return new Owner(node, names);
        });
  }

  private Digest digest(ByteBuffer body) {
    int count = body.getInt();
    if (count < 0 || (long) count * DIGEST_ENTRY_BYTES > body.remaining()) {
      throw new BufferUnderflowException();
    }
    List<Digest.Range> ranges = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int source = rumors.number(body.getInt(), body.getLong());
      ranges.add(new Digest.Range(source, body.getInt(), body.getInt()));
    }
    return Digest.ofRanges(ranges);
  }

  private static byte[] bytes(ByteBuffer body) {
    int length = body.getInt();
    if (length < 0 || length > body.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    body.get(bytes);
    return bytes;
  }
}
