package org.hearsay.node.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;

/**
 * A folder with an MVStore in it, and a {@link Witness} beside that.
 *
 * <p>A commit that was under way when the process ended is cut and remarked upon when the store is
 * opened. What was written otherwise than by a store is not opened at all, unless somebody asks for
 * what is left of it.
 */
public final class MvRumorStore implements RumorStore {
  /** The file that holds everything. */
  static final String FILE = "rumors.mv";

  /** The file that says up to where it was written. */
  static final String WITNESS = "rumors.witness";

  private static final String WRITTEN_ANEW =
      " was in disorder and is written anew; nothing is lost";

  private final Path folder;
  private final RecordCodec codec;
  private final Witness witness;
  private final List<String> remarks = new ArrayList<>();

  /** What was read at the start; null once it has been handed over. */
  private @Nullable Contents contents;

  private StoreState state;
  private MvFile file;
  private boolean uncommitted;

  private @Nullable StoreException failure;

  private MvRumorStore(
      Path folder, Owner owner, RecordCodec codec, Witness witness, boolean salvage)
      throws IOException {
    this.folder = folder;
    this.codec = codec;
    this.witness = witness;
    Contents read = read(owner, salvage);
    this.contents = read;
    this.state = read.state();
    this.file = MvFile.open(folder.resolve(FILE));
  }

  /**
   * Opens a folder, and makes it if it is not there.
   *
   * @param owner whose it is to be
   * @param rumors where the names of rumors are known
   * @param salvage whether to go on with what is left if it is damaged
   * @throws StoreException if it cannot be opened, with a sentence that says what to do
   */
  public static MvRumorStore open(Path folder, Owner owner, RumorTable rumors, boolean salvage) {
    Witness witness = null;
    try {
      make(folder);
      witness = Witness.open(folder.resolve(WITNESS));
      if (witness == null) {
        throw StoreException.inUse(folder, null);
      }
      return new MvRumorStore(folder, owner, new RecordCodec(rumors), witness, salvage);
    } catch (IOException e) {
      close(witness);
      throw new StoreException(unusable(folder, e), e);
    } catch (RuntimeException e) {
      close(witness);
      throw e instanceof StoreException known ? known : new StoreException(unusable(folder, e), e);
    }
  }

  /** Makes a folder that is not there, and those that it is in. */
  private static void make(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(folder)) {
      if (!Files.exists(parent)) {
        make(parent);
      }
      Files.createDirectories(folder);
      force(parent);
    }
  }

  private static String unusable(Path folder, Exception e) {
    return "The data folder "
        + folder
        + " cannot be used ("
        + DiskTrouble.of(e)
        + "): give the node a folder that it can write to, as --data=DIR";
  }

  private static void close(@Nullable Witness witness) {
    if (witness != null) {
      try {
        witness.close();
      } catch (IOException e) {
        // There is something worse to report.
      }
    }
  }

  private Contents read(Owner owner, boolean salvage) throws IOException {
    Path path = folder.resolve(FILE);
    if (!Files.exists(path)) {
      return begin(owner, salvage);
    }
    Inspection inspection = Inspection.of(path, codec, witness.done());
    Contents found = inspection.contents();
    if (found == null) {
      if (!salvage) {
        throw new StoreException(
            path
                + " is damaged: "
                + inspection.damage()
                + " cannot be read; start with --salvage to keep what can be read",
            null);
      }
      return salvage(path, owner);
    }
    requireSame(found.owner(), owner);
    Contents kept = witness.done() == null ? found.afterLoss() : found;
    remarkOn(inspection, found.state());
    if (!inspection.isInOrder()) {
      publish(draft(kept), kept.state());
    }
    return kept;
  }

  private Contents begin(Owner owner, boolean salvage) throws IOException {
    Witness.Mark known = witness.done();
    StoreState state = StoreState.NEW;
    if (witness.isDamaged() || (known != null && known.commits() > 0)) {
      String missing =
          folder.resolve(FILE)
              + " is not there, and "
              + (known == null
                  ? folder.resolve(WITNESS) + " cannot be read"
                  : "has had " + known.end() + " rumors");
      if (!salvage) {
        throw new StoreException(
            missing + "; bring it back, or start with --salvage to begin anew", null);
      }
      remarks.add(missing + (known == null ? ": all there was is lost" : ", which are lost"));
      state = state.afterLoss();
    }
    Contents empty = new Contents(owner, state, List.of());
    publish(draft(empty), empty.state());
    return empty;
  }

  private void remarkOn(Inspection inspection, StoreState found) {
    Witness.Mark begun = witness.begun();
    if (begun == null) {
      remarks.add(
          folder.resolve(WITNESS) + " cannot be read, so nobody knows whether an end is missing");
    }
    if (inspection.isCut()) {
      remarks.add(
          "a commit that was cut short is undone: there are no rumors from position "
              + found.end()
              + " on");
    } else if (begun != null && found.commits() < begun.commits()) {
      remarks.add(
          "a torn end was cut: "
              + Math.max(0, begun.end() - found.end())
              + " rumors from position "
              + found.end()
              + " on were being written when the node ended");
    } else if (begun != null && !inspection.isInOrder()) {
      remarks.add(folder.resolve(FILE) + WRITTEN_ANEW);
    }
  }

  private Contents salvage(Path path, Owner owner) throws IOException {
    Wreck wreck = Wreck.of(path, codec);
    Owner former = wreck.owner();
    if (former != null) {
      requireSame(former, owner);
    }
    Contents kept = wreck.contents(owner, witness.begun(), remarks);
    Path draft = draft(kept);
    Path broken = folder.resolve(FILE + ".broken");
    for (int i = 2; Files.exists(broken); i++) {
      broken = folder.resolve(FILE + ".broken-" + i);
    }
    keepAs(path, broken);
    publish(draft, kept.state());
    remarks.add("the damaged file is kept as " + broken);
    return kept;
  }

  /** Gives a file a second name: until the first means another file, nothing is missing. */
  private static void keepAs(Path path, Path second) throws IOException {
    try {
      Files.createLink(second, path);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(path, second); // There are file systems without links.
    }
  }

  /** Writes a whole file beside the one that is there. */
  private Path draft(Contents written) throws IOException {
    Path draft = folder.resolve(FILE + ".new");
    Files.deleteIfExists(draft);
    try (MvFile fresh = MvFile.open(draft)) {
      fresh.putOwner(RecordCodec.encode(written.owner()));
      for (PlacedRumor rumor : written.rumors()) {
        fresh.put(rumor.position(), codec.encode(rumor));
      }
      fresh.commit(codec.encode(written.state()));
    }
    return draft;
  }

  /** Puts it in the place of the one that is there, at once. */
  private void publish(Path draft, StoreState written) throws IOException {
    Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    witness.end(new Witness.Mark(written.commits(), written.end()));
    witness.force();
    force(folder);
  }

  /** Forces the names in a folder to disk. */
  private static void force(Path names) throws IOException {
    try (FileChannel channel = FileChannel.open(names, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void requireSame(Owner found, Owner claimant) {
    if (!found.node().equals(claimant.node())) {
      throw new StoreException(
          folder
              + " holds the data of "
              + found.node()
              + ", this is "
              + claimant.node()
              + ": give each node its own folder",
          null);
    }
    if (!found.cluster().equals(claimant.cluster())) {
      throw new StoreException(
          folder
              + " holds the data of a cluster of other nodes ("
              + found.cluster().size()
              + " of them, here are "
              + claimant.cluster().size()
              + "): give each cluster its own folders",
          null);
    }
  }

  @Override
  public Life beginLife(long proposed) {
    boolean keeps = state.life() > 0 && !state.lossy();
    long life = Math.max(proposed, state.life() + 1);
    StoreState before = state;
    state = before.begun(life);
    uncommitted = true;
    try {
      commit();
    } catch (StoreException e) {
      Contents read = contents;
      if (read == null || DiskTrouble.isBehind(e)) {
        throw e;
      }
      // The engine stumbles over something in the file, of which it reads everything.
      writeAnew(new Contents(read.owner(), before, read.rumors()));
      state = before.begun(life);
      commit();
    }
    return new Life(life, keeps);
  }

  private void writeAnew(Contents read) {
    file.close();
    failure = null;
    try {
      publish(draft(read), read.state());
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
    file = MvFile.open(folder.resolve(FILE));
    remarks.add(folder.resolve(FILE) + WRITTEN_ANEW);
  }

  @Override
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  @Override
  public Recovery recover() {
    Contents read = contents;
    contents = null;
    return read == null
        ? Recovery.NOTHING
        : new Recovery(read.rumors().stream().map(PlacedRumor::stored).toList(), state.gone());
  }

  @Override
  public void append(StoredRumor rumor) {
    long position = state.end();
    change(
        () -> file.put(position, codec.encode(new PlacedRumor(position, state.life(), rumor))),
        state.appended());
  }

  @Override
  public void forget(long count, Digest gone) {
    long base = state.base() + count;
    change(
        () -> {
          for (long position = state.base(); position < base; position++) {
            file.remove(position);
          }
        },
        state.forgotten(base, gone));
  }

  private void change(Runnable how, StoreState next) {
    uncommitted = true;
    if (failure == null) {
      try {
        how.run();
        state = next;
      } catch (RuntimeException e) {
        throw failed(e);
      }
    }
  }

  @Override
  public boolean hasUncommitted() {
    return uncommitted;
  }

  @Override
  public void commit() {
    if (failure != null) {
      throw failure;
    }
    if (!uncommitted) {
      return;
    }
    StoreState next = state.committed();
    Witness.Mark mark = new Witness.Mark(next.commits(), next.end());
    try {
      witness.begin(mark);
      file.commit(codec.encode(next));
      witness.end(mark);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
    state = next;
    uncommitted = false;
  }

  /** After a failure nobody knows what is on the disk: it is not written to any more. */
  private StoreException failed(Exception cause) {
    StoreException failed =
        new StoreException(
            "The data folder "
                + folder
                + " cannot be written to any more ("
                + DiskTrouble.of(cause)
                + "), so the node ends: what it had acknowledged is there when it starts again",
            cause);
    failure = failed;
    return failed;
  }

  @Override
  public void close() {
    try {
      if (failure == null) {
        commit();
      }
    } finally {
      file.close();
      close(witness);
    }
  }
}
