package org.hearsay.simulation;

import org.hearsay.scenario.Settings;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Weather;

/** The intake that settings ask for. */
final class Intakes {
  /** How many nodes there may be before reading ahead pays. */
  private static final int FITTING_INTO_CACHES = 50_000;

  private Intakes() {}

  static Intake of(
      EventLoop loop, Settings settings, Wire wire, Slack slack, Intake.Receiver receiver) {
    int count = settings.cluster().nodeCount();
    Conditions conditions = settings.network().conditions();
    Weather weather = new Weather(settings.seed(), conditions);
    Intake quiet =
        switch (settings.network().model()) {
          case IDEAL -> ideal(loop, weather, slack, receiver, count);
          case MAELSTROM -> new ReaderIntake(loop, weather, slack, receiver, count);
        };
    return conditions.arePlain()
        ? quiet
        : new RoughIntake(loop, weather, conditions, wire, quiet, receiver, count);
  }

  private static Intake ideal(
      EventLoop loop, Weather weather, Slack slack, Intake.Receiver receiver, int count) {
    IdealIntake ideal = new IdealIntake(loop, weather, slack, receiver);
    if (count > FITTING_INTO_CACHES) {
      loop.readAhead(ideal);
    }
    return ideal;
  }
}
