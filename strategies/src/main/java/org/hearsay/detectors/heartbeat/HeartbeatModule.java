package org.hearsay.detectors.heartbeat;

import java.util.concurrent.TimeUnit;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.detectors.links.ArrivalTimes;
import org.hearsay.detectors.links.LinkDetector;
import org.hearsay.detectors.links.LinkMessage;

/**
 * Installs {@code heartbeat}: a {@link LinkDetector} with a fixed time-out.
 *
 * <p>The oldest of them all, with the oldest of questions: long, and deaths are found late; short,
 * and a slow peer is taken for dead.
 */
public final class HeartbeatModule extends DetectorModule {

  @Override
  protected DetectorDescriptor<?, ?> descriptor() {
    return DetectorDescriptor.describe("heartbeat")
        .summary("Take for dead who is silent for a fixed time, each link on its own")
        .paper("Aguilera, Chen & Toueg, Heartbeat: a timeout-free failure detector, 1997")
        .cost("2 messages a link and interval at most; none on links that are busy both ways")
        .traits(DetectorTrait.COMPLETE, DetectorTrait.ACCURATE, DetectorTrait.RECOVERS)
        .build(LinkMessage.class, HeartbeatConfig.defaults(), HeartbeatModule::detector);
  }

  private static LinkDetector detector(HeartbeatConfig config) {
    ArrivalTimes patience = ArrivalTimes.constant(TimeUnit.MICROSECONDS.convert(config.timeout()));
    return new LinkDetector(TimeUnit.MICROSECONDS.convert(config.interval()), true, () -> patience);
  }
}
