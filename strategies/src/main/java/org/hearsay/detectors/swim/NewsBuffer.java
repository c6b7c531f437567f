package org.hearsay.detectors.swim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.membership.Sightings;

/**
 * The news that a node passes on with whatever it sends, least often sent first, each a limited
 * number of times (section 4.1 of the paper). Newer news of a member takes the place of older.
 */
final class NewsBuffer {
  static final int NOBODY = -1;

  /**
   * Something said of a member.
   *
   * @param suspector who suspects it, if that is what it is
   */
  record News(int member, long incarnation, Status status, int suspector) {}

  /** By how often they were sent. */
  private final List<LinkedHashMap<Integer, News>> bySendings = new ArrayList<>();

  private final Map<Integer, Integer> sendings = new HashMap<>();

  boolean isEmpty() {
    return sendings.isEmpty();
  }

  /** Whether there is any of a member. */
  boolean knows(int member) {
    return sendings.containsKey(member);
  }

  /** Adds what was never sent. */
  void add(News news) {
    remove(news.member());
    put(news, 0);
  }

  /** Drops what there is of a member. */
  void remove(int member) {
    Integer count = sendings.remove(member);
    if (count != null) {
      bySendings.get(count).remove(member);
    }
  }

  private void put(News news, int count) {
    while (bySendings.size() <= count) {
      bySendings.add(new LinkedHashMap<>());
    }
    bySendings.get(count).put(news.member(), news);
    sendings.put(news.member(), count);
  }

  /**
   * Takes what goes along with an envelope.
   *
   * @param most how many news at most
   * @param limit how often each is sent
   * @param first a member whose news goes first if there is any, or {@link #NOBODY}
   */
  Sightings take(int most, int limit, int first) {
    List<News> taken = new ArrayList<>(most);
    Integer preferred = sendings.get(first);
    if (preferred != null) {
      News news = bySendings.get(preferred).get(first);
      if (news != null) {
        taken.add(news);
      }
    }
    for (int count = 0; count < bySendings.size() && taken.size() < most; count++) {
      Iterator<News> all = bySendings.get(count).values().iterator();
      while (all.hasNext() && taken.size() < most) {
        News news = all.next();
        if (news.member() != first) {
          taken.add(news);
        }
      }
    }
    Sightings.Builder said = Sightings.builder();
    for (News news : taken) {
      said.add(news.member(), news.incarnation(), news.status().note());
      if (news.status() == Status.SUSPECT) {
        said.add(news.suspector(), 0, Status.SUSPECTOR.note());
      }
      int count = sendings.getOrDefault(news.member(), 0) + 1;
      remove(news.member());
      if (count < limit) {
        put(news, count);
      }
    }
    return said.build();
  }
}
