package org.hearsay.process.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.hearsay.node.service.Count;
import org.hearsay.process.Finding.Kind;
import org.hearsay.process.Launcher.Link;
import org.hearsay.process.Launcher.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against processes that are not heard, not told or not ended. Nodes are shell commands. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessLauncherTest {
  @TempDir private Path folder = Path.of("");

  /** Keeps what a node does. */
  private static final class Diary implements Listener {
    private final List<String> lines = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public void printed(byte[] line, long micros) {
      lines.add(new String(line, StandardCharsets.UTF_8));
    }

    @Override
    public void muted(Kind kind, String why) {
      events.add(kind + " " + why);
    }

    @Override
    public void failed(String line) {
      events.add(line);
    }

    @Override
    public void ended(String how) {
      events.add(how);
    }
  }

  private final RealTime time = new RealTime();
  private final Diary diary = new Diary();

  private ProcessLauncher launcher(String script) {
    return new ProcessLauncher(List.of("/bin/sh", "-c", script), folder, time);
  }

  private void runUntil(BooleanSupplier done) throws InterruptedException {
    time.run(done);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void linesGoInAndComeOut() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("exec cat")) {
      Link link = launcher.launch(0, diary);
      assertTrue(link.send(bytes("one\n")));
      assertTrue(link.send(bytes("two\n")));
      runUntil(() -> diary.lines.size() == 2);
      assertEquals(List.of("one", "two"), diary.lines);
      assertEquals(Map.of(), launcher.endAll());
    }
  }

  @Test
  void theEndOfANodeIsHeardAfterItsLastWords() throws IOException, InterruptedException {
    String script = "i=0; while [ $i -lt 40 ]; do echo $i >&2; i=$((i+1)); done; echo bye; exit 4";
    try (ProcessLauncher launcher = launcher(script)) {
      Link link = launcher.launch(3, diary);
      runUntil(() -> !diary.events.isEmpty());
      assertEquals(List.of("bye"), diary.lines);
      assertEquals(List.of("ended with status 4"), diary.events);
      assertEquals(IntStream.range(8, 40).mapToObj(String::valueOf).toList(), link.lastErrors());
      assertEquals(40, Files.readAllLines(folder.resolve("n3.log")).size());
    }
  }

  @Test
  void aStrategyThatThrowsIsHeardOf() throws IOException, InterruptedException {
    String script =
        "echo failed >&2; echo 2026-01-01T00:00:00Z ERROR n0 failed in a timer: boom >&2; exec cat";
    try (ProcessLauncher launcher = launcher(script)) {
      launcher.launch(0, diary);
      runUntil(() -> !diary.events.isEmpty());
      assertEquals(List.of("failed in a timer: boom"), diary.events);
    }
  }

  @Test
  void theLastFiguresOfANodeAreThoseThatItSaysAtTheEndOfItsInput()
      throws IOException, InterruptedException {
    String script =
        "say() { echo 2026-01-01T00:00:00Z INFO n0 $* >&2; }; say started as n0;"
            + " say metrics duplicates=3 queued=0 queued_most=7; cat >/dev/null;"
            + " say metrics duplicates=4 queued=0 queued_most=9 bogus=1";
    try (ProcessLauncher launcher = launcher(script)) {
      Link link = launcher.launch(0, diary);
      runUntil(() -> !link.counts().isEmpty());
      assertEquals(Map.of(Count.DUPLICATES, 3L, Count.QUEUED, 7L), link.counts());
      assertEquals(Map.of(), launcher.endAll());
      assertEquals(Map.of(Count.DUPLICATES, 4L, Count.QUEUED, 9L), link.counts());
      assertEquals(List.of(), diary.events);
    }
  }

  @Test
  void aNodeThatASignalEndsIsSaidToBe() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("kill -SEGV $$")) {
      launcher.launch(0, diary);
      runUntil(() -> !diary.events.isEmpty());
      assertEquals(List.of("ended with status 139, as signal 11 makes it"), diary.events);
    }
  }

  @Test
  void aFloodIsStopped() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("exec yes")) {
      launcher.launch(0, diary);
      runUntil(() -> !diary.events.isEmpty());
      assertEquals(List.of("FLOOD printed more than 100000 lines within 5 s"), diary.events);
    }
  }

  @Test
  void aLineWithoutEndIsAFlood() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("yes | tr -d '\\n'")) {
      launcher.launch(0, diary);
      runUntil(() -> !diary.events.isEmpty());
      assertEquals(List.of("FLOOD printed a line of more than 16 MiB"), diary.events);
    }
  }

  @Test
  void aNodeThatClosesItsOutputIsMuted() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("exec 1>&-; exec sleep 1000")) {
      launcher.launch(0, diary);
      runUntil(() -> !diary.events.isEmpty());
      assertEquals(List.of("CLOSED closed its standard output"), diary.events);
    }
  }

  @Test
  void aNodeThatDoesNotReadIsNotWaitedFor() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("exec sleep 1000")) {
      Link link = launcher.launch(0, diary);
      byte[] line = new byte[1024 * 1024];
      int sent = 0;
      while (link.send(line)) {
        sent++;
        boolean[] passed = new boolean[1];
        time.hand(() -> passed[0] = true);
        runUntil(() -> passed[0]);
      }
      assertTrue(sent >= 64, "after " + sent + " MiB");
    }
  }

  @Test
  void aPausedNodeStandsStillAndGoesOn() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("echo $$; exec cat")) {
      Link link = launcher.launch(0, diary);
      runUntil(() -> diary.lines.size() == 1);
      Path state = Path.of("/proc", diary.lines.get(0), "stat");
      link.pause();
      runUntil(() -> !Files.exists(state) || text(state).contains(" T "));
      assertTrue(link.send(bytes("hello\n")));
      link.resume();
      runUntil(() -> diary.lines.size() == 2);
      assertEquals("hello", diary.lines.get(1));
    }
  }

  @Test
  void killingANodeEndsItsChildrenAndIsNoNews() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("sleep 1000 & echo $!; wait")) {
      Link link = launcher.launch(0, diary);
      runUntil(() -> diary.lines.size() == 1);
      link.kill();
      runUntil(() -> !isAlive(diary.lines.get(0)));
      assertEquals(Map.of(), launcher.endAll());
      assertEquals(List.of(), diary.events);
    }
  }

  /** The second child belongs to nobody any more, as the shell that started it is gone. */
  @ParameterizedTest
  @ValueSource(strings = {"sleep 1000 & echo $!; exec cat", "(sleep 1000 & echo $!); exec cat"})
  void aChildThatIsLeftBehindIsNamedAndEnded(String script)
      throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher(script)) {
      launcher.launch(7, diary);
      runUntil(() -> diary.lines.size() == 1);
      String child = diary.lines.get(0);
      Map<Integer, List<String>> left = launcher.endAll();
      assertEquals(Map.of(7, List.of("sleep " + child)), left);
      runUntil(() -> !isAlive(child));
    }
  }

  @Test
  void anEndThatNobodyHasHeardOfIsNotForgotten() throws IOException {
    try (ProcessLauncher launcher = launcher("exit 5")) {
      launcher.launch(2, diary);
      // Nothing that is handed in is done any more once a run is over.
      while (launcher.unheardEnds().isEmpty()) {
        Thread.onSpinWait();
      }
      assertEquals(Map.of(2, "ended with status 5"), launcher.unheardEnds());
    }
  }

  @Test
  void nothingIsStartedOnceTheRunIsOver() throws InterruptedException {
    try (ProcessLauncher launcher = launcher("exec cat")) {
      launcher.endAll();
      assertThrows(IOException.class, () -> launcher.launch(0, diary));
    }
  }

  @Test
  void closingEndsWhatStillRuns() throws IOException, InterruptedException {
    try (ProcessLauncher launcher = launcher("(sleep 1000 & echo $!); exec cat")) {
      launcher.launch(0, diary);
      runUntil(() -> diary.lines.size() == 1);
    }
    runUntil(() -> !isAlive(diary.lines.get(0)));
    assertFalse(isAlive(diary.lines.get(0)));
  }

  @Test
  void whatIsDueAndWhatIsHandedInAreBothDone() throws InterruptedException {
    List<String> done = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      time.at(0, () -> done.add("due"));
      time.hand(() -> done.add("handed in"));
    }
    long later = time.nowMicros() + TimeUnit.MILLISECONDS.toMicros(5);
    time.at(later, () -> done.add("later"));
    runUntil(() -> done.contains("later"));
    assertEquals(21, done.size());
    assertTrue(time.nowMicros() >= later - 250, "up to half a pass early, and no more");
  }
}
