package org.hearsay.node.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against input that is neither read nor refused as JSON, and against names misspelt. */
final class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nul",
        "01",
        "'a'",
        "[1,]",
        "{} {}",
        "{\"a\":1}x",
        "NaN",
        "1e99999999999",
        "\u0000"
      })
  void whatIsNotExactlyOneValueIsRefused(String text) {
    assertThrows(
        JsonProcessingException.class, () -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00 00 00 7b ff ff ff ff", "7b 00 00 00 00 00 ff 00", "ff", "22 c3 22"})
  void bytesThatAreNoTextAreRefused(String hex) {
    assertThrows(JsonProcessingException.class, () -> Json.parse(bytes(hex)));
  }

  @Test
  void whateverTheBytesTheyAreReadOrRefused() {
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        if (random.nextInt(3) == 0) {
          bytes[i] = (byte) "\u0000[]{},:\"-0.9eEtn\\u".charAt(random.nextInt(18));
        }
      }
      try {
        Json.parse(bytes);
      } catch (JsonProcessingException e) {
        // Refused, as most of them are.
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "[true,false,null,[],{}]",
        "{\"b\":1,\"a\":{\"c\":[1,2]}}",
        "0",
        "-1",
        "2147483648",
        "123456789012345678901234567890",
        "1.50",
        "0.1",
        "-0.5",
        "1E+400",
        "\"quote \\\" slash \\\\ line \\n bell \\u0007\"",
        "\"\\u00E4\\u20AC\\uD83D\\uDE00 half \\uD83D\"",
        "{\"\":\"\"}"
      })
  void whatWasReadIsWrittenAsItWas(String text) throws JsonProcessingException {
    assertEquals(text, Json.text(Json.parse(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void nothingAtAllIsNoValue() throws JsonProcessingException {
    assertTrue(Json.parse(new byte[0]).isMissingNode());
  }

  @ParameterizedTest
  @CsvSource({
    "Tell,tell",
    "GraftRequest,graft-request",
    "graftRequest,graft-request",
    "Ack2Reply,ack2-reply",
    "IHave,ihave"
  })
  void namesAreWrittenInLowerCaseWithHyphens(String java, String written) {
    assertEquals(written, KebabCase.of(java));
  }

  private static byte[] bytes(String hex) {
    String[] digits = hex.split(" ", -1);
    byte[] bytes = new byte[digits.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits[i], 16);
    }
    return bytes;
  }
}
