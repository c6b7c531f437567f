package org.hearsay.strategies.pushpull;

import java.util.concurrent.TimeUnit;
import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.strategies.pushpull.PushPullMessage.Answer;
import org.hearsay.strategies.pushpull.PushPullMessage.Offer;
import org.hearsay.strategies.pushpull.PushPullMessage.Rest;

/**
 * A node that compares notes with a random member, again and again, until both know the same:
 * anti-entropy.
 *
 * <p>The one offers a digest of what it knows; the other answers with what that lacks and with its
 * own digest; the first sends the rest. Each exchange stands alone, with no memory of earlier ones,
 * so whatever is lost, cut off or forgotten is found again by a later exchange with anybody.
 *
 * <p>Demers et al. (1987) gave anti-entropy and its push-pull; Karp et al. (2000) showed why both
 * directions: pushing doubles the few who know, pulling squares the share of those who do not. The
 * digest is Scuttlebutt's (van Renesse et al. 2008), a version per origin, with ranges in place of
 * single versions because rumors come in any order. Rumors beyond {@code batch} wait for another
 * exchange; Scuttlebutt adapts that limit to the load, here it is fixed.
 *
 * <p><b>Cost:</b> {@code n} offers per interval, for ever, and up to two messages more for each
 * that finds a difference; a rumor needs {@code log3(n) + O(log log n)} intervals to reach all,
 * each as good as every other member as a partner (Karp et al., section 2).
 */
final class PushPull implements Strategy<PushPullMessage> {
  private static final int TICK = 0;

  private final long intervalMicros;
  private final int batch;

  PushPull(PushPullConfig config) {
    intervalMicros = TimeUnit.MICROSECONDS.convert(config.interval());
    batch = config.batch();
  }

  @Override
  public void onStart(Node<PushPullMessage> node) {
    node.schedule(TICK, node.random().nextLong(intervalMicros));
  }

  @Override
  public void onBroadcast(Node<PushPullMessage> node, long rumor) {
    // The next exchange finds it.
  }

  @Override
  public void onTimer(Node<PushPullMessage> node, int timer) {
    for (int partner : node.members().sample(1, node.random())) {
      node.send(partner, new Offer(node.log().digest()));
    }
    node.schedule(TICK, intervalMicros);
  }

  @Override
  public void onMessage(Node<PushPullMessage> node, int from, PushPullMessage message) {
    node.deliver(message.rumors());
    if (message instanceof Offer offer) {
      answer(node, from, offer.digest());
    } else if (message instanceof Answer answer) {
      sendRest(node, from, answer.digest());
    }
  }

  private void answer(Node<PushPullMessage> node, int initiator, Digest offered) {
    Digest known = node.log().digest();
    if (!known.equals(offered)) {
      node.send(initiator, new Answer(known, missingFrom(offered, node)));
    }
  }

  private void sendRest(Node<PushPullMessage> node, int answerer, Digest answered) {
    Rumors rest = missingFrom(answered, node);
    if (!rest.isEmpty()) {
      node.send(answerer, new Rest(rest));
    }
  }

  private Rumors missingFrom(Digest digest, Node<PushPullMessage> node) {
    return node.log().missingFrom(digest).limit(batch);
  }
}
