package org.hearsay.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a screen and without a network. */
final class Browser implements AutoCloseable {
  /** Runs before anything of a page does; what a driver logs of the console comes later. */
  private static final String LISTENER =
      """
      window.problems = [];
      addEventListener("error", (event) => problems.push(event.message));
      addEventListener("unhandledrejection", (event) => problems.push(String(event.reason)));
      for (const level of ["error", "warn"]) {
        console[level] = (...words) => problems.push(words.join(" "));
      }
      """;

  private final ChromeDriver driver;

  Browser() {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost");
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .build(),
            options);
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", LISTENER));
  }

  /** Opens a page in a window of a size. */
  void open(Path page, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 800));
    driver.get(page.toUri().toString());
  }

  /** What went wrong since the page was opened: errors, and what it told the console of. */
  List<String> problems() {
    return ((List<?>) evaluate("window.problems")).stream().map(String::valueOf).toList();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** What an expression comes to. */
  Object evaluate(String expression) {
    return Objects.requireNonNull(driver.executeScript("return " + expression), expression);
  }

  /** Goes on once a condition holds, which is looked at before each frame that is drawn. */
  void await(String condition) {
    driver.executeAsyncScript(
        "const done = arguments[0];"
            + "const look = () => ("
            + condition
            + ") ? done() : requestAnimationFrame(look); look();");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
