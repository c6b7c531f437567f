package org.hearsay.scenario.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cuts that there are at the same time. */
public final class Cuts {
  private final List<Cut> present = new ArrayList<>();

  /** Adds one. */
  public void add(Cut cut) {
    present.add(cut);
  }

  /** Takes one away, if it is there. */
  public void remove(Cut cut) {
    present.remove(cut);
  }

  /** All together as one, which later changes may change; null if there are none. */
  public @Nullable Cut all() {
    return switch (present.size()) {
      case 0 -> null;
      case 1 -> present.get(0);
      default -> this::any;
    };
  }

  private boolean any(int from, int to) {
    for (Cut cut : present) {
      if (cut.cuts(from, to)) {
        return true;
      }
    }
    return false;
  }
}
