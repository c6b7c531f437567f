package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against lines that are cut, joined or lost where the reader's buffer ends. */
final class LineReaderTest {
  private static final int BUFFER = 64 * 1024;
  private static final int MAX = 3 * BUFFER;

  private int tooLong;

  @Test
  void anEmptyStreamHasNoLines() throws IOException {
    assertEquals(List.of(), lines("", MAX));
  }

  @Test
  void linesComeWithoutTheirEnds() throws IOException {
    assertEquals(List.of("a", "", "b c", ""), lines("a\n\nb c\n\n", MAX));
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertEquals(List.of("a", "b"), lines("a\nb", MAX));
  }

  @Test
  void aCarriageReturnIsPartOfTheLineAsJsonDoesNotMindIt() throws IOException {
    assertEquals(List.of("{}\r", "\r"), lines("{}\r\n\r\n", MAX));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, BUFFER - 1, BUFFER, BUFFER + 1, 10 * BUFFER})
  void linesAreWholeWhereverReadsEnd(int chunk) throws IOException {
    Random random = new Random(chunk);
    List<String> expected = new ArrayList<>();
    int[] lengths = {0, 1, 100, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER};
    for (int i = 0; i < 40; i++) {
      int length = lengths[random.nextInt(lengths.length)];
      expected.add(String.valueOf((char) ('a' + i % 26)).repeat(length));
    }
    assertEquals(expected, lines(String.join("\n", expected) + "\n", MAX, chunk));
    assertEquals(0, tooLong);
  }

  @Test
  void aLineOfTheLargestLengthIsRead() throws IOException {
    assertEquals(List.of("abc", "def"), lines("abc\ndef", 3));
    assertEquals(0, tooLong);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 1000, BUFFER - 1, BUFFER, BUFFER + 1, 5 * BUFFER})
  void aLineThatIsTooLongIsSkippedAndTheNextOnesAreWhole(int length) throws IOException {
    String longLine = "x".repeat(length);
    assertEquals(List.of("a", "b", "c"), lines("a\n" + longLine + "\nb\n" + longLine + "\nc\n", 3));
    assertEquals(2, tooLong);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, BUFFER, BUFFER + 2, 2 * BUFFER + 1})
  void aLastLineThatIsTooLongIsSkippedAsWell(int length) throws IOException {
    assertEquals(List.of("a"), lines("a\n" + "x".repeat(length), 3));
    assertEquals(1, tooLong);
  }

  @Test
  void aLastLineTooLongForSeveralReadsIsNotHandedOutInPart() throws IOException {
    assertEquals(List.of(), lines("abcdef", 5, 2));
    assertEquals(1, tooLong);
  }

  private List<String> lines(String text, int maxBytes) throws IOException {
    return lines(text, maxBytes, Integer.MAX_VALUE);
  }

  private List<String> lines(String text, int maxBytes, int chunk) throws IOException {
    tooLong = 0;
    LineReader reader =
        new LineReader(
            new Chunks(text.getBytes(StandardCharsets.UTF_8), chunk), maxBytes, () -> tooLong++);
    List<String> lines = new ArrayList<>();
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      lines.add(new String(line, StandardCharsets.UTF_8));
    }
    return lines;
  }

  /** A stream that gives few bytes at a time, as a pipe may. */
  private static final class Chunks extends InputStream {
    private final ByteArrayInputStream bytes;
    private final int chunk;

    Chunks(byte[] bytes, int chunk) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, Math.min(length, chunk));
    }
  }
}
