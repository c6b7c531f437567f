package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.store.Life;
import org.hearsay.node.store.PlacedRumor;
import org.hearsay.node.store.RecordCodec;
import org.hearsay.node.store.Recovery;
import org.hearsay.node.store.RumorStore;
import org.hearsay.node.store.StoreState;
import org.hearsay.node.store.StoredRumor;

/**
 * The disk of a simulated node: records one behind the other, in a file that survives the node.
 * Whoever runs the simulation says when what was written is safe. At a crash the rest is lost, or
 * some of it is left, which may end in the middle of a record: recovery cuts that.
 */
public final class VirtualDisk implements RumorStore {
  private final RecordCodec codec;
  private final Runnable onWriting;
  private byte[] file = new byte[1024];
  private int size;
  private int safe;
  private long base;
  private long end;
  private long life;
  private Digest gone = Digest.EMPTY;
  private int cuts;

  /** An empty disk that says whenever something is written to it. */
  VirtualDisk(RumorTable rumors, Runnable onWriting) {
    this.codec = new RecordCodec(rumors);
    this.onWriting = onWriting;
  }

  @Override
  public Life beginLife(long proposed) {
    boolean keeps = life > 0;
    life = proposed;
    return new Life(proposed, keeps);
  }

  @Override
  public Recovery recover() {
    List<StoredRumor> found = new ArrayList<>();
    base = 0;
    gone = Digest.EMPTY;
    int at = 0;
    for (int length = RecordCodec.length(file, at, size); length > 0; ) {
      PlacedRumor rumor = codec.rumor(file, at);
      StoreState state = codec.state(file, at);
      if (rumor != null) {
        found.add(rumor.stored());
      } else if (state != null) {
        base = state.base();
        gone = state.gone();
      }
      at += length;
      length = RecordCodec.length(file, at, size);
    }
    if (at < size) {
      cuts++;
    }
    size = at;
    safe = at;
    end = found.size();
    return new Recovery(found.subList((int) base, found.size()), gone);
  }

  @Override
  public void append(StoredRumor rumor) {
    write(codec.encode(new PlacedRumor(end++, life, rumor)));
  }

  @Override
  public void forget(long count, Digest nowGone) {
    base += count;
    gone = nowGone;
    write(codec.encode(new StoreState(0, base, end, life, 0, gone, false)));
  }

  private void write(byte[] record) {
    if (size + record.length > file.length) {
      file = Arrays.copyOf(file, 2 * (size + record.length));
    }
    System.arraycopy(record, 0, file, size, record.length);
    size += record.length;
    onWriting.run();
  }

  @Override
  public boolean hasUncommitted() {
    return safe < size;
  }

  @Override
  public void commit() {
    safe = size;
  }

  @Override
  public void close() {
    commit();
  }

  /** How much has been written. */
  public int writtenBytes() {
    return size;
  }

  /** How much of that is safe. */
  public int safeBytes() {
    return safe;
  }

  /** So much is safe. */
  public void commit(int bytes) {
    safe = Math.max(safe, bytes);
  }

  /**
   * The node dies, without warning; whether anything, and how much, is left of what is not safe.
   */
  public void crash(long draw) {
    boolean leavesSome = (draw & 1) == 0;
    size =
        leavesSome
            ? safe + (int) SeededRandom.below(size - safe + 1, SeededRandom.mix(draw))
            : safe;
  }

  /** How many torn ends have been cut. */
  public int cuts() {
    return cuts;
  }
}
