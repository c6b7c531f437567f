package org.hearsay.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hearsay.process.SmallNode.Fault;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Validity;
import org.hearsay.scenario.cluster.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guards against real processes faring otherwise than the ones in virtual time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DriveTest {
  private static final Settings SETTINGS =
      Settings.challenge(1)
          .with(new Settings.Shape(3, Topology.TOTAL))
          .with(new Settings.Load(20, Duration.ofSeconds(2), Duration.ofSeconds(1)))
          .withSeed(3);

  private static DriveOutcome run(Fault fault) throws InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            SmallNode.class.getName(),
            fault.name().toLowerCase(Locale.ROOT));
    return Drive.run(new Drive.Nodes(command, Duration.ofSeconds(40), null), SETTINGS, state -> {});
  }

  @Test
  void soundProcessesPassAndCostWhatTheyCostInVirtualTime() throws InterruptedException {
    DriveOutcome real = run(Fault.NONE);
    DriveOutcome fake = FakeNodes.run(Fault.NONE, SETTINGS);
    assertEquals(List.of(), real.misbehaviors());
    assertTrue(real.valid());
    assertEquals(Validity.VALID, real.maelstrom().validity());
    assertEquals(4L * real.broadcasts(), real.maelstrom().net().servers().sent());
    assertEquals(4L * fake.broadcasts(), fake.maelstrom().net().servers().sent());
    assertEquals(2L * real.operations() + 12, real.maelstrom().net().clients().sent());
    assertEquals(real.maelstrom().stats().all().count(), real.maelstrom().stats().all().ok());
  }

  @Test
  void aProcessThatEndsIsNamedWithItsLastWords() throws InterruptedException {
    DriveOutcome outcome = run(Fault.DIES);
    assertFalse(outcome.valid());
    DriveOutcome.Misbehavior dead = outcome.misbehaviors().get(0);
    assertEquals(1, dead.node());
    assertEquals("ended with status 3", dead.findings().get(0).what());
    assertEquals(List.of("it is too much for me"), dead.lastErrors());
  }

  @Test
  void aProgramThatIsNotThereIsSaidNotToStart() throws InterruptedException {
    DriveOutcome outcome =
        Drive.run(
            new Drive.Nodes(List.of("/nowhere/node"), Duration.ofSeconds(1), null),
            SETTINGS,
            state -> {});
    assertEquals(Validity.ERROR, outcome.maelstrom().validity());
    String what = outcome.misbehaviors().get(0).findings().get(0).what();
    assertTrue(what.startsWith("could not be started: "), what);
  }
}
