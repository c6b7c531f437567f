package org.hearsay.strategies;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.testkit.Effect;

/** Reads what a step did, by kind. */
public final class Effects {
  private Effects() {}

  /** What was sent, to whom, in order. */
  public static List<Effect.Sent> sent(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Sent.class::isInstance)
        .map(Effect.Sent.class::cast)
        .toList();
  }

  /** What was sent to one peer, in order. */
  public static List<Message> sentTo(int peer, List<Effect> effects) {
    return sent(effects).stream()
        .filter(sent -> sent.peer() == peer)
        .map(Effect.Sent::message)
        .toList();
  }

  /** To whom something was sent, in order, as often as it was. */
  public static List<Integer> receivers(List<Effect> effects) {
    return sent(effects).stream().map(Effect.Sent::peer).toList();
  }

  /** What was delivered, in order. */
  public static List<Long> delivered(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Delivered.class::isInstance)
        .map(effect -> ((Effect.Delivered) effect).rumor())
        .toList();
  }

  /** The delays that a timer was set to, in order. */
  public static List<Long> delays(int timer, List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Scheduled.class::isInstance)
        .map(Effect.Scheduled.class::cast)
        .filter(scheduled -> scheduled.timer() == timer)
        .map(Effect.Scheduled::delayMicros)
        .toList();
  }

  /**
   * The delay that a timer was set to.
   *
   * @throws AssertionError unless it was set exactly once
   */
  public static long delay(int timer, List<Effect> effects) {
    List<Long> delays = delays(timer, effects);
    if (delays.size() != 1) {
      throw new AssertionError("Timer " + timer + " was not set once: " + effects);
    }
    return delays.get(0);
  }
}
