package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Cut;
import org.jspecify.annotations.Nullable;

/**
 * How nodes take in what is sent to them; see {@link org.hearsay.scenario.Settings.Network.Model}.
 */
interface Intake extends EventLoop.Arrivals {

  /** What it hands things over to. */
  interface Receiver {

    /** An envelope is there. */
    void arrive(int from, int to, Message envelope);

    /** An envelope was dropped on its way. */
    void drop(int from, int to, Message envelope);

    /** An envelope that was sent once will arrive twice. */
    void duplicate(int from, int to, Message envelope);

    /** Envelopes will arrive at nodes; their first rumors are negative where there is none. */
    void readAhead(int[] nodes, int[] senders, long[] rumors, int count);

    /** A client's request is there. */
    void arrive(int to, Runnable request);
  }

  /** Brings an envelope to the peers at some indices of an array, or drops it. */
  void bring(int from, Message envelope, int[] peers, int start, int end);

  /**
   * Brings one copy that nothing happens to on its way, besides cuts.
   *
   * @param delayMicros how long it is under way
   * @param draw decides how late the node reacts to it
   */
  void bringCopy(int from, int to, Message envelope, long delayMicros, long draw);

  /** Brings a client's request, which takes no time and which no cut stops. */
  void bringRequest(int to, Runnable request);

  /** Cuts those links and no others, none with null. */
  void cut(@Nullable Cut next);
}
