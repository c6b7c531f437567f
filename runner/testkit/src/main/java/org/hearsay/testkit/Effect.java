package org.hearsay.testkit;

import org.hearsay.api.Message;

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
}
