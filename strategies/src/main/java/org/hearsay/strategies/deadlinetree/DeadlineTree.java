package org.hearsay.strategies.deadlinetree;

import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Rest;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Tell;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;

/**
 * A node that is told by when a rumor has to be everywhere, and spends as few messages as that
 * allows.
 *
 * <p>Rumors go up to a root, which sends those of all nodes down a tree together, in rounds. A
 * round is as long as the target leaves after the ways up and down; each tells when the next is
 * due, and nodes send what they have so that it arrives just before it. So a rumor waits once, at
 * the node it began at, half a round on average, and a round costs {@code n - 1} messages down and
 * one up from each node that has something to say. That the parent's schedule decides when children
 * send is TAG's (Madden et al. 2002, section 4.1); that rounds are left out when there is nothing
 * to say, and come early when a rumor is late, is ours. A target too short for a root, of less than
 * two links, makes a node send its rumors to all others itself.
 *
 * <p>Nothing is acknowledged by itself. A round that carries a rumor confirms it to the node it
 * came from; a gap in the rounds' numbers shows what was missed; only the last round before a
 * silence is receipted. Who tells all of a rumor says what else it knows, so that others see what
 * they lack. What is missed is found by comparing digests (Demers et al. 1987), with the root, and
 * with random members while the root does not answer: whoever is cut off with others learns what
 * they know, and passes on what it has learnt as soon as the root is back.
 *
 * <p><b>Cost:</b> with {@code r} rumors a second, {@code T = latency - (1 + depth) link} and {@code
 * n} nodes, {@code (n - 1) (2 - exp(-rT/n)) / T} messages a second; {@code n - 1} a rumor where the
 * target is too short. Links are measured by comparisons at the start, and every 30 s in use.
 */
final class DeadlineTree implements Strategy<DeadlineTreeMessage> {
  private final DeadlineTreeConfig config;
  private Tree[] trees = {};
  private Overheard overheard = new Overheard(0);

  DeadlineTree(DeadlineTreeConfig config) {
    this.config = config;
  }

  @Override
  public void onStart(Node<DeadlineTreeMessage> node) {
    int nodes = node.members().size() + 1;
    if (nodes > 1) {
      trees = new Tree[Math.min(config.roots(), nodes)];
      for (int i = 0; i < trees.length; i++) {
        trees[i] = new Tree(i, (int) ((long) i * nodes / trees.length), node.id(), nodes, config);
      }
      overheard = new Overheard(trees.length * Tree.TIMERS);
      ownTree(node).start(node);
    }
  }

  @Override
  public void onBroadcast(Node<DeadlineTreeMessage> node, long rumor) {
    if (trees.length == 0) {
      return;
    }
    Tree tree = ownTree(node);
    if (tree.isTooSlow()) {
      tell(node, rumor);
    } else {
      tree.add(node, rumor);
    }
    tree.refresh(node);
  }

  private void tell(Node<DeadlineTreeMessage> node, long rumor) {
    Tell tell = new Tell(node.log().digest(), Rumors.of(rumor));
    Peers members = node.members();
    for (int i = 0; i < members.size(); i++) {
      node.send(members.get(i), tell);
    }
    treeOf(node, rumor).addTold(node, rumor);
  }

  @Override
  public void onMessage(Node<DeadlineTreeMessage> node, int from, DeadlineTreeMessage message) {
    Rumors fresh = node.deliver(message.rumors());
    if (trees.length == 0) {
      return;
    }
    if (message instanceof Tell tell) {
      onTell(node, from, tell, fresh);
    } else if (message instanceof Up up && up.tree() < trees.length) {
      trees[up.tree()].onUp(node, from, up, fresh);
    } else if (message instanceof Down down && down.tree() < trees.length) {
      trees[down.tree()].onDown(node, down);
    } else if (message instanceof Ask ask && ask.tree() < trees.length) {
      trees[ask.tree()].onAsk(node, ask);
    } else if (message instanceof Offer offer && offer.tree() < trees.length) {
      onOffer(node, from, offer);
    } else if (message instanceof Answer answer && answer.tree() < trees.length) {
      onAnswer(node, from, answer, fresh);
    } else if (message instanceof Rest rest && rest.tree() < trees.length) {
      passOn(node, from, fresh);
      trees[rest.tree()].onFresh(node, from, fresh);
    }
  }

  private void onTell(Node<DeadlineTreeMessage> node, int from, Tell tell, Rumors fresh) {
    fresh.ids().stream().forEach(rumor -> treeOf(node, rumor).addTold(node, rumor));
    for (Tree tree : trees) {
      tree.onDigest(node, from, tell.digest());
    }
    overheard.onTell(node, from, tell, ownTree(node).trip());
  }

  private void onOffer(Node<DeadlineTreeMessage> node, int from, Offer offer) {
    Rumors missing = missingFrom(node, offer.digest());
    node.send(from, new Answer(offer.tree(), node.log().digest(), missing));
    trees[offer.tree()].onDigest(node, from, offer.digest());
  }

  private void onAnswer(Node<DeadlineTreeMessage> node, int from, Answer answer, Rumors fresh) {
    Rumors missing = missingFrom(node, answer.digest());
    if (!missing.isEmpty()) {
      node.send(from, new Rest(answer.tree(), missing));
    }
    passOn(node, from, fresh);
    trees[answer.tree()].onAnswer(node, from, answer, fresh);
  }

  /** What another lacks, but for what waits here for its time. */
  private Rumors missingFrom(Node<DeadlineTreeMessage> node, Digest digest) {
    RumorIds.Builder missing = RumorIds.builder();
    node.log().missingFrom(digest).ids().stream()
        .filter(rumor -> !treeOf(node, rumor).holds(rumor))
        .limit(Uplink.BATCH)
        .forEach(missing::add);
    return new Rumors(missing.build());
  }

  /** Rumors that came by none of the usual ways: their roots may not know them. */
  private void passOn(Node<DeadlineTreeMessage> node, int from, Rumors fresh) {
    fresh.ids().stream().forEach(rumor -> treeOf(node, rumor).learn(node, from, rumor));
  }

  @Override
  public void onTimer(Node<DeadlineTreeMessage> node, int timer) {
    if (timer == trees.length * Tree.TIMERS) {
      overheard.fire(node, ownTree(node));
    } else {
      trees[timer / Tree.TIMERS].onTimer(node, timer % Tree.TIMERS);
    }
  }

  private Tree ownTree(Node<DeadlineTreeMessage> node) {
    return trees[node.id() % trees.length];
  }

  private Tree treeOf(Node<DeadlineTreeMessage> node, long rumor) {
    return trees[node.origin(rumor) % trees.length];
  }
}
