package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

/** Guards against a measurement of memory that does not come to its end, or shows no figures. */
final class MemoryCommandTest {

  @Test
  void eachTenthOfTheWayIsALineAndThenWhatARumorTakes() {
    Cli cli = Cli.run("memory", "--rumors=3000", "--retain-count=1000", "--rate=150");
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    assertEquals(11, cli.lines().stream().filter(line -> line.contains("..")).count(), cli.out());
    assertTrue(cli.out().contains(" 1000 "), cli.out());
    assertTrue(cli.out().contains("Kept by one node, 3000 whole numbers: "), cli.out());
    assertTrue(cli.lines().get(cli.lines().size() - 1).matches("To know .*: 0\\.\\d+ bits"));
    assertFalse(cli.out().matches("(?s).*[ :]-[0-9].*"), "nothing takes less than nothing");
    for (String heading : List.of("heap MB", "most kept", "in a read", "refused", "expired")) {
      assertTrue(cli.lines().stream().anyMatch(line -> line.startsWith(heading)), heading);
    }
  }
}
