package org.hearsay.node.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.api.plugin.OverlayTrait;
import org.jspecify.annotations.Nullable;

/**
 * What is around the strategy of a node: whom it talks to, and how it finds out who is alive.
 *
 * @param overlay null where the world's topology is all there is
 * @param detector null if nobody finds out
 * @param contacts through how many nodes, the first of the cluster, others may join; 0 for all
 */
public record ConfiguredMembership(
    @Nullable ConfiguredOverlay<?, ?> overlay,
    @Nullable ConfiguredDetector<?, ?> detector,
    int contacts) {
  /** The topology, as it is, and nobody who finds out: it takes no message and no memory. */
  public static final ConfiguredMembership NONE = new ConfiguredMembership(null, null, 0);

  /** Checks that a detector has an overlay to watch, and the number of contacts. */
  public ConfiguredMembership {
    requireContacts(contacts);
    if (detector != null && overlay == null) {
      throw new IllegalArgumentException("A failure detector watches an overlay");
    }
  }

  static void requireContacts(int contacts) {
    if (contacts < 0) {
      throw new BadOptionException("--contacts must be 0 (any node) or more, not " + contacts);
    }
  }

  /** The same where nodes join through others; nothing stays nothing. */
  public ConfiguredMembership withContacts(int other) {
    return isNone() ? this : new ConfiguredMembership(overlay, detector, other);
  }

  /** Whether there is neither. */
  public boolean isNone() {
    return overlay == null;
  }

  /** Whether each node comes to know every other. */
  public boolean knowsAll() {
    return overlay != null && overlay.descriptor().traits().contains(OverlayTrait.KNOWS_ALL);
  }

  /** Whether each node knows every other from the start. */
  boolean knowsAllAtOnce() {
    return knowsAll() && contacts == 0;
  }

  /**
   * Whether both promise that all who are there are linked in the end, both ways, and that who is
   * taken for dead is not so for ever.
   */
  public boolean holdsTogether() {
    return overlay != null
        && detector != null
        && overlay.descriptor().traits().contains(OverlayTrait.CONNECTS)
        && overlay.descriptor().traits().contains(OverlayTrait.SYMMETRIC)
        && detector.descriptor().traits().contains(DetectorTrait.COMPLETE)
        && detector.descriptor().traits().contains(DetectorTrait.RECOVERS);
  }

  /** Whether the detector is told the truth by the world. */
  public boolean isToldTheTruth() {
    return detector != null && detector.descriptor().isBound();
  }

  /**
   * The same for a real node.
   *
   * @throws BadOptionException if its detector is told the truth by the world
   */
  public ConfiguredMembership ofProcesses() {
    if (detector != null && isToldTheTruth()) {
      throw new BadOptionException(
          "Detector "
              + detector.name()
              + " is told who is dead, which only simulations can do: choose another for real"
              + " nodes");
    }
    return this;
  }

  /** The record types of the messages that both send. */
  public List<Class<? extends Message>> messageTypes() {
    List<Class<? extends Message>> types = new ArrayList<>();
    parts().forEach(part -> types.addAll(part.descriptor().messageTypes()));
    return types;
  }

  /** The words that choose exactly this on a command line, without where plug-ins come from. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    parts().forEach(part -> words.add("--" + part.descriptor().kind() + "=" + part.spec()));
    if (overlay != null && detector == null) {
      words.add("--detector=" + MembershipCatalog.NO_DETECTOR);
    }
    if (contacts > 0) {
      words.add("--contacts=" + contacts);
    }
    return words;
  }

  /** Where plug-ins come from that are not built in. */
  Set<Path> places() {
    Set<Path> places = new LinkedHashSet<>();
    parts().map(Configured::place).filter(place -> place != null).forEach(places::add);
    return places;
  }

  /** Both, or one, or none. */
  public Stream<Configured<?>> parts() {
    return Stream.<@Nullable Configured<?>>of(overlay, detector)
        .filter(part -> part != null)
        .map(part -> part);
  }
}
