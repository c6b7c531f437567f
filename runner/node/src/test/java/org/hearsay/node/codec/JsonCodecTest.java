package org.hearsay.node.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.Chatter.Talk;
import org.hearsay.node.JsonText;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against messages that mean something else to the receiver than to the sender. */
final class JsonCodecTest {
  private final Wire sender = new Wire();
  private final Wire receiver = Wire.withSources(3);

  /** The wire format: nodes built at different times must be able to talk. */
  @Test
  void anEnvelopeIsWrittenLikeThis() {
    Rumors rumors =
        Rumors.of(
            sender.rumor(1, 4, JsonText.parse("\"h\u00e9\"")),
            sender.rumor(1, 5, JsonText.parse("null")),
            sender.rumor(2, 0, JsonText.parse("{\"a\":1.10}")));
    RumorIds wanted = RumorIds.of(sender.rumor(0, 3), sender.rumor(0, 4), sender.rumor(0, 9));
    Digest known =
        new Digest(
            List.of(
                new Digest.Range(sender.source(1), 0, 6),
                new Digest.Range(sender.source(2), 0, 1),
                new Digest.Range(sender.source(2), 8, 10)));
    assertEquals(
        "{\"src\":\"n0\",\"dest\":\"n2\",\"body\":{\"type\":\"gossip\",\"strategy\":\"chatter\","
            + "\"messages\":[{\"type\":\"tell\",\"rumors\":[[\"n1\",7,4,[\"h\\u00E9\",null]],"
            + "[\"n2\",7,0,[{\"a\":1.10}]]],\"hops\":2,\"sentMicros\":1234567890123,"
            + "\"urgent\":true},"
            + "{\"type\":\"compare-notes\",\"wanted\":[[\"n0\",7,3,2],[\"n0\",7,9,1]],"
            + "\"known\":[[\"n1\",7,0,6],[\"n2\",7,0,1],[\"n2\",7,8,2]]}]}}",
        sender.encode(
            2,
            new Talk.Tell(rumors, 2, 1_234_567_890_123L, true),
            new Talk.CompareNotes(wanted, known)));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,false",
    "-1,-1,true",
    "2147483647,9223372036854775807,true",
    "-2147483648,-9223372036854775808,false"
  })
  void numbersAndBooleansComeOutAsTheyWentIn(int hops, long sentMicros, boolean urgent)
      throws MalformedMessageException {
    Talk.Tell tell = new Talk.Tell(Rumors.NONE, hops, sentMicros, urgent);
    assertEquals(List.of(tell), receiver.decode(sender.encode(1, tell)));
  }

  @Test
  void rumorsComeOutByNameInTheirOrder() throws MalformedMessageException {
    Rumors rumors =
        Rumors.of(
            sender.rumor(2, 1),
            sender.rumor(2, 0),
            sender.rumor(0, 5),
            sender.rumor(0, 6),
            sender.rumor(0, 8),
            sender.rumor(1, Integer.MAX_VALUE - 2));
    RumorIds arrived = told(rumors).rumors().ids();
    assertEquals(sender.names(rumors.ids()), receiver.names(arrived));
    for (int i = 0; i < rumors.size(); i++) {
      assertEquals(sender.rumors.payload(rumors.get(i)), receiver.rumors.payload(arrived.get(i)));
    }
  }

  @Test
  void rumorIdsAndDigestsComeOutByName() throws MalformedMessageException {
    RumorIds wanted = RumorIds.of(sender.rumor(1, 3), sender.rumor(1, 2), sender.rumor(0, 3));
    Digest known =
        Digest.ofRanges(
            List.of(
                new Digest.Range(sender.source(0), 5, 9),
                new Digest.Range(sender.source(2), 0, 1 << 24)));
    Talk.CompareNotes arrived =
        assertInstanceOf(
            Talk.CompareNotes.class,
            receiver.decode(sender.encode(1, new Talk.CompareNotes(wanted, known))).get(0));
    assertEquals(sender.names(wanted), receiver.names(arrived.wanted()));
    assertEquals(sender.names(known), receiver.names(arrived.known()));
  }

  @Test
  void aLifeOfTheOriginIsPartOfARumorsName() throws MalformedMessageException {
    long reborn = RumorTable.rumor(sender.rumors.number(0, Long.MAX_VALUE), 3);
    sender.rumors.store(reborn, JsonText.parse("\"again\""));
    Rumors arrived = told(Rumors.of(sender.rumor(0, 3), reborn)).rumors();
    assertEquals(
        List.of(
            new RumorTable.Source(0, 7).toString() + " #3",
            new RumorTable.Source(0, Long.MAX_VALUE).toString() + " #3"),
        receiver.names(arrived.ids()));
  }

  @Test
  void anEnvelopeKeepsTheOrderOfItsMessages() throws MalformedMessageException {
    Talk[] envelope =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    i % 3 == 0
                        ? new Talk.CompareNotes(RumorIds.NONE, Digest.EMPTY)
                        : new Talk.Tell(Rumors.NONE, i, i, true))
            .toArray(Talk[]::new);
    assertEquals(List.of(envelope), receiver.decode(sender.encode(1, envelope)));
  }

  @Test
  void anEmptyEnvelopeIsAnEnvelope() throws MalformedMessageException {
    assertEquals(List.of(), receiver.decode(sender.encode(1)));
  }

  @Test
  void oneMessageIsTheSameBytesToEveryPeer() {
    Talk shared = new Talk.Tell(Rumors.of(sender.rumor(0, 0)), 1, 2, true);
    String first = sender.encode(1, shared);
    sender.encode(1, new Talk.Tell(Rumors.NONE, 9, 9, false));
    assertEquals(first.replace("\"dest\":\"n1\"", "\"dest\":\"n2\""), sender.encode(2, shared));
    assertEquals(first, sender.encode(1, shared));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1180591620717411303424",
        "-9223372036854775809",
        "1.10",
        "0.1",
        "1E+400",
        "123456789012345678901234567890.123456789",
        "\"\"",
        "\"a\\nb\\u0000\\\"\\\\\"",
        "[]",
        "{}",
        "[1,[2,[3,[]]],{\"a\":{\"b\":null}}]",
        "{\"type\":\"gossip\",\"src\":\"n1\",\"\":[null]}"
      })
  void aPayloadComesOutAsItWentIn(String json) throws MalformedMessageException {
    assertEquals(json, Json.text(sentAndArrived(JsonText.parse(json))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gr\u00fc\u00dfe",
        "\u8c63\u8a00",
        "\ud83d\ude00",
        "\u2028\u2029\u0085\ufeff",
        "half a pair: \ud83d",
        "the other half: \ude00\ud83d"
      })
  void everyCharacterOfATextComesOutAsItWentIn(String text) throws MalformedMessageException {
    JsonNode payload = Json.array().add(text);
    assertEquals(payload, sentAndArrived(payload));
  }

  @Test
  void everyCharacterOfAKeyComesOutAsItWentIn() throws MalformedMessageException {
    JsonNode payload = Json.object().put("gr\u00fc\u00dfe \ud83d\ude00\u2028", 1);
    assertEquals(payload, sentAndArrived(payload));
  }

  @Test
  void aNumberTooLargeForADoubleKeepsItsValue() throws MalformedMessageException {
    JsonNode payload = sentAndArrived(JsonText.parse("1e400"));
    assertEquals(0, payload.decimalValue().compareTo(new BigDecimal("1e400")));
  }

  @Test
  void aPayloadNestedAsDeepAsClientsMayNestItArrives() throws MalformedMessageException {
    String json = "[".repeat(500) + "]".repeat(500);
    assertEquals(json, Json.text(sentAndArrived(JsonText.parse(json))));
  }

  @Test
  void aRumorWhosePayloadNeverCameCannotBeSentAndSpoilsNothing() {
    Rumors hearsay = Rumors.of(RumorTable.rumor(sender.source(0), 99));
    assertThrows(
        NullPointerException.class, () -> sender.encode(1, new Talk.Tell(hearsay, 0, 0, false)));
    Talk next = new Talk.Tell(Rumors.NONE, 1, 2, true);
    assertEquals(new Wire().encode(1, next), sender.encode(1, next));
  }

  record Text(String words) implements Message {}

  @Test
  void aComponentWithoutAJsonFormIsRefusedInASentence() {
    assertRefused(
        Text.class,
        "Message "
            + Text.class.getName()
            + " has a component of type String; use int, long, boolean, Rumors, RumorIds,"
            + " Digest or Sightings");
  }

  record Typed(int type) implements Message {}

  @Test
  void aComponentCalledTypeIsRefusedInASentence() {
    assertRefused(
        Typed.class,
        "Message " + Typed.class.getName() + ": a component cannot be called type, rename it");
  }

  sealed interface Twins extends Message {
    record GraftRequest() implements Twins {}

    /** Called graft-request as well. */
    record graftRequest() implements Twins {}
  }

  @Test
  void twoMessageTypesWithOneNameAreRefusedInASentence() {
    assertRefused(Twins.class, "Strategy picky has two message types called graft-request");
  }

  private static <M extends Message> void assertRefused(Class<M> messages, String sentence) {
    StrategyDescriptor<?, M> descriptor =
        StrategyDescriptor.describe("picky")
            .summary("None")
            .paper("None")
            .cost("None")
            .build(messages, new Nothing(), JsonCodecTest::neverMade);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new JsonCodec(descriptor, new RumorTable(), NodeNames.numbered(2)));
    assertEquals(sentence, refusal.getMessage());
  }

  record Nothing() {}

  private static <M extends Message> Strategy<M> neverMade(Nothing nothing) {
    throw new AssertionError(nothing);
  }

  private JsonNode sentAndArrived(JsonNode payload) throws MalformedMessageException {
    long arrived = told(Rumors.of(sender.rumor(0, 0, payload))).rumors().get(0);
    JsonNode stored = receiver.rumors.payload(arrived);
    assertTrue(stored != null);
    return stored;
  }

  private Talk.Tell told(Rumors rumors) throws MalformedMessageException {
    return assertInstanceOf(
        Talk.Tell.class,
        receiver.decode(sender.encode(1, new Talk.Tell(rumors, 0, 0, false))).get(0));
  }

  /** What a sender has let go comes as a count, and what it has not taken in does not come. */
  @Test
  void rumorsWithoutPayloadsAreToldFromThoseThatHaveOne() throws MalformedMessageException {
    AppendOnlyLog log = new AppendOnlyLog();
    sender.rumors.follow(log);
    receiver.rumors.follow(new AppendOnlyLog());
    long[] rumors = new long[6];
    for (int i = 0; i < rumors.length; i++) {
      rumors[i] = sender.rumor(1, i);
    }
    for (int i = 0; i < 2; i++) {
      log.append(rumors[i]);
    }
    log.collect(2);
    sender.rumors.drop(rumors[0]);
    sender.rumors.drop(rumors[1]);
    sender.rumors.drop(rumors[4]);
    String line = sender.encode(1, new Talk.Tell(Rumors.of(rumors), 0, 0, false));
    assertTrue(line.contains("[[\"n1\",7,0,2],[\"n1\",7,2,[2,3]],[\"n1\",7,5,[5]]]"), line);
    Envelope read = receiver.codec.decode(JsonText.parse(line).path("body"));
    int source = receiver.source(1);
    assertEquals(
        RumorIds.of(RumorTable.rumor(source, 0), RumorTable.rumor(source, 1)), read.absent());
    assertEquals(5, read.messages().get(0).rumors().size());
    assertNull(receiver.rumors.payload(RumorTable.rumor(source, 1)));
    assertEquals(JsonText.parse("5"), receiver.rumors.payload(RumorTable.rumor(source, 5)));
    assertEquals(
        RumorIds.NONE,
        receiver.codec.decode(JsonText.parse(sender.encode(1)).path("body")).absent());
  }

  @Test
  void aNodeThatKeepsEverythingDoesNotTakeCountsForRumors() {
    String line =
        sender
            .encode(1, new Talk.Tell(Rumors.of(sender.rumor(1, 0)), 0, 0, false))
            .replace("[\"n1\",7,0,[0]]", "[\"n1\",7,0,1]");
    assertThrows(
        MalformedMessageException.class,
        () -> receiver.codec.decode(JsonText.parse(line).path("body")));
  }
}
