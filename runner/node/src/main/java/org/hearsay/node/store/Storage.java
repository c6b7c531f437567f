package org.hearsay.node.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.function.LongFunction;
import org.hearsay.api.Digest;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceHost;
import org.jspecify.annotations.Nullable;

/** Has a store keep what the node knows, and the node know what the store has kept. */
public final class Storage implements Service {
  private final RumorStore store;
  private final ServiceHost host;
  private final LongFunction<@Nullable Digest> after;

  /** What the store was told last of what is gone, as far as not with what was let go. */
  private Digest gone = Digest.EMPTY;

  /**
   * The storage of a node that has not started.
   *
   * @param after what is to be kept with a rumor of what goes before it
   */
  public Storage(RumorStore store, ServiceHost host, LongFunction<@Nullable Digest> after) {
    this.store = store;
    this.host = host;
    this.after = after;
  }

  /** Takes up what earlier lives have left: before the node knows anything, and once. */
  public Recovery takeUp() {
    Recovery recovery = store.recover();
    for (StoredRumor stored : recovery.rumors()) {
      host.rumors().store(stored.rumor(), stored.payload());
      host.recover(stored.rumor());
    }
    gone = recovery.gone();
    host.forgo(gone);
    host.log().settle();
    host.counters().add(Count.RECOVERED, recovery.rumors().size());
    return recovery;
  }

  /** What nobody has any more is not asked for again in the next life. */
  @Override
  public void learned() {
    if (store != RumorStore.NONE && !host.log().gone().equals(gone)) {
      gone = host.log().gone();
      store.forget(0, gone);
    }
  }

  @Override
  public void delivered(long rumor, int from) {
    JsonNode payload = Objects.requireNonNull(host.rumors().payload(rumor), "it is known here");
    store.append(new StoredRumor(rumor, payload, after.apply(rumor)));
  }
}
