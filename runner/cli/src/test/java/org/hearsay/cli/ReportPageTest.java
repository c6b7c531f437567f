package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a page that a browser shows otherwise than it was meant. */
@Tag("browser")
class ReportPageTest {
  @TempDir static Path folder;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void makePage() {
    Path runs = folder.resolve("runs.ndjson");
    page = folder.resolve("report.html");
    Cli compared =
        Cli.run(
            "compare",
            "--node-count=9",
            "--time-limit=3",
            "--out=" + runs,
            "--strategies=flood,delta-ack,push-pull");
    assertEquals(0, compared.status(), compared.err());
    Cli report = Cli.run("report", runs.toString(), "--out=" + page);
    assertEquals(0, report.status(), report.err());
    browser = new Browser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "820, 1180", "1280, 800"})
  void itFitsEveryWidthAndNothingGoesWrong(int width, int height) {
    browser.open(page, width, height);
    assertEquals(List.of(), browser.problems());
    assertEquals(
        browser.evaluate("document.documentElement.clientWidth"),
        browser.evaluate("document.documentElement.scrollWidth"));
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void theAnswerIsOnTheFirstScreen(int width, int height) {
    browser.open(page, width, height);
    for (String part : List.of("#sound", "#ladder")) {
      double bottom =
          ((Number)
                  browser.evaluate(
                      "document.querySelector('" + part + "').getBoundingClientRect().bottom"))
              .doubleValue();
      assertTrue(bottom <= height, part + " ends at " + bottom);
    }
    assertTrue(browser.find("#sound").getText().contains("delta-ack"));
    assertTrue(browser.find("#sound").getText().contains("Loses something: flood"));
    assertTrue(browser.find("#ladder").getText().contains("msgs/op × floor"));
  }

  @Test
  void anErrorInThePageIsNoticed() throws IOException {
    Path broken = folder.resolve("broken.html");
    Files.writeString(broken, Files.readString(page).replace("charts.show(block)", "charts.sho()"));
    browser.open(broken, 1280, 800);
    assertFalse(browser.problems().isEmpty());
  }

  @Test
  void aClickOnAHeadingSortsAndASecondOneTurnsTheOrderRound() {
    browser.open(page, 1280, 800);
    browser.find("#runs th:nth-child(2) button").click();
    List<Double> costs = costs();
    assertEquals(costs.stream().sorted().toList(), costs);
    assertTrue(browser.find("#sorted").getText().contains("messages between nodes per client"));
    browser.find("#runs th:nth-child(2) button").click();
    assertEquals(costs.stream().sorted(Comparator.reverseOrder()).toList(), costs());
    browser.find("#runs th:first-child button").click();
    assertEquals("delta-ack", browser.texts("#runs tbody td:first-child").get(0).replace("★ ", ""));
  }

  private static List<Double> costs() {
    return browser.texts("#runs tbody td:nth-child(2)").stream().map(Double::valueOf).toList();
  }

  @Test
  void aNumberSaysWhatItMeansAndHowToGetItAgain() {
    browser.open(page, 1280, 800);
    browser.find("#runs tbody tr:first-child td:nth-child(2) button").click();
    assertTrue(browser.find("#detail-value").getText().startsWith("messages_per_op = "));
    assertTrue(browser.find("#detail-definition").getText().startsWith("messages between nodes"));
    String command = browser.find("#detail-command").getText();
    assertTrue(
        command.startsWith("runner/bin/runner simulate --strategy=flood --node-count=9"), command);
    browser.find("#detail-close").click();
    assertFalse(browser.find("#detail").isDisplayed());
  }

  @Test
  void otherConditionsShowOtherRuns() {
    browser.open(page, 1280, 800);
    List<String> calm = browser.texts("#runs tbody tr");
    browser.find("#blocks button:nth-child(2)").click();
    List<String> lossy = browser.texts("#runs tbody tr");
    assertEquals(calm.size(), lossy.size());
    assertFalse(calm.equals(lossy), calm.toString());
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void theReplayRunsUntilEveryNodeHasTheRumor() {
    browser.open(page, 1280, 800);
    assertEquals("1", browser.find("#replay-canvas").getAttribute("data-reached"));
    browser.find("#replay-speed option[value='2']").click();
    browser.find("#replay-play").click();
    browser.await("document.querySelector('#replay-canvas').dataset.reached === '9'");
    String state = browser.find("#replay-state").getText();
    assertTrue(state.contains("9 of 9 nodes reached"), state);
    browser.find("#replay-run option:nth-child(2)").click();
    assertEquals("1", browser.find("#replay-canvas").getAttribute("data-reached"));
  }

  @Test
  void darkAndLightTakeTurns() {
    browser.open(page, 1280, 800);
    Object before = browser.evaluate("getComputedStyle(document.body).backgroundColor");
    browser.find("#theme").click();
    Object after = browser.evaluate("getComputedStyle(document.body).backgroundColor");
    assertFalse(before.equals(after), before.toString());
    assertEquals(List.of(), browser.problems());
  }
}
