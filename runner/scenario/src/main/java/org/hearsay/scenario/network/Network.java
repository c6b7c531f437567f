package org.hearsay.scenario.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.time.Schedule;
import org.jspecify.annotations.Nullable;

/** Brings things to nodes, when and if they arrive; see {@link Settings.Network.Model}. */
public final class Network {
  private static final int CLIENT = -1;

  /** Something on its way. */
  private record Parcel(
      int from, long dueMicros, long order, Runnable onArrival, Runnable onDrop) {}

  /** A node's one reader, and what waits for it. */
  private static final class Reader {
    private final PriorityQueue<Parcel> waiting =
        new PriorityQueue<>(
            Comparator.comparingLong(Parcel::dueMicros).thenComparingLong(Parcel::order));
    private boolean busy;
  }

  private final Schedule schedule;
  private final Settings.Network.Model model;
  private final List<Reader> readers = new ArrayList<>();
  private @Nullable Cut cut;
  private long orders;

  /** A network that nothing is under way in. */
  public Network(Schedule schedule, Settings.Network.Model model, int nodeCount) {
    this.schedule = schedule;
    this.model = model;
    for (int node = 0; node < nodeCount; node++) {
      readers.add(new Reader());
    }
  }

  /** Cuts those links and no others, none with null. */
  public void cut(@Nullable Cut next) {
    cut = next;
  }

  /** Brings a client's request, which no cut stops. */
  public void bringRequest(int to, Runnable onArrival) {
    bring(to, new Parcel(CLIENT, schedule.nowMicros(), orders++, onArrival, () -> {}));
  }

  /** Brings a node's envelope, or drops it at a cut. */
  public void bring(int from, int to, long latencyMicros, Runnable onArrival, Runnable onDrop) {
    bring(to, new Parcel(from, schedule.nowMicros() + latencyMicros, orders++, onArrival, onDrop));
  }

  private void bring(int to, Parcel parcel) {
    switch (model) {
      case IDEAL ->
          schedule.at(
              parcel.dueMicros,
              () -> {
                if (isCut(parcel, to)) {
                  parcel.onDrop.run();
                } else {
                  parcel.onArrival.run();
                }
              });
      case MAELSTROM -> {
        readers.get(to).waiting.add(parcel);
        takeNext(to);
      }
    }
  }

  private void takeNext(int node) {
    Reader reader = readers.get(node);
    while (!reader.busy && !reader.waiting.isEmpty()) {
      Parcel taken = reader.waiting.remove();
      if (isCut(taken, node)) {
        taken.onDrop.run();
      } else {
        reader.busy = true;
        schedule.at(
            taken.dueMicros,
            () -> {
              reader.busy = false;
              taken.onArrival.run();
              takeNext(node);
            });
      }
    }
  }

  private boolean isCut(Parcel parcel, int to) {
    return cut != null && parcel.from != CLIENT && cut.cuts(parcel.from, to);
  }
}
