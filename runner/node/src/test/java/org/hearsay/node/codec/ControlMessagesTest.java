package org.hearsay.node.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.Sightings;
import org.hearsay.node.JsonText;
import org.hearsay.node.log.RumorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against lives and control messages that read as others than were written, or fail. */
final class ControlMessagesTest {
  private static final long LIFE = 1_767_225_600_000L;

  /** A message of an overlay. */
  record Shuffle(Sightings known, int hops, boolean isReply) implements OverlayMessage {}

  /** A message of a failure detector. */
  record PingRequest(int target, long sequence) implements DetectorMessage {}

  /** A message of a strategy. */
  record Note(int number) implements Message {}

  /** What three parts of a node call by one name. */
  interface OfOverlay {
    record Hello(int number) implements OverlayMessage {}
  }

  interface OfDetector {
    record Hello(int number) implements DetectorMessage {}
  }

  interface OfStrategy {
    record Hello(int number) implements Message {}
  }

  private final JsonCodec codec =
      new JsonCodec(
          "notes",
          List.of(
              Note.class,
              Shuffle.class,
              PingRequest.class,
              OfOverlay.Hello.class,
              OfDetector.Hello.class,
              OfStrategy.Hello.class),
          new RumorTable(),
          NodeNames.numbered(5));

  private static final Message NOTE = new Note(1);
  private static final Message PING = new PingRequest(4, -7);
  private static final Message SHUFFLE =
      new Shuffle(
          Sightings.builder().add(2, LIFE, 0).add(4, Long.MAX_VALUE, -1).add(2, 0, 5).build(),
          3,
          true);

  private String written(Envelope envelope) {
    return new String(codec.encode(0, 1, envelope), StandardCharsets.UTF_8);
  }

  /** What comes back, the same by either way to read it. */
  private Envelope read(String line) throws MalformedMessageException {
    GossipLine read = codec.read(line.getBytes(StandardCharsets.UTF_8), 1);
    assertNotNull(read, line);
    assertEquals(codec.decode(JsonText.parse(line).path("body")), read.envelope());
    return read.envelope();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "7,0", "0,7", "1767225600000,1767225600042", "-1,9223372036854775807"})
  void bothLivesComeBack(long life, long meant) throws MalformedMessageException {
    Envelope envelope = new Envelope(life, meant, List.of(NOTE));
    assertEquals(envelope, read(written(envelope)));
  }

  @Test
  void livesStandBeforeTheMessagesAndOnlyIfThereAreAny() {
    assertEquals(
        "{\"src\":\"n0\",\"dest\":\"n1\",\"body\":{\"type\":\"gossip\",\"strategy\":\"notes\","
            + "\"life\":7,\"for\":8,\"messages\":[{\"type\":\"note\",\"number\":1}]}}",
        written(new Envelope(7, 8, List.of(NOTE))));
    assertEquals(
        "{\"src\":\"n0\",\"dest\":\"n1\",\"body\":{\"type\":\"gossip\",\"strategy\":\"notes\","
            + "\"messages\":[]}}",
        written(Envelope.of(List.of())));
  }

  @Test
  void aLifeThatKeptWhatItKnewSaysSoBetweenTheTwo() throws MalformedMessageException {
    Envelope envelope = new Envelope(7, 8, true, List.of(NOTE));
    assertEquals(envelope, read(written(envelope)));
    assertEquals(
        "{\"src\":\"n0\",\"dest\":\"n1\",\"body\":{\"type\":\"gossip\",\"strategy\":\"notes\","
            + "\"life\":7,\"kept\":true,\"for\":8,\"messages\":[{\"type\":\"note\",\"number\":1}]}}",
        written(envelope));
  }

  @Test
  void controlMessagesComeBackAmongThoseOfTheStrategy() throws MalformedMessageException {
    Envelope envelope =
        new Envelope(
            LIFE, LIFE, List.of(PING, NOTE, SHUFFLE, NOTE, new Shuffle(Sightings.NONE, -1, false)));
    assertEquals(envelope, read(written(envelope)));
  }

  @Test
  void sightingsAreNodesWithTheirLivesAndNotes() {
    assertTrue(
        written(Envelope.of(List.of(SHUFFLE)))
            .contains(
                "{\"type\":\"overlay/shuffle\",\"known\":[[\"n2\",1767225600000,0],"
                    + "[\"n4\",9223372036854775807,-1],[\"n2\",0,5]],\"hops\":3,\"isReply\":true}"));
  }

  @Test
  void messagesOfOneNameAreKeptApart() throws MalformedMessageException {
    Envelope envelope =
        Envelope.of(
            List.of(new OfOverlay.Hello(1), new OfDetector.Hello(2), new OfStrategy.Hello(3)));
    assertEquals(envelope, read(written(envelope)));
  }

  @Test
  void bytesOfControlMessagesAreCountedApart() {
    int shuffle = bytesOf(SHUFFLE);
    int ping = bytesOf(PING);
    written(new Envelope(LIFE, LIFE, List.of(NOTE, SHUFFLE, NOTE, PING)));
    assertEquals(shuffle + ping, codec.controlBytes());
    written(new Envelope(LIFE, LIFE, List.of(NOTE)));
    assertEquals(0, codec.controlBytes());
  }

  /** How long a message is by itself. */
  private int bytesOf(Message message) {
    return written(Envelope.of(List.of(message))).length()
        - written(Envelope.of(List.of())).length();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"7\"", "7.0", "1e3", "true", "[]", "{}", "9223372036854775808"})
  void aLifeThatIsNoNumberIsRefused(String life) {
    for (String key : List.of("life", "for")) {
      assertRefused(
          "an envelope of a life that is no number",
          "{\"type\":\"gossip\",\"strategy\":\"notes\",\"%s\":%s,\"messages\":[]}"
              .formatted(key, life));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null|sightings not written as an array",
        "7|sightings not written as an array",
        "{}|sightings not written as an array",
        "[7]|a sighting that is not [node, incarnation, note]",
        "[[]]|a sighting that is not [node, incarnation, note]",
        "[[\"n1\"]]|a sighting that is not [node, incarnation, note]",
        "[[\"n1\",7]]|a sighting that is not [node, incarnation, note]",
        "[[\"n1\",7,0,0]]|a sighting that is not [node, incarnation, note]",
        "[[\"n1\",\"7\",0]]|a sighting that is not [node, incarnation, note]",
        "[[\"n1\",7,1.5]]|a sighting that is not [node, incarnation, note]",
        "[[\"n1\",7,null]]|a sighting that is not [node, incarnation, note]",
        "[[1,7,0]]|a sighting that is not [node, incarnation, note]",
        "[[\"n9\",7,0]]|a sighting of an unknown node \"n9\"",
        "[[\"\",7,0]]|a sighting of an unknown node \"\""
      })
  void sightingsThatAreNoneAreRefusedInOneSentence(String known, String sentence) {
    assertRefused(sentence, envelope(shuffle(known, "3", "true")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"overlay/shuffle\",\"known\":[]}|overlay/shuffle with other keys than [known, hops, isReply]",
        "{\"type\":\"detector/ping-request\",\"target\":4,\"sequence\":1,\"more\":2}|detector/ping-request with other"
            + " keys than [target, sequence]",
        "{\"type\":\"detector/ping-request\",\"target\":\"n4\",\"sequence\":1}|detector/ping-request whose target is"
            + " no int",
        "{\"type\":\"ping-request\"}|an unknown message type \"ping-request\""
      })
  void aControlMessageOfAnotherFormIsRefusedInOneSentence(String message, String sentence) {
    assertRefused(sentence, envelope(message));
  }

  @Test
  void aMessageOfAnOverlayThatIsNotAroundIsNotSent() {
    JsonCodec bare =
        new JsonCodec("notes", List.of(Note.class), new RumorTable(), NodeNames.numbered(5));
    Envelope envelope = Envelope.of(List.of(PING));
    assertThrows(IllegalArgumentException.class, () -> bare.encode(0, 1, envelope));
  }

  record Wordy(String word) implements OverlayMessage {}

  @Test
  void whoWritesAnOverlayIsToldOfWhatItsMessagesMayConsist() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> MessageShape.of(Wordy.class));
    assertTrue(String.valueOf(refusal.getMessage()).contains("Digest or Sightings"));
  }

  private static String shuffle(String known, String hops, String isReply) {
    return "{\"type\":\"overlay/shuffle\",\"known\":%s,\"hops\":%s,\"isReply\":%s}"
        .formatted(known, hops, isReply);
  }

  private static String envelope(String message) {
    return "{\"type\":\"gossip\",\"strategy\":\"notes\",\"life\":7,\"messages\":[" + message + "]}";
  }

  private void assertRefused(String sentence, String body) {
    String line = "{\"src\":\"n0\",\"dest\":\"n1\",\"body\":" + body + "}";
    assertNull(codec.read(line.getBytes(StandardCharsets.UTF_8), 1), line);
    MalformedMessageException refusal =
        assertThrows(
            MalformedMessageException.class, () -> codec.decode(JsonText.parse(body)), body);
    assertEquals(sentence, refusal.getMessage());
  }
}
