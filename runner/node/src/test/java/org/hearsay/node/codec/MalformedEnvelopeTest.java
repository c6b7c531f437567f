package org.hearsay.node.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.Chatter.Talk;
import org.hearsay.node.JsonText;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a peer's nonsense that ends the node instead of being refused. */
final class MalformedEnvelopeTest {
  private static final String RUN = "[\"n1\",7,0,2]";

  private final Wire wire = new Wire();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "7",
        "{\"type\":\"gossip\",\"messages\":[]}",
        "{\"type\":\"gossip\",\"strategy\":null,\"messages\":[]}",
        "{\"type\":\"gossip\",\"strategy\":\"flood\",\"messages\":[]}",
        "{\"type\":\"gossip\",\"strategy\":[\"chatter\"],\"messages\":[]}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\"}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":null}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":{}}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":\"[]\"}"
      })
  void aBodyThatIsNoEnvelopeOfThisStrategyIsRefused(String body) {
    assertMalformed(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "{}",
        "{\"type\":null}",
        "{\"type\":\"gossip\"}",
        "{\"type\":\"Tell\",\"rumors\":[],\"hops\":1,\"sentMicros\":2,\"urgent\":true}",
        "{\"type\":\"tell\"}",
        "{\"type\":\"tell\",\"rumors\":[],\"hops\":1,\"sentMicros\":2}",
        "{\"type\":\"tell\",\"rumors\":[],\"hops\":1,\"sentMicros\":2,\"Urgent\":true}",
        "{\"type\":\"tell\",\"rumors\":[],\"hops\":1,\"sentMicros\":2,\"urgent\":true,\"x\":0}",
        "{\"type\":\"compare-notes\",\"wanted\":[]}"
      })
  void aMessageOfAnUnknownTypeOrWithOtherKeysIsRefused(String message) {
    assertMalformed(envelope(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1\"", "1.0", "1e3", "2147483648", "-2147483649", "true", "[]"})
  void whatIsNoIntIsRefused(String hops) {
    assertMalformed(tell("[]", hops, "2", "true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1\"", "1.0", "9223372036854775808", "true", "{}"})
  void whatIsNoLongIsRefused(String sentMicros) {
    assertMalformed(tell("[]", "1", sentMicros, "true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"true\"", "1", "[true]"})
  void whatIsNoBooleanIsRefused(String urgent) {
    assertMalformed(tell("[]", "1", "2", urgent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "\"n1\"",
        "[null]",
        "[7]",
        "[[]]",
        "[{\"0\":\"n1\"}]",
        "[[\"n1\",7,0]]",
        "[[\"n1\",7,0,2]]",
        "[[\"n1\",7,0,{}]]",
        "[[\"n1\",7,0,[]]]",
        "[[\"n1\",7,0,[1],2]]",
        "[[\"n9\",7,0,[1]]]",
        "[[\"\",7,0,[1]]]",
        "[[1,7,0,[1]]]",
        "[[\"n1\",null,0,[1]]]",
        "[[\"n1\",\"7\",0,[1]]]",
        "[[\"n1\",7.0,0,[1]]]",
        "[[\"n1\",9223372036854775808,0,[1]]]",
        "[[\"n1\",7,-1,[1]]]",
        "[[\"n1\",7,0.0,[1]]]",
        "[[\"n1\",7,2147483647,[1]]]",
        "[[\"n1\",7,2147483646,[1]]]",
        "[[\"n1\",7,2147483648,[1]]]",
        "[[\"n1\",7,2147483640,[1,2,3,4,5,6,7,8]]]"
      })
  void rumorsThatAreNoRunsAreRefused(String rumors) {
    assertMalformed(tell(rumors, "1", "2", "true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "7",
        "[7]",
        "[[\"n1\",7,0]]",
        "[[\"n1\",7,0,[1]]]",
        "[[\"n1\",7,0,null]]",
        "[[\"n1\",7,0,1.0]]",
        "[[\"n1\",7,0,0]]",
        "[[\"n1\",7,0,-1]]",
        "[[\"n1\",7,0,-2147483648]]",
        "[[\"n1\",7,0,2147483647]]",
        "[[\"n1\",7,0,2147483648]]",
        "[[\"n1\",7,-1,1]]",
        "[[\"n1\",7,2147483646,1]]",
        "[[\"n1\",7,2147483640,2147483640]]",
        "[[\"n9\",7,0,1]]",
        "[[\"n1\",7,0,1,1]]"
      })
  void rumorIdsAndDigestsThatAreNoRunsAreRefused(String runs) {
    assertMalformed(compareNotes(runs, "[]"));
    assertMalformed(compareNotes("[]", runs));
  }

  @Test
  void fewBytesDoNotAskForAllMemory() {
    assertMalformed(compareNotes("[[\"n1\",7,0,16777217]]", "[]"));
    assertMalformed(compareNotes("[" + "[\"n1\",7,0,16777216],".repeat(1000) + RUN + "]", "[]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"n1\",7,0,2],[\"n1\",7,0,2]]",
        "[[\"n1\",7,0,5],[\"n1\",7,4,2]]",
        "[[\"n1\",7,4,2],[\"n2\",7,0,1],[\"n1\",7,0,5]]"
      })
  void aDigestWhoseRangesOverlapIsRefused(String digest) {
    assertMalformed(compareNotes("[]", digest));
  }

  @Test
  void rangesOfADigestMayTouchAndComeInAnyOrder() throws MalformedMessageException {
    String body = compareNotes("[]", "[[\"n2\",7,0,1],[\"n1\",7,2,3],[\"n1\",7,0,2]]");
    Envelope envelope = wire.codec.decode(JsonText.parse(body));
    Digest digest =
        new Digest(
            List.of(
                new Digest.Range(wire.source(2), 0, 1), new Digest.Range(wire.source(1), 0, 5)));
    assertEquals(List.of(new Talk.CompareNotes(RumorIds.NONE, digest)), envelope.messages());
  }

  @Test
  void mutilatedEnvelopesAreRefusedOrReadButNeverFail() {
    int read = 0;
    int readAtOnce = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      String valid = validBody(random);
      String mutilated = seed % 2 == 0 ? mutilateBytes(valid, random) : mutilateTree(valid, random);
      GossipLine atOnce = readAtOnce(mutilated);
      try {
        Envelope envelope =
            wire.codec.decode(Json.parse(mutilated.getBytes(StandardCharsets.UTF_8)));
        read++;
        if (atOnce != null) {
          assertEquals(envelope, atOnce.envelope(), mutilated);
          readAtOnce++;
        }
      } catch (MalformedMessageException e) {
        assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
        assertNull(atOnce, mutilated);
      } catch (JsonProcessingException e) {
        assertTrue(seed % 2 == 0, mutilated);
        assertNull(atOnce, mutilated);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + mutilated, e);
      }
    }
    assertTrue(read > 100 && read < 5000, "read " + read);
    assertTrue(readAtOnce > 100, "read at once " + readAtOnce);
  }

  private @Nullable GossipLine readAtOnce(String body) {
    String line = "{\"id\":5,\"src\":\"n0\",\"dest\":\"n1\",\"body\":" + body + "}";
    return wire.codec.read(line.getBytes(StandardCharsets.UTF_8), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "n0,n1,true",
    "n2,n1,true",
    "n1,n1,false",
    "n0,n2,false",
    "n9,n1,false",
    "n0,n9,false",
    "c0,n1,false"
  })
  void onlyWhatAMemberSendsToThisOneIsReadAtOnce(String src, String dest, boolean isRead) {
    String line =
        "{\"src\":\"%s\",\"dest\":\"%s\",\"body\":%s}"
            .formatted(src, dest, tell("[[\"n1\",7,0,[true]]]", "1", "2", "true"));
    GossipLine read = wire.codec.read(line.getBytes(StandardCharsets.UTF_8), 1);
    assertEquals(isRead, read != null);
    assertEquals(isRead, wire.rumors.payload(RumorTable.rumor(wire.source(1), 0)) != null);
  }

  @Test
  void anEnvelopeThatIsRefusedLeavesNothingBehind() {
    String rumor = "{\"type\":\"tell\",\"rumors\":[[\"n1\",7,0,[true]]],\"hops\":1,";
    assertMalformed(
        envelope(
            rumor
                + "\"sentMicros\":2,\"urgent\":true},"
                + rumor
                + "\"sentMicros\":2,\"urgent\":7}"));
    assertNull(wire.rumors.payload(RumorTable.rumor(wire.source(1), 0)));
  }

  private String validBody(Random random) {
    Rumors rumors = Rumors.of(wire.rumor(1, 0), wire.rumor(1, 1), wire.rumor(2, 5));
    Talk tell = new Talk.Tell(rumors, random.nextInt(9), random.nextLong(), random.nextBoolean());
    Talk compareNotes =
        new Talk.CompareNotes(
            rumors.ids(), Digest.ofRanges(List.of(new Digest.Range(wire.source(2), 3, 9))));
    Envelope envelope = new Envelope(life(random), life(random), List.of(tell, compareNotes));
    String line = new String(wire.codec.encode(0, 1, envelope), StandardCharsets.UTF_8);
    return Json.text(JsonText.parse(line).path("body"));
  }

  private static long life(Random random) {
    return random.nextBoolean() ? Envelope.NO_LIFE : random.nextLong() >>> 20;
  }

  private static String mutilateBytes(String json, Random random) {
    StringBuilder text = new StringBuilder(json);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(at + 1);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.setCharAt(at, "[]{},:\"-0.9eEn\\".charAt(random.nextInt(15)));
        default -> text.insert(at, "[]{},:\"-0.9eEn\\".charAt(random.nextInt(15)));
      }
      if (text.length() == 0) {
        return "";
      }
    }
    return text.toString();
  }

  private static String mutilateTree(String json, Random random) {
    JsonNode root = JsonText.parse(json);
    List<JsonNode> containers = new ArrayList<>();
    collectContainers(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    JsonNode odd = JsonText.parse(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
    if (container instanceof ObjectNode object) {
      List<String> keys = object.properties().stream().map(Map.Entry::getKey).toList();
      String key = keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.remove(key);
        case 1 -> object.set(key, odd);
        default -> object.set(key + "2", odd);
      }
    } else if (container instanceof ArrayNode array) {
      switch (array.isEmpty() ? 2 : random.nextInt(3)) {
        case 0 -> array.remove(random.nextInt(array.size()));
        case 1 -> array.set(random.nextInt(array.size()), odd);
        default -> array.insert(random.nextInt(array.size() + 1), odd);
      }
    }
    return Json.text(root);
  }

  private static final List<String> ODD_VALUES =
      Arrays.asList(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "2147483647",
          "2147483648",
          "16777217",
          "9223372036854775807",
          "1180591620717411303424",
          "\"\"",
          "\"n1\"",
          "\"n9\"",
          "\"tell\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          RUN,
          "[" + RUN + "," + RUN + "]",
          "{\"type\":\"tell\"}");

  private static void collectContainers(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collectContainers(child, containers));
    }
  }

  private void assertMalformed(String body) {
    assertNull(readAtOnce(body), body);
    MalformedMessageException refusal =
        assertThrows(
            MalformedMessageException.class, () -> wire.codec.decode(JsonText.parse(body)), body);
    assertTrue(refusal.getMessage() != null && !refusal.getMessage().isEmpty());
  }

  private static String tell(String rumors, String hops, String sentMicros, String urgent) {
    return envelope(
        "{\"type\":\"tell\",\"rumors\":"
            + rumors
            + ",\"hops\":"
            + hops
            + ",\"sentMicros\":"
            + sentMicros
            + ",\"urgent\":"
            + urgent
            + "}");
  }

  private static String compareNotes(String wanted, String known) {
    return envelope(
        "{\"type\":\"compare-notes\",\"wanted\":" + wanted + ",\"known\":" + known + "}");
  }

  private static String envelope(String message) {
    return "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":[" + message + "]}";
  }
}
