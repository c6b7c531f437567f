package org.hearsay.detectors.swim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards against members that wait for their probe for too long, or always for the same time. */
final class ProbeOrderTest {
  private final ProbeOrder order = new ProbeOrder();
  private final Random random = new Random(1);

  private List<Integer> round(int members) {
    return IntStream.range(0, members).mapToObj(i -> order.next(members, random)).toList();
  }

  private static List<Integer> all(int members) {
    return IntStream.range(0, members).boxed().toList();
  }

  @Test
  void everyRoundProbesEachMemberOnce() {
    for (int members = 1; members <= 40; members++) {
      for (int round = 0; round < 20; round++) {
        assertEquals(all(members), round(members).stream().sorted().toList());
      }
    }
  }

  @Test
  void betweenTwoProbesOfAMemberThereAreAtMostTwiceAsManyOfOthers() {
    int members = 11;
    int[] last = new int[members];
    int longest = 0;
    for (int i = 1; i <= 20_000; i++) {
      int member = order.next(members, random);
      longest = Math.max(longest, i - last[member]);
      last[member] = i;
    }
    assertEquals(2 * members - 1, longest);
  }

  @Test
  void roundsDiffer() {
    Set<List<Integer>> rounds = new LinkedHashSet<>();
    for (int round = 0; round < 500; round++) {
      rounds.add(round(7));
    }
    assertEquals(7 * 6, rounds.size(), "every offset with every factor");
  }

  @Test
  void everyMemberIsFirstInAsManyRounds() {
    int[] first = new int[9];
    for (int round = 0; round < 9_000; round++) {
      first[round(9).get(0)]++;
    }
    assertTrue(
        Arrays.stream(first).allMatch(count -> 850 < count && count < 1_150),
        Arrays.toString(first));
  }

  @Test
  void aChangeOfTheNumberBeginsARound() {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      some.add(order.next(10, random));
    }
    assertEquals(5, new LinkedHashSet<>(some).size());
    assertEquals(all(6), round(6).stream().sorted().toList());
  }
}
