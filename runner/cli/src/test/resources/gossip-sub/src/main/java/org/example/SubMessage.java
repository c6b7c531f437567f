package org.example;

import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;

/** What nodes say to each other. */
sealed interface SubMessage extends Message {
  record Publish(Rumors rumors) implements SubMessage {}
  record DontWant(RumorIds ids) implements SubMessage {}
  record Have(Digest digest) implements SubMessage {}
}
