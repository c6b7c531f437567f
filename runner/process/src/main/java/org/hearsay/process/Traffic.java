package org.hearsay.process;

import java.util.Arrays;
import org.hearsay.scenario.check.Load;
import org.hearsay.scenario.check.Net;

/** Counts messages. */
final class Traffic {
  private final long[] load;
  private long clientsSent;
  private long clientsReceived;
  private long serversSent;
  private long serversReceived;
  private long serverBytes;

  Traffic(int nodeCount) {
    load = new long[nodeCount];
  }

  void clientSent() {
    clientsSent++;
  }

  void clientReceived() {
    clientsReceived++;
  }

  void sent(int node, int bytes) {
    serversSent++;
    serverBytes += bytes;
    load[node]++;
  }

  void received(int node) {
    serversReceived++;
    load[node]++;
  }

  Net net() {
    return new Net(
        new Net.Group(clientsSent, clientsReceived), new Net.Group(serversSent, serversReceived));
  }

  /** Bytes that nodes printed for each other, line ends included. */
  long serverBytes() {
    return serverBytes;
  }

  /** The busiest node's messages over those of the average one; 1 if there were none. */
  double loadMaxOverMean() {
    return Load.maxOverMean(Arrays.stream(load).boxed().toList());
  }
}
