package org.hearsay.node.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.node.Chatter;
import org.hearsay.node.plugin.Surroundings.Hello;
import org.hearsay.node.plugin.Surroundings.Ping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against other surroundings than the user wrote, and promises that nobody keeps. */
final class MembershipCatalogTest {
  private final MembershipCatalog catalog =
      MembershipCatalog.of(
          Surroundings.overlay("static", OverlayTrait.values()),
          Surroundings.overlay("ring", OverlayTrait.CONNECTS, OverlayTrait.SYMMETRIC),
          Surroundings.overlay("mesh", OverlayTrait.KNOWS_ALL, OverlayTrait.CONNECTS),
          Surroundings.detector("lifeguard", DetectorTrait.COMPLETE, DetectorTrait.RECOVERS),
          Surroundings.detector("doctor", DetectorTrait.COMPLETE),
          Surroundings.tellingBound("truth"));

  private ConfiguredMembership parse(@Nullable String overlay, @Nullable String detector) {
    return catalog.parse(overlay, detector, 0);
  }

  private static String nameOf(@Nullable Configured<?> part) {
    return part == null ? "nothing" : part.name();
  }

  @Test
  void whatIsInstalledIsListedByNameAndBoundsLast() {
    assertEquals(
        List.of("mesh", "ring", "static"),
        catalog.overlays().stream().map(overlay -> overlay.name()).toList());
    assertEquals(
        List.of("doctor", "lifeguard", "truth"),
        catalog.detectors().stream().map(detector -> detector.name()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,-,nothing,nothing",
        "static,-,nothing,nothing",
        "-,none,nothing,nothing",
        "static,none,nothing,nothing",
        "-,doctor,static,doctor",
        "static,doctor,static,doctor",
        "ring,-,ring,lifeguard",
        "ring,none,ring,nothing",
        "ring,doctor,ring,doctor"
      })
  void whatIsNotNamedIsTheUsual(
      @Nullable String overlay, @Nullable String detector, String around, String watching) {
    ConfiguredMembership parsed = parse(overlay, detector);
    assertEquals(around, nameOf(parsed.overlay()));
    assertEquals(watching, nameOf(parsed.detector()));
    assertEquals(around.equals("nothing"), parsed.isNone());
  }

  @Test
  void optionsAreRead() {
    ConfiguredMembership parsed = parse("ring:links=5,eager=false", "doctor:patience=7");
    assertEquals(
        List.of("--overlay=ring:links=5,eager=false", "--detector=doctor:patience=7"),
        parsed.words());
    assertEquals(
        List.of(new Surroundings.Links(5, false), new Surroundings.Patience(7)),
        parsed.parts().map(part -> (Record) part.config()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring", "ring:", "ring:links=3", "mesh:eager=false,links=9"})
  void theWordsOfSurroundingsReadBackAsTheSame(String overlay) {
    ConfiguredMembership parsed = catalog.parse(overlay, "none", 2);
    List<String> words = parsed.words();
    assertEquals(3, words.size());
    assertEquals(List.of("--detector=none", "--contacts=2"), words.subList(1, 3));
    assertEquals(parsed, catalog.parse(words.get(0).substring("--overlay=".length()), "none", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "rang|-|There is no overlay \"rang\", did you mean \"ring\"? (installed: mesh, ring, static)",
        "none|-|There is no overlay \"none\", installed: mesh, ring, static",
        "``|-|There is no overlay \"\", installed: mesh, ring, static",
        "ring|docter|There is no detector \"docter\", did you mean \"doctor\"? (installed: doctor,"
            + " lifeguard, truth)",
        "-|static|There is no detector \"static\", installed: doctor, lifeguard, truth",
        "ring:link=5|-|overlay ring: no option \"link\", did you mean \"links\"? (options: links,"
            + " eager)",
        "ring:links|-|overlay ring: \"links\" is not written key=value",
        "ring:links=0|-|overlay ring: links must be 1 or more, not 0",
        "static:links=many|-|overlay static: links: expected a whole number, not \"many\"",
        "-|doctor:patience=x|detector doctor: patience: expected a whole number, not \"x\"",
        "-|none:patience=1|There is no detector \"none\", installed: doctor, lifeguard, truth",
      })
  void aMistakeIsToldInASentence(
      @Nullable String overlay, @Nullable String detector, String sentence) {
    assertEquals(sentence, refusal(() -> parse(overlay, detector)));
  }

  @Test
  void aNegativeNumberOfContactsIsRefused() {
    assertEquals(
        "--contacts must be 0 (any node) or more, not -1",
        refusal(() -> catalog.parse(null, null, -1)));
  }

  private static String refusal(Runnable parsing) {
    return String.valueOf(assertThrows(BadOptionException.class, parsing::run).getMessage());
  }

  @Test
  void severalSpecsAreSplitAndNoneIsOne() {
    assertEquals(List.of(""), MembershipCatalog.specs(null));
    assertEquals(
        List.of("ring:links=1", "ring:links=2", "mesh"),
        MembershipCatalog.specs("ring:links=1|2,mesh"));
  }

  @Test
  void aDetectorAloneIsRefused() {
    ConfiguredDetector<?, ?> doctor = catalog.detector("doctor");
    assertThrows(IllegalArgumentException.class, () -> new ConfiguredMembership(null, doctor, 0));
  }

  @Test
  void contactsAreSetAndNothingStaysNothing() {
    assertEquals(3, parse("ring", null).withContacts(3).contacts());
    assertSame(ConfiguredMembership.NONE, ConfiguredMembership.NONE.withContacts(3));
    assertThrows(BadOptionException.class, () -> parse("ring", null).withContacts(-1));
  }

  @Test
  void allAreKnownAtOnceOnlyWhereAnybodyIsAContact() {
    assertTrue(parse("mesh", null).knowsAllAtOnce());
    assertFalse(parse("mesh", null).withContacts(1).knowsAllAtOnce());
    assertTrue(parse("mesh", null).withContacts(1).knowsAll());
    assertFalse(parse("ring", null).knowsAllAtOnce());
    assertFalse(ConfiguredMembership.NONE.knowsAll());
  }

  @ParameterizedTest
  @CsvSource({
    "static,lifeguard,true",
    "ring,lifeguard,true",
    "mesh,lifeguard,false",
    "ring,doctor,false",
    "ring,none,false",
    "static,none,false"
  })
  void linksHoldTogetherWhereOverlayAndDetectorPromiseIt(
      String overlay, String detector, boolean holds) {
    assertEquals(holds, parse(overlay, detector).holdsTogether());
  }

  @Test
  void aStrategyPromisesOnlyWhatItsSurroundingsLetItKeep() {
    ConfiguredStrategy<?, ?> chatter = ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR);
    assertEquals(Chatter.DESCRIPTOR.traits(), chatter.promises());
    assertEquals(Set.of(), chatter.within(parse("ring", "none")).promises());
  }

  @Test
  void whoIsToldTheTruthCanOnlyBeSimulated() {
    assertTrue(parse("ring", "truth").isToldTheTruth());
    assertEquals(
        "Detector truth is told who is dead, which only simulations can do: choose another for real"
            + " nodes",
        refusal(() -> parse("ring", "truth").ofProcesses()));
    ConfiguredMembership honest = parse("ring", "doctor");
    assertFalse(honest.isToldTheTruth());
    assertSame(honest, honest.ofProcesses());
    assertSame(ConfiguredMembership.NONE, ConfiguredMembership.NONE.ofProcesses());
  }

  @Test
  void messagesOfBothAreToBeEncodedAndEachNodeGetsItsOwnParts() {
    ConfiguredMembership parsed = parse("ring", "doctor");
    assertEquals(List.of(Hello.class, Ping.class), parsed.messageTypes());
    assertEquals(List.of(), ConfiguredMembership.NONE.messageTypes());
    ConfiguredOverlay<?, ?> overlay = parsed.overlay();
    assertNotNull(overlay);
    assertFalse(overlay.newOverlay() == overlay.newOverlay());
    assertNull(parse("ring", "none").detector());
    assertEquals(0, Stream.concat(ConfiguredMembership.NONE.parts(), Stream.empty()).count());
  }
}
