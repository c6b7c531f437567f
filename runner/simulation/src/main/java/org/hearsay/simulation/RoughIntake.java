package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Damage;
import org.hearsay.scenario.weather.Weather;
import org.jspecify.annotations.Nullable;

/**
 * An intake behind weather with more to it than latency and loss: bad spells, copies, messages held
 * back, damage, narrow uplinks. Where there is none of that it does not exist, and costs nothing.
 */
final class RoughIntake implements Intake {
  private final EventLoop loop;
  private final Weather weather;
  private final Wire wire;
  private final Intake intake;
  private final Receiver receiver;
  private final Uplinks uplinks;
  private final boolean limited;

  RoughIntake(
      EventLoop loop,
      Weather weather,
      Conditions conditions,
      Wire wire,
      Intake intake,
      Receiver receiver,
      int nodeCount) {
    this.loop = loop;
    this.weather = weather;
    this.wire = wire;
    this.intake = intake;
    this.receiver = receiver;
    this.uplinks = new Uplinks(conditions.bytesPerSecond(), nodeCount);
    this.limited = conditions.bytesPerSecond() > 0;
  }

  @Override
  public void bring(int from, Message envelope, int[] peers, int start, int end) {
    for (int i = start; i < end; i++) {
      bring(from, peers[i], envelope);
    }
  }

  private void bring(int from, int to, Message envelope) {
    long now = loop.nowMicros();
    long waits = limited ? uplinks.sendMicros(from, wire.size(from, to, envelope), now) : 0;
    long draw = weather.draw(from, to, now);
    if (weather.loses(draw) || weather.losesInBurst(from, to, now, draw) || damages(draw)) {
      receiver.drop(from, to, envelope);
      return;
    }
    bringCopy(from, to, envelope, waits + delayMicros(from, to, draw), draw);
    if (weather.duplicates(draw)) {
      receiver.duplicate(from, to, envelope);
      long copy = weather.copy(draw);
      bringCopy(from, to, envelope, waits + delayMicros(from, to, copy), copy);
    }
  }

  private boolean damages(long draw) {
    Damage damage = weather.damage(draw);
    if (damage == Damage.NONE) {
      return false;
    }
    wire.arriveDamaged(damage, draw);
    return true;
  }

  private long delayMicros(int from, int to, long draw) {
    return weather.latencyMicros(from, to, draw) + weather.heldBackMicros(draw);
  }

  @Override
  public void bringCopy(int from, int to, Message envelope, long delayMicros, long draw) {
    intake.bringCopy(from, to, envelope, delayMicros, draw);
  }

  @Override
  public void bringRequest(int to, Runnable request) {
    intake.bringRequest(to, request);
  }

  @Override
  public void cut(@Nullable Cut next) {
    intake.cut(next);
  }

  @Override
  public void arrive(int node, long number) {
    intake.arrive(node, number);
  }
}
