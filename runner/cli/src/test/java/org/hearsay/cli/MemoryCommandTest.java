package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Guards against a measurement of memory that does not come to its end, or shows no figures. */
final class MemoryCommandTest {

  @Test
  void eachTenthOfTheWayIsALineAndThenWhatARumorTakes() {
    Cli cli = Cli.run("memory", "--rumors=3000", "--retain-count=1000", "--rate=150");
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    assertEquals(11, cli.lines().stream().filter(line -> line.contains("..")).count(), cli.out());
    assertTrue(cli.out().contains(" 1000 "), cli.out());
    assertTrue(cli.out().contains("kept, 3000 whole numbers: "), cli.out());
    assertTrue(cli.out().contains("bits a rumor"), cli.out());
  }
}
