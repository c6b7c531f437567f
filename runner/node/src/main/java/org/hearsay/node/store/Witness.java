package org.hearsay.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A small file beside a store that says up to where it was written: how far commits have begun, and
 * how far they are safe. By it an end that is missing is told from one that is torn. It is forced
 * to disk only as a file is made, so after a power failure it may say less than is true; what the
 * file says of itself counts, too ({@link Inspection}).
 *
 * <p>Whoever has it open has the folder to itself.
 */
final class Witness implements AutoCloseable {
  private static final int MAGIC = 0x48525731;
  private static final int BODY_BYTES = 36;
  private static final int BYTES = BODY_BYTES + 4;

  /** The process that had the folder may not quite have ended. */
  private static final int MOST_LOOKS = 50;

  private static final long LOOK_EVERY_NANOS = 20_000_000;

  /**
   * How far.
   *
   * @param commits of how many commits
   * @param end up to which position
   */
  record Mark(long commits, long end) {
    private static final Mark START = new Mark(0, 0);
  }

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BYTES);
  private @Nullable Mark begun;
  private @Nullable Mark done;
  private boolean damaged;

  private Witness(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a folder's witness.
   *
   * @return null if another process, or another part of this one, has it
   */
  static @Nullable Witness open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      for (int i = 0; lock == null && i < MOST_LOOKS; i++) {
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
        lock = channel.tryLock();
      }
      if (lock == null) {
        channel.close();
        return null;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      return null;
    }
    Witness witness = new Witness(channel);
    witness.read();
    return witness;
  }

  private void read() throws IOException {
    buffer.clear();
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {}
    boolean whole =
        !buffer.hasRemaining() && buffer.getInt(0) == MAGIC && buffer.getInt(BODY_BYTES) == sum();
    damaged = !whole && !isBlank();
    begun = whole ? new Mark(buffer.getLong(4), buffer.getLong(12)) : null;
    done = whole ? new Mark(buffer.getLong(20), buffer.getLong(28)) : null;
  }

  /** Whether nothing was ever written to it that reached the disk. */
  private boolean isBlank() {
    for (byte each : buffer.array()) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private int sum() {
    CRC32C sum = new CRC32C();
    sum.update(buffer.array(), 0, BODY_BYTES);
    return (int) sum.getValue();
  }

  /** Whether there is something in it that cannot be read. */
  boolean isDamaged() {
    return damaged;
  }

  /** How far commits have begun; null if that cannot be read. */
  @Nullable Mark begun() {
    return begun;
  }

  /** How far they are safe; null if that cannot be read. */
  @Nullable Mark done() {
    return done;
  }

  /** A commit begins. */
  void begin(Mark commit) throws IOException {
    begun = commit;
    write(commit, done == null ? Mark.START : done);
  }

  /** All up to here is safe. */
  void end(Mark commit) throws IOException {
    begun = commit;
    done = commit;
    write(commit, commit);
  }

  /** Forces it to disk: from then on there is one that can be read, though it may be an old one. */
  void force() throws IOException {
    channel.force(true);
  }

  private void write(Mark beginning, Mark safe) throws IOException {
    buffer.clear();
    buffer.putInt(MAGIC);
    buffer.putLong(beginning.commits()).putLong(beginning.end());
    buffer.putLong(safe.commits()).putLong(safe.end());
    buffer.putInt(sum());
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer, buffer.position());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
