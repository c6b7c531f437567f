package org.hearsay.detectors.swim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.membership.Sightings;
import org.hearsay.detectors.swim.NewsBuffer.News;
import org.junit.jupiter.api.Test;

/**
 * Guards against news that are sent for ever or not at all, that keep others from being sent, and
 * against saying of a member what is no longer so.
 */
final class NewsBufferTest {
  private static final int MANY = 100;

  private final NewsBuffer news = new NewsBuffer();

  private static News alive(int member) {
    return new News(member, 7, Status.ALIVE, NewsBuffer.NOBODY);
  }

  private List<Integer> take(int most, int limit) {
    return members(news.take(most, limit, NewsBuffer.NOBODY));
  }

  private static List<Integer> members(Sightings said) {
    return IntStream.range(0, said.size()).mapToObj(said::node).toList();
  }

  @Test
  void eachIsSentSoManyTimesAndNoMore() {
    news.add(alive(1));
    for (int sending = 0; sending < 5; sending++) {
      assertFalse(news.isEmpty());
      assertEquals(List.of(1), take(MANY, 5));
    }
    assertTrue(news.isEmpty());
    assertFalse(news.knows(1));
    assertEquals(List.of(), take(MANY, 5));
  }

  @Test
  void noMoreAreTakenThanFit() {
    List.of(1, 2, 3, 4, 5).forEach(member -> news.add(alive(member)));
    assertEquals(2, take(2, 5).size());
  }

  @Test
  void whatWasSentLeastOftenGoesFirst() {
    List.of(1, 2, 3).forEach(member -> news.add(alive(member)));
    assertEquals(List.of(1, 2), take(2, MANY));
    assertEquals(List.of(3, 1), take(2, MANY));
    news.add(alive(4));
    assertEquals(List.of(4, 2), take(2, MANY));
    assertEquals(List.of(3, 4, 1, 2), take(4, MANY));
  }

  @Test
  void ofThoseSentEquallyOftenTheOldestGoesFirst() {
    List.of(3, 1, 2).forEach(member -> news.add(alive(member)));
    assertEquals(List.of(3, 1, 2), take(MANY, MANY));
  }

  @Test
  void newerNewsOfAMemberTakeThePlaceOfOlderAndAreSentAnew() {
    news.add(alive(1));
    assertEquals(List.of(1), take(MANY, 2));
    news.add(new News(1, 8, Status.DEAD, NewsBuffer.NOBODY));
    Sightings said = Sightings.builder().add(1, 8, Status.DEAD.note()).build();
    assertEquals(said, news.take(MANY, 2, NewsBuffer.NOBODY));
    assertEquals(said, news.take(MANY, 2, NewsBuffer.NOBODY));
    assertTrue(news.isEmpty());
  }

  @Test
  void whatIsRemovedIsNotSent() {
    news.add(alive(1));
    news.add(alive(2));
    news.remove(1);
    news.remove(3);
    assertFalse(news.knows(1));
    assertEquals(List.of(2), take(MANY, MANY));
  }

  @Test
  void aSuspicionSaysWhoseItIsAndCountsAsOne() {
    news.add(new News(1, 7, Status.SUSPECT, 9));
    news.add(alive(2));
    news.add(alive(3));
    assertEquals(
        Sightings.builder()
            .add(1, 7, Status.SUSPECT.note())
            .add(9, 0, Status.SUSPECTOR.note())
            .add(2, 7, Status.ALIVE.note())
            .build(),
        news.take(2, MANY, NewsBuffer.NOBODY));
  }

  @Test
  void whatConcernsTheReceiverGoesFirstHoweverOftenItWasSent() {
    news.add(alive(1));
    take(MANY, MANY);
    take(MANY, MANY);
    news.add(alive(2));
    news.add(alive(3));
    assertEquals(List.of(1, 2), members(news.take(2, MANY, 1)));
    assertEquals(List.of(3, 2), members(news.take(2, MANY, NewsBuffer.NOBODY)));
    assertEquals(List.of(2, 3, 1), members(news.take(3, MANY, 2)), "and once");
  }

  @Test
  void aReceiverOfWhomThereIsNoNewsGetsThoseOfOthers() {
    news.add(alive(2));
    assertEquals(List.of(2), members(news.take(2, MANY, 1)));
  }
}
