package org.hearsay.overlays.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.directory.DirectoryMessage.Directory;
import org.hearsay.overlays.directory.DirectoryMessage.Hello;
import org.hearsay.overlays.directory.DirectoryMessage.News;

/**
 * A node that knows every other, and chooses its neighbors among those that are there.
 *
 * <p>It begins with its contacts and greets one of them, which answers with all it knows. Whoever
 * learns of somebody new tells a few others, once: a rumor that dies out by itself (Demers et al.
 * 1987). What that misses, and what a partition has kept apart, comparisons find: from time to time
 * each node greets a random member or contact with a hash of whom it knows, and if theirs differ
 * the two tell each other all. They do so more often while something changes.
 *
 * <p>Who is down stays on the list for a while, to be seen if it comes back, and is then forgotten
 * ({@link MemberList}). Hearsay of somebody who may have been forgotten is not believed; that node
 * is greeted, and is a member again if it answers.
 *
 * <p><b>Cost:</b> a message a node and comparison while all know the same; {@code fanout} messages
 * a node and arrival, shared by those who arrive together.
 */
public final class DirectoryOverlay implements Overlay<DirectoryMessage> {
  private static final int SYNC = 0;
  private static final int GATHER = 1;
  private static final int FORGET = 2;

  private static final long GATHER_MICROS = 200_000;
  private static final int BUSIER = 10;
  private static final long MEMBER = 0;
  private static final long LEFT = 1;

  private final long syncMicros;
  private final int fanout;
  private final long forgetMicros;
  private final LinkChoice choice;
  private final MemberList members = new MemberList();

  /** What others are to be told of somebody. */
  private record Event(long life, long what) {}

  /** What they are to be told of whom, until they were. */
  private final Map<Integer, Event> news = new LinkedHashMap<>();

  /** When those were greeted last who may have been forgotten. */
  private final Map<Integer, Long> verified = new LinkedHashMap<>();

  private boolean gathering;
  private boolean forgetting;
  private long published;
  private long compared;

  /** A directory of which a choice makes neighbors. */
  public DirectoryOverlay(DirectoryConfig config, LinkChoice choice) {
    this.syncMicros = TimeUnit.MICROSECONDS.convert(config.sync());
    this.fanout = config.fanout();
    this.forgetMicros = TimeUnit.MICROSECONDS.convert(config.forget());
    this.choice = choice;
  }

  @Override
  public void onStart(OverlayNode<DirectoryMessage> node) {
    Peers contacts = node.contacts();
    for (int i = 0; i < contacts.size(); i++) {
      members.add(contacts.get(i), 0);
    }
    greet(node, contacts);
    node.schedule(SYNC, node.random().nextLong(busyMicros()));
    publish(node);
  }

  private long busyMicros() {
    return syncMicros / BUSIER + 1;
  }

  private void greet(OverlayNode<DirectoryMessage> node, Peers someOfThem) {
    for (int peer : someOfThem.sample(1, node.random())) {
      node.send(peer, new Hello(check(node)));
    }
  }

  /** A hash over those who are there, this node included, whatever their order. */
  private long check(OverlayNode<DirectoryMessage> node) {
    Peers present = members.present();
    long sum = mix(node.id());
    for (int i = 0; i < present.size(); i++) {
      sum += mix(present.get(i));
    }
    return sum;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = (value + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public void onMessage(OverlayNode<DirectoryMessage> node, int from, DirectoryMessage message) {
    if (message instanceof Hello hello) {
      if (hello.check() != check(node)) {
        node.send(from, directory(node, true));
      }
    } else if (message instanceof Directory directory) {
      takeIn(node, directory.members());
      if (directory.wanted()) {
        node.send(from, directory(node, false));
      }
    } else if (message instanceof News told) {
      takeIn(node, told.members());
    }
    publish(node);
  }

  private Directory directory(OverlayNode<DirectoryMessage> node, boolean wanted) {
    Sightings.Builder sightings = Sightings.builder().add(node.id(), node.incarnation(), MEMBER);
    Peers present = members.present();
    for (int i = 0; i < present.size(); i++) {
      sightings.add(present.get(i), members.life(present.get(i)), MEMBER);
    }
    return new Directory(sightings.build(), wanted);
  }

  private void takeIn(OverlayNode<DirectoryMessage> node, Sightings told) {
    for (int i = 0; i < told.size(); i++) {
      int peer = told.node(i);
      if (peer == node.id()) {
        continue;
      }
      if (told.note(i) == LEFT) {
        leave(node, peer, told.incarnation(i));
      } else if (members.contains(peer)) {
        renew(node, peer, told.incarnation(i));
      } else if (members.mayBeForgotten(told.incarnation(i))) {
        verify(node, peer);
      } else {
        add(node, peer, told.incarnation(i));
        node.hear(peer, told.incarnation(i));
      }
    }
  }

  /** Notes a newer life of a member; the runtime says if it was down in its last one. */
  private void renew(OverlayNode<DirectoryMessage> node, int peer, long life) {
    long known = Math.max(members.life(peer), node.incarnation(peer));
    if (life > known) {
      node.hear(peer, life);
      if (!members.isDown(peer) || known != 0) {
        add(node, peer, life);
      }
    }
  }

  private void add(OverlayNode<DirectoryMessage> node, int peer, long life) {
    if (members.add(peer, life)) {
      spread(node, peer, life, MEMBER);
    }
  }

  private void spread(OverlayNode<DirectoryMessage> node, int peer, long life, long what) {
    news.put(peer, new Event(life, what));
    if (!gathering) {
      gathering = true;
      node.schedule(GATHER, GATHER_MICROS);
    }
  }

  private void leave(OverlayNode<DirectoryMessage> node, int peer, long life) {
    if (members.contains(peer) && life >= Math.max(members.life(peer), node.incarnation(peer))) {
      members.add(peer, life);
      members.forget(peer);
      spread(node, peer, life, LEFT);
    }
  }

  private void verify(OverlayNode<DirectoryMessage> node, int peer) {
    long now = node.nowMicros();
    verified.values().removeIf(moment -> now - moment > syncMicros);
    if (!verified.containsKey(peer)) {
      verified.put(peer, now);
      node.send(peer, new Hello(check(node)));
    }
  }

  @Override
  public void onTimer(OverlayNode<DirectoryMessage> node, int timer) {
    switch (timer) {
      case SYNC -> {
        greet(node, members.present());
        greetAContact(node);
        boolean changed = members.changes() > compared;
        compared = members.changes();
        node.schedule(SYNC, changed ? busyMicros() : syncMicros);
      }
      case GATHER -> tellNews(node);
      case FORGET -> {
        forgetting = false;
        members.forgetDownSince(node.nowMicros() - forgetMicros);
        forgetInTime(node);
      }
      default -> throw new IllegalArgumentException("Unknown timer: " + timer);
    }
    publish(node);
  }

  /** A contact that is no member, or down, may be the way to the other side of a partition. */
  private void greetAContact(OverlayNode<DirectoryMessage> node) {
    for (int contact : node.contacts().sample(1, node.random())) {
      if (!members.contains(contact) || members.isDown(contact)) {
        node.send(contact, new Hello(check(node)));
      }
    }
  }

  private void tellNews(OverlayNode<DirectoryMessage> node) {
    gathering = false;
    Sightings.Builder told = Sightings.builder();
    news.forEach((peer, event) -> told.add(peer, newest(node, peer, event), event.what()));
    news.clear();
    News message = new News(told.build());
    for (int peer : members.present().sample(fanout, node.random())) {
      node.send(peer, message);
    }
  }

  private long newest(OverlayNode<DirectoryMessage> node, int peer, Event event) {
    long known = Math.max(members.life(peer), node.incarnation(peer));
    return Math.max(event.life(), known);
  }

  @Override
  public void onDown(OverlayNode<DirectoryMessage> node, int peer) {
    members.setDown(peer, node.nowMicros());
    forgetInTime(node);
    publish(node);
  }

  private void forgetInTime(OverlayNode<DirectoryMessage> node) {
    if (!forgetting && members.hasDown()) {
      forgetting = true;
      node.schedule(FORGET, forgetMicros);
    }
  }

  @Override
  public void onUp(OverlayNode<DirectoryMessage> node, int peer) {
    members.setUp(peer);
    add(node, peer, node.incarnation(peer));
    publish(node);
  }

  @Override
  public void onLeave(OverlayNode<DirectoryMessage> node) {
    Sightings self = Sightings.builder().add(node.id(), node.incarnation(), LEFT).build();
    for (int peer : members.present().sample(fanout, node.random())) {
      node.send(peer, new News(self));
    }
  }

  private void publish(OverlayNode<DirectoryMessage> node) {
    if (members.changes() > published) {
      published = members.changes();
      node.know(members.all());
      node.linkTo(choice.choose(node.id(), members.present()));
    }
  }
}
