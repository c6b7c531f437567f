package org.hearsay.node.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a store's file holds, whatever has happened to it.
 *
 * <p>Each commit is safe before the next one begins. So of the last commit that the file speaks of
 * anything may be missing, as after the end of the process or of power in the middle of it; but
 * what the commit before it made safe must be there, and so must what the witness knows to be safe.
 * What the engine takes for the newest state need not be: after a loss of power it may go back to
 * one that is many commits older, while everything is in the file.
 *
 * @param contents all that was safe; null if something of it is missing
 * @param newest the number of the last commit that the file speaks of
 * @param isInOrder whether the engine finds just these contents, so that it can go on with the file
 * @param damage what cannot be read, if something is missing
 */
record Inspection(@Nullable Contents contents, long newest, boolean isInOrder, String damage) {

  /**
   * Inspects a file.
   *
   * @param done the last commit that is known to be safe; null if that is not known
   */
  static Inspection of(Path file, RecordCodec codec, Witness.@Nullable Mark done)
      throws IOException {
    Contents opened = null;
    String damage = "its end";
    try {
      opened = MvFile.read(file, codec);
    } catch (DamagedException e) {
      damage = e.what();
    }
    long commits = opened == null ? -1 : opened.state().commits();
    long newest = Math.max(Wreck.newestCommit(file, codec), commits);
    long least = Math.max(newest - 1, done == null ? 0 : done.commits());
    if (opened != null && commits == newest && commits >= least) {
      return new Inspection(opened, newest, true, damage);
    }
    Contents whole = Wreck.of(file, codec).lastWhole(Math.max(least, commits + 1));
    if (whole == null && commits >= least) {
      whole = opened;
    }
    return new Inspection(whole, newest, false, damage);
  }

  /** Whether the last commit was cut short, and is undone. */
  boolean isCut() {
    return contents != null && contents.state().commits() < newest;
  }
}
