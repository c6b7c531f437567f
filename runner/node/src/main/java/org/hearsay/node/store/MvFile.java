package org.hearsay.node.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/** An MVStore with records in it: rumors by their positions, and what the store says of itself. */
final class MvFile implements AutoCloseable {
  private static final long OWNER_KEY = 0;
  private static final long STATE_KEY = 1;
  private static final int CACHE_MB = 1;

  /** So much of each chunk should be in use, in percent; the others are written anew. */
  private static final int FILL_PERCENT = 60;

  /** How much is written anew at a time. */
  private static final int REWRITE_BYTES = 1 << 20;

  private static final int COMMITS_TO_REWRITE = 128;
  private static final long SMALL_BYTES = 4 << 20;

  private final MVStore store;
  private final MVMap<Long, byte[]> rumors;
  private final MVMap<Long, byte[]> self;
  private int commits;

  private MvFile(MVStore store) {
    this.store = store;
    this.rumors = map("rumors");
    this.self = map("self");
  }

  private MVMap<Long, byte[]> map(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  /** Opens a file to go on with it; one that is not there is made. */
  static MvFile open(Path file) {
    MVStore store = builder(file).open();
    // Each commit is forced, so what is not in use is free at once.
    store.setRetentionTime(0);
    return new MvFile(store);
  }

  private static MVStore.Builder builder(Path file) {
    return new MVStore.Builder()
        .fileName(file.toAbsolutePath().toString())
        .autoCommitDisabled()
        .autoCommitBufferSize(0)
        .cacheSize(CACHE_MB);
  }

  /**
   * Reads all of a file, and changes nothing.
   *
   * @throws DamagedException if it is not as a store left it
   * @throws StoreException if another process has it
   */
  static Contents read(Path file, RecordCodec codec) throws DamagedException {
    try {
      MVStore store = builder(file).readOnly().open();
      try {
        return new MvFile(store).contents(codec);
      } finally {
        store.closeImmediately();
      }
    } catch (MVStoreException e) {
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw StoreException.inUse(file, e);
      }
      throw new DamagedException("its structure", e);
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
      // A page whose bytes are others than were written can mean anything.
      throw new DamagedException("a page of it", e);
    }
  }

  static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private Contents contents(RecordCodec codec) throws DamagedException {
    Owner owner = RecordCodec.owner(self.get(OWNER_KEY), 0);
    StoreState state = codec.state(self.get(STATE_KEY), 0);
    if (owner == null || state == null) {
      throw new DamagedException("the record of " + (owner == null ? "its owner" : "its state"));
    }
    List<PlacedRumor> read = new ArrayList<>();
    for (Cursor<Long, byte[]> cursor = rumors.cursor(null); cursor.hasNext(); ) {
      long key = cursor.next();
      long expected = state.base() + read.size();
      PlacedRumor placed = key == expected ? codec.rumor(cursor.getValue(), 0) : null;
      if (placed == null || placed.position() != expected) {
        throw new DamagedException("the rumor at position " + expected);
      }
      read.add(placed);
    }
    if (state.base() + read.size() != state.end()) {
      throw new DamagedException(
          "the rumor at position " + Math.min(state.end(), state.base() + read.size()));
    }
    return new Contents(owner, state, read);
  }

  void put(long position, byte[] rumor) {
    rumors.put(position, rumor);
  }

  void remove(long position) {
    rumors.remove(position);
  }

  void putOwner(byte[] owner) {
    self.put(OWNER_KEY, owner);
  }

  /** Writes all that was put and removed, with a state, and forces it to disk. */
  void commit(byte[] state) {
    self.put(STATE_KEY, state);
    store.commit();
    store.sync();
    if (++commits % COMMITS_TO_REWRITE == 0 && store.getFileStore().size() > SMALL_BYTES) {
      store.compact(FILL_PERCENT, REWRITE_BYTES);
      // The next commit may write over what was moved.
      store.sync();
    }
  }

  @Override
  public void close() {
    store.closeImmediately();
  }
}
