package org.hearsay.node.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.CreationException;
import java.time.Duration;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.node.Chatter;
import org.hearsay.node.Chatter.Mood;
import org.hearsay.node.Chatter.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a run of another strategy, or with other options, than the user wrote. */
final class StrategyCatalogTest {
  private final StrategyCatalog catalog = StrategyCatalog.of(new Chatter.Module(), new Mute());

  @Test
  void theInstalledStrategiesAreListedByName() {
    assertEquals(
        List.of("chatter", "mute"), catalog.all().stream().map(StrategyDescriptor::name).toList());
  }

  @Test
  void aNameAloneMeansAllDefaults() {
    assertEquals(Chatter.DESCRIPTOR.defaults(), parse("chatter").config());
    assertEquals(parse("chatter"), parse("chatter:"));
    assertEquals(ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR), parse("chatter"));
  }

  @Test
  void optionsOfEveryTypeAreRead() {
    assertEquals(
        new Settings(3, -5_000_000_000L, 0.125, false, Duration.ofSeconds(2), Mood.VERY_EXCITED),
        parse(
                "chatter:max-hops=3,quota=-5000000000,share=0.125,eager=false,interval=2s,"
                    + "mood=very-excited")
            .config());
  }

  @Test
  void optionsThatAreNotGivenKeepTheirDefaults() {
    Settings defaults = Chatter.DESCRIPTOR.defaults();
    assertEquals(
        new Settings(
            1,
            defaults.quota(),
            defaults.share(),
            defaults.eager(),
            defaults.interval(),
            defaults.mood()),
        parse("chatter:max-hops=1").config());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chatter",
        "chatter:share=1e300,interval=1500us",
        "chatter:max-hops=0,quota=9223372036854775807,interval=0ms,eager=false",
        "chatter:interval=90m",
        "chatter:interval=1.5us",
        "chatter:interval=0.001us",
        "chatter:interval=100000h,mood=very-excited",
        "mute"
      })
  void theSpecOfAStrategyReadsBackAsTheSameStrategy(String spec) {
    ConfiguredStrategy<?, ?> strategy = parse(spec);
    assertEquals(strategy, parse(strategy.spec()));
  }

  @Test
  void aSpecNamesEveryOptionInForce() {
    assertEquals(
        "chatter:max-hops=2,quota=1099511627776,share=0.5,eager=true,interval=250ms,mood=calm",
        parse("chatter:max-hops=2").spec());
    assertEquals("mute", parse("mute").spec());
  }

  @Test
  void optionsAreShownWithTheirValuesAndMeaning() {
    List<ConfigOption> options = parse("chatter:max-hops=2").options();
    assertEquals(
        new ConfigOption("max-hops", "2", "a whole number", "How far a rumor goes"),
        options.get(0));
    assertEquals(new ConfigOption("mood", "calm", "calm or very-excited", ""), options.get(5));
  }

  @Test
  void aConfiguredStrategyMakesNodesWithItsOptions() {
    assertInstanceOf(Chatter.class, parse("chatter").newStrategy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chater|There is no strategy \"chater\", did you mean \"chatter\"?"
            + " (installed: chatter, mute)",
        "anti-entropy|There is no strategy \"anti-entropy\", installed: chatter, mute",
        "``|There is no strategy \"\", installed: chatter, mute",
        ":max-hops=1|There is no strategy \"\", installed: chatter, mute",
        "mute:x=1|strategy mute: no option \"x\", options: none",
        "chatter:max-hop=1|strategy chatter: no option \"max-hop\", did you mean \"max-hops\"?"
            + " (options: max-hops, quota, share, eager, interval, mood)",
        "chatter:maxHops=1|strategy chatter: no option \"maxHops\", did you mean \"max-hops\"?"
            + " (options: max-hops, quota, share, eager, interval, mood)",
        "chatter:quota|strategy chatter: \"quota\" is not written key=value",
        "chatter:quota=1,|strategy chatter: \"\" is not written key=value",
        "chatter:quota=1,quota=1|strategy chatter: \"quota\" is given twice",
        "chatter:max-hops=-1|strategy chatter: max-hops must be 0 or larger, not -1",
        "chatter:max-hops=many|strategy chatter: max-hops: expected a whole number, not \"many\"",
        "chatter:max-hops=2147483648|strategy chatter: max-hops: expected a whole number, not"
            + " \"2147483648\"",
        "chatter:quota=1.5|strategy chatter: quota: expected a whole number, not \"1.5\"",
        "chatter:share=half|strategy chatter: share: expected a number, not \"half\"",
        "chatter:eager=yes|strategy chatter: eager: expected true or false, not \"yes\"",
        "chatter:mood=angry|strategy chatter: mood: expected calm or very-excited, not \"angry\"",
        "chatter:mood=|strategy chatter: mood: expected calm or very-excited, not \"\"",
        "chatter:interval=250|strategy chatter: interval: expected a duration such as 250ms or 2s,"
            + " not \"250\""
      })
  void aMistakeIsToldInASentence(String spec, String sentence) {
    assertEquals(sentence, refusal(spec));
  }

  @Test
  void severalMistakesAreToldAtOnce() {
    assertEquals(
        "strategy chatter: \"fast\" is not written key=value; \"quota\" is given twice;"
            + " eager: expected true or false, not \"1\"; no option \"zzz\", options: max-hops,"
            + " quota, share, eager, interval, mood",
        refusal("chatter:zzz=1,fast,quota=1,eager=1,quota=2"));
  }

  @Test
  void aListIsSplitBetweenStrategiesNotBetweenOptions() {
    assertEquals(
        List.of(
            parse("mute"), parse("chatter:max-hops=1,quota=2"), parse("mute"), parse("chatter")),
        catalog.parseList("mute,chatter:max-hops=1,quota=2,mute,chatter"));
    assertEquals(
        List.of(parse("chatter:max-hops=1"), parse("chatter:max-hops=2")),
        catalog.parseList("chatter:max-hops=1,chatter:max-hops=2"));
  }

  @Test
  void aListTakesOneForEachOfSeveralValues() {
    assertEquals(
        List.of(
            parse("chatter:max-hops=1,quota=2"),
            parse("chatter:max-hops=1,quota=3"),
            parse("chatter:max-hops=4,quota=2"),
            parse("chatter:max-hops=4,quota=3"),
            parse("mute")),
        catalog.parseList("chatter:max-hops=1|4,quota=2|3,mute"));
    assertThrows(BadOptionException.class, () -> catalog.parseList("mute|chatter"));
    assertThrows(BadOptionException.class, () -> catalog.parseList("chatter:max-hops=1|"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",mute", "mute,", "mute,,mute", "max-hops=1", "mute,other"})
  void aListWithAnEntryThatIsNoStrategyIsRefused(String list) {
    assertThrows(BadOptionException.class, () -> catalog.parseList(list));
  }

  @Test
  void twoPluginsWithOneNameAreRefused() {
    CreationException refusal =
        assertThrows(
            CreationException.class,
            () -> StrategyCatalog.of(new Chatter.Module(), new Mute(), new OtherMute()));
    assertTrue(String.valueOf(refusal.getMessage()).contains("mute"));
  }

  @Test
  void aStrategyIsFoundByItsName() {
    assertSame(Chatter.DESCRIPTOR, catalog.find("chatter"));
  }

  private ConfiguredStrategy<?, ?> parse(String spec) {
    return catalog.parse(spec);
  }

  private String refusal(String spec) {
    return String.valueOf(
        assertThrows(BadOptionException.class, () -> catalog.parse(spec)).getMessage());
  }

  record NoOptions() {}

  record Silence() implements Message {}

  /** A plug-in without options. */
  private static class Mute extends StrategyModule {
    @Override
    protected StrategyDescriptor<?, ?> descriptor() {
      return StrategyDescriptor.describe("mute")
          .summary("Says nothing")
          .paper("None")
          .cost("0")
          .build(Silence.class, new NoOptions(), options -> new Silent());
    }
  }

  /** Another plug-in of that name. */
  private static final class OtherMute extends Mute {}

  private static final class Silent implements Strategy<Silence> {
    @Override
    public void onBroadcast(Node<Silence> node, long rumor) {}

    @Override
    public void onMessage(Node<Silence> node, int from, Silence message) {}
  }
}
