package org.hearsay.detectors.phiaccrual;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.detectors.links.LinkDetector;
import org.hearsay.detectors.links.LinkMessage;

/**
 * Installs {@code phi-accrual}: a {@link LinkDetector} whose patience follows from how regularly
 * signs of life came so far.
 *
 * <p>Hayashibara et al. (2004) accrue a suspicion, {@code phi = -log10(P(later))}, where P is the
 * probability that a sign of life comes later than now if the times between them are normally
 * distributed as in a window of the last ones; a peer is dead when phi exceeds a threshold. With a
 * fixed threshold that is a patience of so many standard deviations above the mean, which is what
 * is computed here, once for each sign of life instead of once for each look at the clock. They let
 * each node send heartbeats; here they are asked for, so that links need not be mutual. The least
 * deviation is Akka's and Cassandra's remedy for signs of life that came too regularly.
 */
public final class PhiAccrualModule extends DetectorModule {

  @Override
  protected DetectorDescriptor<?, ?> descriptor() {
    // All nodes have the same threshold, and working out what it means takes a millisecond.
    Map<Double, Double> deviations = new ConcurrentHashMap<>();
    return DetectorDescriptor.describe("phi-accrual")
        .summary("Take for dead whose silence has become too improbable, each link on its own")
        .paper("Hayashibara, Defago, Yared & Katayama, The phi accrual failure detector, 2004")
        .cost("2 messages a link and interval")
        .traits(DetectorTrait.COMPLETE, DetectorTrait.ACCURATE, DetectorTrait.RECOVERS)
        .build(
            LinkMessage.class,
            PhiAccrualConfig.defaults(),
            config ->
                detector(
                    config, deviations.computeIfAbsent(config.threshold(), NormalTail::quantile)));
  }

  private static LinkDetector detector(PhiAccrualConfig config, double deviations) {
    long interval = TimeUnit.MICROSECONDS.convert(config.interval());
    long least = TimeUnit.MICROSECONDS.convert(config.minDeviation());
    return new LinkDetector(
        interval, false, () -> new GapStatistics(deviations, config.window(), least, interval));
  }
}
