package org.hearsay.detectors;

import java.util.List;
import org.hearsay.testkit.Effect;

/** Reads whom a step judged, and how. */
public final class Verdicts {
  private Verdicts() {}

  /** Who was suspected, in order. */
  public static List<Integer> suspected(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Suspected.class::isInstance)
        .map(effect -> ((Effect.Suspected) effect).peer())
        .toList();
  }

  /** Who was taken for dead, in order. */
  public static List<Integer> dead(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.TookForDead.class::isInstance)
        .map(effect -> ((Effect.TookForDead) effect).peer())
        .toList();
  }

  /** Who was taken for alive, in order. */
  public static List<Integer> alive(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.TookForAlive.class::isInstance)
        .map(effect -> ((Effect.TookForAlive) effect).peer())
        .toList();
  }
}
