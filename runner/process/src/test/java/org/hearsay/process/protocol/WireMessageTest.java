package org.hearsay.process.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hearsay.node.codec.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against lines that are read otherwise than Maelstrom reads them. */
final class WireMessageTest {

  private static WireMessage parse(String line) throws MalformedLineException {
    return WireMessage.parse(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(WireMessage message) {
    return new String(message.line(7), StandardCharsets.UTF_8);
  }

  @Test
  void theBodyIsPassedOnAsItWasPrintedUnderANewId() throws MalformedLineException {
    assertEquals(
        "{\"id\":7,\"src\":\"n1\",\"dest\":\"n2\",\"body\":{ \"a\" : [1.50, \"}{\\u00e4\"] }}\n",
        line(
            parse(
                " {\"dest\":\"n2\",\"body\":{ \"a\" : [1.50, \"}{\\u00e4\"] },\"id\":3,\"src\":\"n1\"} ")));
  }

  @Test
  void aBodyAfterTextThatIsNotAsciiIsFoundAtItsBytes() throws MalformedLineException {
    assertEquals(
        "{\"id\":7,\"src\":\"\\u00E4\\u20AC\",\"dest\":\"n2\",\"body\":{\"a\":\"€\"}}\n",
        line(parse("{\"src\":\"ä€\",\"dest\":\"n2\",\"body\":{\"a\":\"€\"}}")));
  }

  @Test
  void aMissingBodyIsAnEmptyOne() throws MalformedLineException {
    assertEquals(
        "{\"id\":7,\"src\":\"n1\",\"dest\":\"n2\",\"body\":{}}\n",
        line(parse("{\"src\":\"n1\",\"dest\":\"n2\"}")));
  }

  @Test
  void aMessageOfOurOwnReadsLikeMaelstroms() {
    WireMessage message = WireMessage.of("c2", "n0", Json.object().put("type", "read"));
    assertEquals(
        "{\"id\":7,\"src\":\"c2\",\"dest\":\"n0\",\"body\":{\"type\":\"read\"}}\n", line(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "oops|a line that is not JSON: oops",
        "{\"src\":\"n1\",|a line that is not JSON: {\"src\":\"n1\",",
        "``|an empty line",
        "[1]|JSON that is no object: [1]",
        "{\"dest\":\"n1\"}|a message without \"src\": {\"dest\":\"n1\"}",
        "{\"src\":\"n1\"}|a message without \"dest\": {\"src\":\"n1\"}",
        "{\"src\":1}|a message whose \"src\" is no text: {\"src\":1}",
        "{\"id\":\"1\"}|a message whose \"id\" is no whole number: {\"id\":\"1\"}",
        "{\"body\":[]}|a message whose \"body\" is no object: {\"body\":[]}",
        "{\"time\":1}|a message with the key \"time\", which is none of src, dest, id and body:"
            + " {\"time\":1}",
        "{\"src\":\"a\",\"src\":\"b\"}|a message with \"src\" twice: {\"src\":\"a\",\"src\":\"b\"}",
        "{\"src\":\"a\",\"dest\":\"b\"} x|a line that is not JSON: {\"src\":\"a\",\"dest\":\"b\"} x",
        "{\"src\":\"a\",\"dest\":\"b\"} 1|a line with something after the message:"
            + " {\"src\":\"a\",\"dest\":\"b\"} 1"
      })
  void whatIsWrongWithALineIsSaid(String line, String what) {
    assertEquals(what, assertThrows(MalformedLineException.class, () -> parse(line)).getMessage());
  }

  /** Some programs write text as UTF-16, or with a mark at its beginning. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32BE"})
  void anotherEncodingIsNotJson(String charset) {
    String message = "{\"src\":\"n1\",\"dest\":\"n2\",\"body\":{}}";
    byte[] line = message.getBytes(Charset.forName(charset));
    assertThrows(MalformedLineException.class, () -> WireMessage.parse(line));
    assertThrows(MalformedLineException.class, () -> parse("\uFEFF" + message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0007bell", "\u001b[31mred"})
  void aLineIsShownWithoutWhatATerminalWouldObey(String line) {
    String message = assertThrows(MalformedLineException.class, () -> parse(line)).getMessage();
    assertEquals(-1, String.valueOf(message).indexOf(line.charAt(0)));
  }

  @Test
  void ofALongLineTheBeginningIsShown() {
    String message =
        assertThrows(MalformedLineException.class, () -> parse("x".repeat(1_000))).getMessage();
    assertEquals("a line that is not JSON: " + "x".repeat(120) + "...", message);
  }
}
