package org.hearsay.strategies.deadlinetree;

import org.hearsay.api.Node;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;

/**
 * Compares what this node knows with what a root knows, when they may differ: at the start, after a
 * round was missed, after a silence. If the root does not answer, random members are asked as well,
 * so that whoever is cut off from it still learns what others on its side know, until it answers.
 */
final class Comparison {
  private static final long PATIENCE_MICROS = 300_000;
  private static final int PATIENT_TRIES = 2;

  /** When a link is measured again at the start, as nodes that have just started are slow. */
  private static final long SECOND_LOOK_MICROS = 1_000_000;

  private static final long LOOK_AGAIN_MICROS = 30_000_000;

  private final int tree;
  private final int partner;
  private final int timer;
  private final RoundTrip trip;

  private boolean wanted;
  private boolean soon;
  private int tries;
  private long sentMicros;
  private long patientUntilMicros;

  /** With the root, or for the root itself with some other node. */
  Comparison(int tree, int partner, int timer, RoundTrip trip) {
    this.tree = tree;
    this.partner = partner;
    this.timer = timer;
    this.trip = trip;
  }

  /** Begins one now, unless one is under way. */
  void begin(Node<DeadlineTreeMessage> node) {
    if (!wanted) {
      wanted = true;
      tries = 0;
      fire(node);
    }
  }

  /** Offers to anybody; what the partner answers counts, so to it that is a comparison. */
  void offer(Node<DeadlineTreeMessage> node, int peer) {
    if (peer == partner) {
      begin(node);
    } else {
      node.send(peer, new Offer(tree, node.log().digest()));
    }
  }

  /** Begins one in a while, unless one is to begin by then. */
  void beginWithin(Node<DeadlineTreeMessage> node, long delayMicros) {
    if (!wanted && !soon) {
      soon = true;
      node.schedule(timer, delayMicros);
    }
  }

  /** Begins the one that is due, or offers once more. */
  void fire(Node<DeadlineTreeMessage> node) {
    if (!wanted) {
      begin(node);
      return;
    }
    soon = false;
    Offer offer = new Offer(tree, node.log().digest());
    boolean silent = tries >= PATIENT_TRIES;
    if (!silent || tries % (PATIENT_TRIES + 1) == 0) {
      node.send(partner, offer);
      sentMicros = node.nowMicros();
    }
    if (silent) {
      for (int member : node.members().sample(1, node.random())) {
        node.send(member, offer);
      }
    }
    tries++;
    long patience = silent ? PATIENCE_MICROS : trip.timeoutMicros();
    patience += node.random().nextLong(PATIENCE_MICROS / 4);
    patientUntilMicros = node.nowMicros() + patience;
    node.schedule(timer, patience);
  }

  /** Somebody has answered; whether that ends a comparison. */
  boolean onAnswer(Node<DeadlineTreeMessage> node, int from) {
    if (from != partner) {
      return false;
    }
    boolean ended = wanted;
    if (wanted && tries > 1) {
      trip.unclear();
    } else if (wanted && node.nowMicros() <= patientUntilMicros) {
      // What is taken in after that was not under way for so long: this node has stood still.
      trip.sample(node.nowMicros() - sentMicros);
    }
    wanted = false;
    soon = false;
    node.cancel(timer);
    return ended;
  }

  /** Begins one in a while if the link is not known well. */
  void lookAgain(Node<DeadlineTreeMessage> node) {
    if (!trip.isKnown()) {
      beginWithin(node, SECOND_LOOK_MICROS);
    }
  }

  /** Begins one in a while if the link was measured long ago. */
  void refresh(Node<DeadlineTreeMessage> node) {
    if (node.nowMicros() - sentMicros > LOOK_AGAIN_MICROS) {
      beginWithin(node, SECOND_LOOK_MICROS);
    }
  }
}
