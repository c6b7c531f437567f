package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;

class ChaosTest {

  @Test
  void aCleanCampaignSaysSo() {
    Cli cli = Cli.run("chaos", "--strategy=flood", "--seeds=20");
    assertEquals(ExitStatus.OK, cli.status(), cli.out());
    assertEquals("seeds 1..20", cli.lines().get(0));
    assertTrue(cli.lines().get(1).startsWith("20 runs in "), cli.out());
    assertEquals("No run broke a law.", cli.lines().get(2));
  }

  @Test
  void theTimeIsALimitToo() {
    Cli cli = Cli.run("chaos", "--strategy=flood", "--time=0s");
    assertEquals(ExitStatus.OK, cli.status(), cli.out());
    assertEquals("seeds 1..1000000, 0s", cli.lines().get(0));
    assertTrue(cli.lines().get(1).startsWith("0 runs in "), cli.out());
  }

  @Test
  void whatIsNoTimeOrNoSeedsIsRefused() {
    for (String option : List.of("--time=10", "--time=long", "--seeds=0", "--seeds=x")) {
      Cli cli = Cli.run("chaos", option);
      assertEquals(ExitStatus.USAGE, cli.status(), option);
      assertTrue(cli.err().contains(option.substring(0, 6)), cli.err());
    }
  }

  @Test
  void simulateShowsTheBeginningOfWhatHappens() {
    Cli cli =
        Cli.run(
            "simulate", "--strategy=flood", "--node-count=3", "--broadcasts=n0@0s", "--trace=2");
    assertTrue(cli.out().contains(" ms  n0 broadcasts n0#0\n"), cli.out());
    assertTrue(cli.out().contains("\nand 3 lines more\n"), cli.out());
  }
}
