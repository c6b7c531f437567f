package org.hearsay.scenario.check;

import java.util.EnumSet;
import java.util.Set;
import org.hearsay.api.plugin.Trait;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.weather.Conditions;

/** What a strategy must be able to do to lose nothing under given conditions. */
public final class Needed {
  private Needed() {}

  /** The traits it needs, at least that it delivers to all. */
  public static Set<Trait> by(Settings settings) {
    Set<Trait> needed = EnumSet.of(Trait.DELIVERS_TO_ALL);
    if (loses(settings.network().conditions())) {
      needed.add(Trait.TOLERATES_LOSS);
    }
    switch (settings.faults().nemesis()) {
      case PARTITION -> needed.add(Trait.HEALS_PARTITIONS);
      case KILL -> needed.add(Trait.SURVIVES_RESTART);
      case NONE, PAUSE -> {}
    }
    settings.faults().plan().forEach(fault -> needed.addAll(by(fault)));
    return needed;
  }

  private static boolean loses(Conditions conditions) {
    return conditions.loss() > 0
        || conditions.bursts().probability() > 0
        || conditions.corrupt() > 0
        || conditions.truncate() > 0;
  }

  /** The traits it needs for one fault: none if what is sent meanwhile still arrives. */
  public static Set<Trait> by(Fault fault) {
    if (fault instanceof Fault.Crash
        || fault instanceof Fault.Churn
        || fault instanceof Fault.Leave
        || fault instanceof Fault.Outage
        || fault instanceof Fault.Restless) {
      return EnumSet.of(Trait.SURVIVES_RESTART);
    } else if (fault instanceof Fault.OneWayCut
        || fault instanceof Fault.Split
        || fault instanceof Fault.SplitInGroups
        || fault instanceof Fault.Flap
        || fault instanceof Fault.CrashKeeping) {
      return EnumSet.of(Trait.HEALS_PARTITIONS);
    }
    return EnumSet.noneOf(Trait.class);
  }
}
