package org.hearsay.process.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.hearsay.node.codec.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against replies being taken, or refused, that Maelstrom does not. */
final class RepliesTest {

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "broadcast|{\"type\":\"broadcast_ok\",\"in_reply_to\":1}",
        "init|{\"type\":\"init_ok\",\"in_reply_to\":1,\"node_id\":\"n0\"}",
        "topology|{\"type\":\"topology_ok\",\"in_reply_to\":1,\"msg_id\":9}",
        "read|{\"type\":\"read_ok\",\"in_reply_to\":1,\"messages\":[1,\"two\",[3]]}"
      })
  void whatHasTheRightKeysIsTaken(String request, String reply) throws JsonProcessingException {
    assertNull(Replies.problem(request, json(reply)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "read|{\"type\":\"read_ok\"}|a read_ok without the list \"messages\"",
        "read|{\"type\":\"read_ok\",\"messages\":{}}|a read_ok without the list \"messages\"",
        "read|{\"type\":\"broadcast_ok\"}|a reply of type \"broadcast_ok\" to read",
        "broadcast|{\"messages\":[]}|a reply to broadcast without \"type\"",
        "broadcast|{\"type\":\"broadcast_ok\",\"messages\":[]}|"
            + "a broadcast_ok with the key \"messages\", which does not belong there",
        "broadcast|{\"type\":\"broadcast_ok\",\"msg_id\":\"1\"}|"
            + "a broadcast_ok whose \"msg_id\" is no whole number"
      })
  void whatIsWrongWithAReplyIsSaid(String request, String reply, String problem)
      throws JsonProcessingException {
    assertEquals(problem, Replies.problem(request, json(reply)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, true",
    "10, true",
    "11, true",
    "12, true",
    "13, false",
    "14, true",
    "20, true",
    "21, true",
    "22, true",
    "30, true",
    "1234, false"
  })
  void errorsAreDefiniteAsInMaelstromsTable(int code, boolean definite)
      throws JsonProcessingException {
    JsonNode error = json("{\"type\":\"error\",\"code\":" + code + "}");
    assertEquals(definite, Replies.isDefinite(error));
  }

  @Test
  void valuesKeepTheirOrderAndWhatIsNoWholeNumberIsNobodys() throws JsonProcessingException {
    assertArrayEquals(
        new int[] {3, 1, 3, -1, -1, -1},
        Replies.values(json("{\"messages\":[3,1,3,\"4\",1.5,99999999999]}")));
  }
}
