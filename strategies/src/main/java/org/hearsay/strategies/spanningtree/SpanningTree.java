package org.hearsay.strategies.spanningtree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.strategies.spanningtree.TreeMessage.Graft;
import org.hearsay.strategies.spanningtree.TreeMessage.IHave;
import org.hearsay.strategies.spanningtree.TreeMessage.Prune;
import org.hearsay.strategies.spanningtree.TreeMessage.Push;
import org.hearsay.strategies.spanningtree.TreeMessage.Summary;
import org.jspecify.annotations.Nullable;

/**
 * A node that pushes new rumors along a tree for each origin, announces them beside it, and regrows
 * the tree from the announcements where it broke: Plumtree.
 *
 * <p>At first every link belongs to the tree, and an origin's first rumor floods. A push that
 * brings nothing new is answered by a prune, which takes the slowest link out of each cycle. Over
 * such links a node only announces what it has; a neighbor that still misses it after {@code
 * graftTimeout} asks for it, and the link joins the tree. An announcement rides on the next push to
 * the same neighbor, and goes alone after {@code lazyDelay}.
 *
 * <p><b>When a link of the tree fails</b>, the nodes behind it miss a rumor that the links around
 * it announce. The announcer asked for it takes the failed link's place; if several are asked, or
 * the link was only slow, the origin's next rumor prunes what is too much.
 *
 * <p>The paper is Leitão et al. (2007). It relies on TCP links, where announcements are not lost;
 * ours may be. So neighbors compare <i>summaries</i>: a summary announces all its sender knows, and
 * what its receiver misses takes the same way as any announced rumor, so that what is on its way by
 * the tree has the time to arrive. A node is <i>in sync</i> with a neighbor if the digest last
 * heard from there equals its own. While it is not, it sends the neighbor a summary every {@code
 * repair}, the node with the larger number only when it heard none for so long, and gets one back.
 *
 * <ul>
 *   <li><i>Everything arrives.</i> What a neighbor said it knows it still knows. So if both ends of
 *       a link think they are in sync, each knows all that the other knows. If one does not think
 *       so, it goes on sending, and unless every message is lost the end that misses something
 *       learns of it, and asks.
 *   <li><i>Then there is silence.</i> When logs are equal and no longer change, one summary and its
 *       reply put both ends in sync, and no timer is set.
 *   <li><i>A restart is survived.</i> A node is not in sync with a neighbor it has not heard from,
 *       so one that comes back with nothing compares with all its neighbors.
 * </ul>
 *
 * <p>The paper grows one tree for all origins. Rumors of different origins that are under way
 * together then prune the same cycle at different links, which cuts nodes off, and grafts and
 * prunes go on for ever; so each origin has a tree of its own, as in Basho's riak_core, and its
 * rumors take the shortest way. A push or an announcement carries several rumors. The tree is not
 * optimized for path length (section 3.8 of the paper).
 *
 * <p><b>Cost:</b> {@code n - 1} pushes per broadcast once its origin's tree has grown, {@code
 * sum(degree) - (n - 1)} before; while rumors flow, at most an announcement in each direction of a
 * link every {@code lazyDelay}, and two summaries on it every {@code repair}.
 */
final class SpanningTree implements Strategy<TreeMessage> {
  private static final int ANNOUNCE = 0;
  private static final int ASK = 1;
  private static final int COMPARE = 2;

  private final long lazyDelayMicros;
  private final long graftTimeoutMicros;
  private final long graftRetryMicros;
  private final long repairMicros;
  private final int batch;

  private List<Link> links = new ArrayList<>();
  private final MissingRumors missing = new MissingRumors();
  private boolean announceScheduled;
  private boolean compareScheduled;

  SpanningTree(SpanningTreeConfig config) {
    lazyDelayMicros = TimeUnit.MICROSECONDS.convert(config.lazyDelay());
    graftTimeoutMicros = TimeUnit.MICROSECONDS.convert(config.graftTimeout());
    graftRetryMicros = TimeUnit.MICROSECONDS.convert(config.graftRetry());
    repairMicros = TimeUnit.MICROSECONDS.convert(config.repair());
    batch = config.batch();
  }

  /** The first comparison is at a random moment: nodes that start together do not compare so. */
  @Override
  public void onStart(Node<TreeMessage> node) {
    meetNeighbors(node.neighbors());
    compareIn(repairMicros + node.random().nextLong(repairMicros), node);
  }

  @Override
  public void onNeighborsChanged(Node<TreeMessage> node) {
    meetNeighbors(node.neighbors());
    compareIn(repairMicros, node);
  }

  /** Whatever was agreed with the peer and known of it was of its last life. */
  @Override
  public void onRestart(Node<TreeMessage> node, int peer) {
    links.replaceAll(link -> link.peer() == peer ? new Link(peer) : link);
    compareIn(repairMicros, node);
  }

  private void meetNeighbors(Peers neighbors) {
    List<Link> met = new ArrayList<>(neighbors.size());
    for (int i = 0; i < neighbors.size(); i++) {
      Link link = linkTo(neighbors.get(i));
      met.add(link == null ? new Link(neighbors.get(i)) : link);
    }
    links = met;
  }

  @Override
  public void onBroadcast(Node<TreeMessage> node, long rumor) {
    spread(node, node.id(), RumorIds.of(rumor));
  }

  @Override
  public void onMessage(Node<TreeMessage> node, int from, TreeMessage message) {
    if (message instanceof Push push) {
      onPush(node, from, push.rumors());
    } else if (message instanceof IHave announcement) {
      noteMissing(node, from, announcement.ids());
    } else if (message instanceof Graft graft) {
      onGraft(node, from, graft.ids());
    } else if (message instanceof Prune prune) {
      setEager(node, from, prune.ids(), false);
    } else if (message instanceof Summary summary) {
      onSummary(node, from, summary);
    }
  }

  @Override
  public void onTimer(Node<TreeMessage> node, int timer) {
    switch (timer) {
      case ANNOUNCE -> announce(node);
      case ASK -> askForMissing(node);
      case COMPARE -> compare(node);
      default -> throw new IllegalArgumentException("Unknown timer: " + timer);
    }
  }

  private void onPush(Node<TreeMessage> node, int from, Rumors rumors) {
    Rumors fresh = node.deliver(rumors);
    RumorIds needless = rearrange(node, from, rumors.ids(), fresh.ids());
    if (!needless.isEmpty()) {
      node.send(from, new Prune(needless));
    }
    if (!fresh.isEmpty()) {
      missing.arrived(fresh.ids());
      spread(node, from, fresh.ids());
    }
  }

  /** Puts a link into the trees of the origins it brought news of, and takes it out of others. */
  private RumorIds rearrange(Node<TreeMessage> node, int from, RumorIds pushed, RumorIds fresh) {
    Origins useful = new Origins();
    fresh.stream().forEach(rumor -> useful.add(node.origin(rumor)));
    RumorIds.Builder needless = RumorIds.builder();
    for (int i = 0; i < pushed.size(); i++) {
      int origin = node.origin(pushed.get(i));
      setEager(from, origin, useful.contains(origin));
      if (!useful.contains(origin)) {
        needless.add(pushed.get(i));
      }
    }
    return needless.build();
  }

  /** Pushes along each rumor's tree, and announces on the other links, with a push if one goes. */
  private void spread(Node<TreeMessage> node, int source, RumorIds fresh) {
    for (Link link : links) {
      if (link.peer() == source) {
        continue;
      }
      RumorIds pushed =
          RumorIds.of(fresh.stream().filter(r -> link.isEager(node.origin(r))).toArray());
      if (pushed.size() < fresh.size()) {
        link.announceLater(
            RumorIds.of(fresh.stream().filter(r -> !link.isEager(node.origin(r))).toArray()),
            batch);
        announceSoon(node);
      }
      if (!pushed.isEmpty()) {
        node.send(link.peer(), new Push(new Rumors(pushed)));
        announce(node, link);
      }
    }
    compareIn(repairMicros, node);
  }

  private void announceSoon(Node<TreeMessage> node) {
    if (!announceScheduled) {
      announceScheduled = true;
      node.schedule(ANNOUNCE, lazyDelayMicros);
    }
  }

  private void announce(Node<TreeMessage> node) {
    announceScheduled = false;
    for (Link link : links) {
      announce(node, link);
    }
  }

  private void announce(Node<TreeMessage> node, Link link) {
    RumorIds ids = link.takeUnannounced();
    if (!ids.isEmpty()) {
      node.send(link.peer(), new IHave(ids));
    }
  }

  private void noteMissing(Node<TreeMessage> node, int announcer, RumorIds announced) {
    boolean wasWaiting = !missing.isEmpty();
    long deadlineMicros = node.nowMicros() + graftTimeoutMicros;
    announced.stream()
        .filter(rumor -> !node.log().contains(rumor))
        .forEach(rumor -> missing.announced(rumor, announcer, deadlineMicros));
    if (!wasWaiting && !missing.isEmpty()) {
      node.schedule(ASK, graftTimeoutMicros);
    }
  }

  private void askForMissing(Node<TreeMessage> node) {
    long nowMicros = node.nowMicros();
    missing.forgetIf(node.log()::contains);
    missing
        .askFor(nowMicros, nowMicros + graftRetryMicros, batch)
        .forEach((announcer, ids) -> graft(node, announcer, ids.build()));
    if (!missing.isEmpty()) {
      node.schedule(ASK, missing.nextDeadlineMicros() - nowMicros);
    }
  }

  private void graft(Node<TreeMessage> node, int announcer, RumorIds ids) {
    setEager(node, announcer, ids, true);
    node.send(announcer, new Graft(ids));
  }

  private void onGraft(Node<TreeMessage> node, int from, RumorIds ids) {
    setEager(node, from, ids, true);
    RumorIds known = RumorIds.of(ids.stream().filter(node.log()::contains).toArray());
    if (!known.isEmpty()) {
      node.send(from, new Push(new Rumors(known)));
    }
  }

  private void compareIn(long delayMicros, Node<TreeMessage> node) {
    if (!compareScheduled) {
      compareScheduled = true;
      node.schedule(COMPARE, delayMicros);
    }
  }

  private void compare(Node<TreeMessage> node) {
    compareScheduled = false;
    Digest known = node.log().digest();
    for (Link link : links) {
      if (link.isInSync(known)) {
        continue;
      }
      if (link.takeTurn(node.id())) {
        node.send(link.peer(), new Summary(known, false));
      }
      compareIn(repairMicros, node);
    }
  }

  private void onSummary(Node<TreeMessage> node, int from, Summary summary) {
    Digest known = node.log().digest();
    if (!summary.reply()) {
      node.send(from, new Summary(known, true));
    }
    Link link = linkTo(from);
    if (link != null) {
      link.hear(summary.digest());
    }
    if (!summary.digest().equals(known)) {
      noteMissing(node, from, node.log().missingHere(summary.digest()));
      compareIn(repairMicros, node);
    }
  }

  private void setEager(Node<TreeMessage> node, int peer, RumorIds ids, boolean eager) {
    ids.stream().forEach(rumor -> setEager(peer, node.origin(rumor), eager));
  }

  private void setEager(int peer, int origin, boolean eager) {
    Link link = linkTo(peer);
    if (link != null) {
      link.setEager(origin, eager);
    }
  }

  private @Nullable Link linkTo(int peer) {
    for (Link link : links) {
      if (link.peer() == peer) {
        return link;
      }
    }
    return null;
  }
}
