package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearsay.scenario.time.VirtualTime;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against shortcuts round what is wrong with a node, and against what reaches the dead. */
final class HealthTest {
  private static final int NODES = 3;

  private final VirtualTime time = new VirtualTime();
  private final Health health = new Health(time, NODES);
  private final List<String> happened = new ArrayList<>();

  private void startAll() {
    for (int node = 0; node < NODES; node++) {
      assertTrue(health.start(node));
    }
  }

  private void arrive(int node, String what) {
    health.arrive(node, () -> happened.add(what), () -> happened.add(what + " lost"));
  }

  private List<String> take() {
    List<String> taken = List.copyOf(happened);
    happened.clear();
    return taken;
  }

  @Test
  void nothingIsWrongOnceAllHaveStarted() {
    assertTrue(health.isDisturbed());
    health.start(0);
    health.start(1);
    assertTrue(health.isDisturbed());
    health.start(2);
    assertFalse(health.isDisturbed());
    assertFalse(health.mayHang());
  }

  static Stream<Named<Consumer<Health>>> disturbances() {
    return Stream.of(
        Named.of("kill", health -> health.kill(1)),
        Named.of("crash", health -> health.crash(1)),
        Named.of("pause", health -> health.pause(1)),
        Named.of("hang", health -> health.hang(1)),
        Named.of("slow", health -> health.slow(1, 5)));
  }

  @ParameterizedTest
  @MethodSource("disturbances")
  void whateverHappensToANodeIsADisturbanceForEver(Consumer<Health> disturbance) {
    startAll();
    disturbance.accept(health);
    assertTrue(health.isDisturbed());
    health.start(1);
    health.recover(1);
    health.resume(1);
    health.unhang(1);
    health.slow(1, 0);
    assertTrue(health.isResponsive(1));
    assertTrue(health.isDisturbed(), "what waits must still be met in order");
  }

  @Test
  void whoDoesNotReactIsNotResponsive() {
    startAll();
    health.hang(0);
    health.pause(1);
    health.crash(2);
    for (int node = 0; node < NODES; node++) {
      assertFalse(health.isResponsive(node));
    }
    assertEquals(
        List.of(false, false, true), List.of(health.isDown(0), health.isDown(1), health.isDown(2)));
  }

  /** Or each verdict on it in one of its better moments would count as false. */
  @Test
  void whoHangsNowAndThenIsNotHealthyInBetween() {
    startAll();
    health.sicken(1);
    assertTrue(health.isResponsive(1));
    assertFalse(health.isHealthy(1));
    assertTrue(health.isHealthy(0));
    health.cure(1);
    assertTrue(health.isHealthy(1));
    health.hang(1);
    assertFalse(health.isHealthy(1));
  }

  @Test
  void whoIsMerelySlowIsResponsive() {
    startAll();
    health.slow(1, 5);
    assertTrue(health.isResponsive(1));
  }

  @Test
  void lifeAndDeathDoNotHappenTwice() {
    startAll();
    assertFalse(health.start(1));
    assertTrue(health.kill(1));
    assertFalse(health.kill(1));
    assertFalse(health.crash(1));
    assertFalse(health.recover(1));
    assertTrue(health.start(1));
    assertTrue(health.crash(1));
    assertFalse(health.start(1), "its state is there: it can only recover");
    assertTrue(health.recover(1));
  }

  @Test
  void whoIsDownWithItsStateCanStillBeKilled() {
    startAll();
    health.crash(1);
    assertTrue(health.kill(1));
    assertFalse(health.recover(1));
    assertTrue(health.start(1));
  }

  @Test
  void whatReachesTheDeadIsLost() {
    startAll();
    health.kill(1);
    arrive(1, "a");
    assertEquals(List.of("a lost"), take());
  }

  @Test
  void whatReachesWhoHangsWaitsAndHappensInOrder() {
    startAll();
    health.hang(1);
    assertTrue(health.mayHang());
    arrive(1, "a");
    health.depart(1, () -> happened.add("b leaves"));
    arrive(1, "c");
    arrive(0, "d");
    assertEquals(List.of("d"), take());
    health.unhang(1);
    assertEquals(List.of("a", "b leaves", "c"), take());
    assertFalse(health.mayHang());
    health.depart(1, () -> happened.add("e leaves"));
    assertEquals(List.of("e leaves"), take());
  }

  @Test
  void timersOfWhoHangsGoOn() {
    startAll();
    health.hang(1);
    health.meet(1, () -> happened.add("timer"), () -> happened.add("lost"));
    assertEquals(List.of("timer"), take());
  }

  @Test
  void whatWaitsForWhoHangsDiesWithIt() {
    startAll();
    health.hang(1);
    arrive(1, "a");
    health.kill(1);
    health.start(1);
    health.unhang(1);
    arrive(1, "b");
    assertEquals(List.of("b"), take());
  }

  @Test
  void whatReachesWhoIsPausedWaits() {
    startAll();
    health.pause(1);
    arrive(1, "a");
    assertEquals(List.of(), take());
    health.resume(1);
    assertEquals(List.of("a"), take());
  }

  @Test
  void whoHangsAndIsPausedReactsWhenBothAreOver() {
    startAll();
    health.hang(1);
    health.pause(1);
    arrive(1, "a");
    health.unhang(1);
    assertEquals(List.of(), take());
    health.resume(1);
    assertEquals(List.of("a"), take());
  }
}
