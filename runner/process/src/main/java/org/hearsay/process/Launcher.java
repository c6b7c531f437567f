package org.hearsay.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hearsay.node.service.Count;

/** Starts nodes. Whatever they do comes back on the thread that runs the schedule. */
public interface Launcher {

  /**
   * Starts one life of a node.
   *
   * @throws IOException if it cannot be started
   */
  Link launch(int node, Listener listener) throws IOException;

  /** A node that was started. */
  interface Link {

    /**
     * Writes to its standard input; false if so much waits there that the node cannot be reading.
     */
    boolean send(byte[] line);

    /** Reads nothing more of what it prints. */
    void stopReading();

    /** Ends it at once, and its children. */
    void kill();

    /** Asks it to end, and is not surprised if it does. */
    default void terminate() {
      kill();
    }

    /** Stops it as it is. */
    void pause();

    /** Lets it go on. */
    void resume();

    /** The last lines it wrote to standard error. */
    List<String> lastErrors();

    /** What it last said that it had counted; only nodes of this project do. */
    default Map<Count, Long> counts() {
      return Map.of();
    }
  }

  /** Hears what a node does. */
  interface Listener {

    /**
     * It printed a line.
     *
     * @param micros when
     */
    void printed(byte[] line, long micros);

    /** Nothing it prints is read any more: it prints too much, too long lines, or nothing. */
    void muted(Finding.Kind kind, String why);

    /** It says, in a line, that the strategy in it threw; only nodes of this project do. */
    default void failed(String line) {}

    /** It ended without having been told to. */
    void ended(String how);
  }
}
