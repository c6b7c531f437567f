package org.hearsay.testkit;

import org.hearsay.api.Message;
import org.hearsay.api.Peers;

/** What a callback did, as {@link RecordingNode} records it. */
public sealed interface Effect {

  /** It sent a message. */
  record Sent(int peer, Message message) implements Effect {}

  /** It delivered a rumor that was new. */
  record Delivered(long rumor) implements Effect {}

  /** It set a timer. */
  record Scheduled(int timer, long delayMicros) implements Effect {}

  /** It cleared a timer. */
  record Cancelled(int timer) implements Effect {}

  /** As an overlay, it chose its neighbors. */
  record LinkedTo(Peers neighbors) implements Effect {}

  /** As an overlay, it said whom it knows. */
  record Knew(Peers members) implements Effect {}

  /** As an overlay, it took in hearsay of a life of a peer. */
  record Heard(int peer, long incarnation) implements Effect {}

  /** As a failure detector, it suspected a peer. */
  record Suspected(int peer) implements Effect {}

  /** As a failure detector, it took a peer for dead. */
  record TookForDead(int peer) implements Effect {}

  /** As a failure detector, it took a peer for alive. */
  record TookForAlive(int peer) implements Effect {}
}
