package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearsay.node.Chatter;
import org.hearsay.node.JsonText;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guards against answers that stay in a buffer, and against ending early or never. */
@Timeout(60)
final class StdioHostTest {
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theEndOfTheInputEndsTheRunOnceEverythingIsAnswered() throws InterruptedException {
    int broadcasts = 20_000;
    String input =
        NodeUnderTest.INIT
            + "\n"
            + IntStream.range(0, broadcasts)
                .mapToObj(i -> NodeUnderTest.broadcast(Integer.toString(i)) + "\n")
                .collect(Collectors.joining())
            + READ;
    List<String> printed = run(QUIET, input);
    assertEquals(1 + broadcasts + 1, printed.size());
    assertEquals(
        IntStream.range(0, broadcasts)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]")),
        JsonText.parse(printed.get(printed.size() - 1)).path("body").path("messages").toString());
  }

  @Test
  void anEmptyInputEndsTheRunWithoutAWord() throws InterruptedException {
    assertEquals(List.of(), run(QUIET, ""));
    assertEquals(List.of(), logged);
  }

  @Test
  void anEmptyLineAndACarriageReturnAreNotTheEnd() throws InterruptedException {
    List<String> printed = run(QUIET, "\n" + NodeUnderTest.INIT + "\r\n\r\n" + READ + "\r\n");
    assertEquals(2, printed.size());
    assertEquals(3, logged.size(), logged::toString);
  }

  @Test
  void aLineThatIsTooLongIsLoggedAndTheNextOnesAnswered() throws InterruptedException {
    String longLine = "x".repeat(17 * 1024 * 1024);
    List<String> printed = run(QUIET, NodeUnderTest.INIT + "\n" + longLine + "\n" + READ + "\n");
    assertEquals(2, printed.size());
    assertTrue(logged.contains("refused a line longer than 16777216 bytes"), logged::toString);
  }

  @Test
  void anAnswerComesWhileTheInputIsStillOpen() throws IOException, InterruptedException {
    Conversation conversation = new Conversation(QUIET);
    conversation.say(NodeUnderTest.INIT);
    conversation.awaitLineOf("init_ok");
    conversation.say(NodeUnderTest.broadcast("1"));
    conversation.awaitLineOf("broadcast_ok");
    conversation.say(READ);
    conversation.awaitLineOf("read_ok");
    conversation.end();
  }

  @Test
  void timersFireWhileNothingIsAsked() throws IOException, InterruptedException {
    Conversation conversation = new Conversation("chatter:interval=1ms");
    conversation.say(NodeUnderTest.INIT);
    conversation.say(READ);
    conversation.awaitLineOf("read_ok");
    for (int i = 0; i < 20; i++) {
      conversation.awaitLineOf("gossip");
    }
    conversation.end();
  }

  @Test
  void anInputThatFailsIsLoggedAndEndsTheRun() throws InterruptedException {
    host(QUIET, new PipedInputStream(), new ByteArrayOutputStream()).run();
    assertEquals(List.of("input-failed Pipe not connected"), logged);
  }

  @Test
  void anOutputThatFailsEndsTheRunWithAnException() {
    StdioHost host = host(QUIET, input(NodeUnderTest.INIT + "\n" + READ), new PipedOutputStream());
    assertThrows(UncheckedIOException.class, host::run);
  }

  private static final String QUIET = "chatter:eager=false,interval=1h";
  private static final String READ = NodeUnderTest.request("{\"type\":\"read\",\"msg_id\":6}");

  /** Runs to the end of the input, and says which replies were printed. */
  private List<String> run(String spec, String input) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    host(spec, input(input), out).run();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.contains("\"gossip\""))
        .toList();
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private StdioHost host(String spec, InputStream in, OutputStream out) {
    return new StdioHost(strategy(spec), 1, in, out, this::log);
  }

  private void log(Entry entry) {
    if (!entry.event().equals(Entry.METRICS)) {
      logged.add(entry.sentence());
    }
  }

  private static ConfiguredStrategy<?, ?> strategy(String spec) {
    return StrategyCatalog.of(new Chatter.Module()).parse(spec);
  }

  /** A host that runs in a thread of its own, spoken to through pipes. */
  private final class Conversation {
    private final PipedOutputStream question = new PipedOutputStream();
    private final BufferedReader answers;
    private final Thread running;

    Conversation(String spec) throws IOException {
      PipedOutputStream out = new PipedOutputStream();
      PipedInputStream unread = new PipedInputStream(out, 1 << 20);
      answers = new BufferedReader(new InputStreamReader(unread, StandardCharsets.UTF_8));
      StdioHost host = host(spec, new PipedInputStream(question), out);
      running = new Thread(() -> runToTheEnd(host), "host");
      running.setDaemon(true);
      running.start();
    }

    private void runToTheEnd(StdioHost host) {
      try {
        host.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void say(String line) throws IOException {
      question.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      question.flush();
    }

    void awaitLineOf(String type) throws IOException {
      String line = answers.readLine();
      while (!JsonText.parse(line).path("body").path("type").asText().equals(type)) {
        line = answers.readLine();
      }
    }

    void end() throws IOException, InterruptedException {
      question.close();
      running.join();
      assertEquals(1, logged.size(), logged::toString);
    }
  }
}
