package org.hearsay.node.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.service.BareHost;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against nodes that ask again for what nobody has any more. */
final class StorageTest {
  @TempDir private Path temp;

  /** A node of its own process. */
  private static final class Host extends BareHost {
    Host() {
      super(0, 3, new RumorTable());
    }

    long rumor(int sequence) {
      return RumorTable.rumor(rumors().number(1, 7), sequence);
    }

    @Override
    public void send(int peer, ServiceMessage message) {}
  }

  private MvRumorStore open(Host host) {
    return StoredLives.open(temp, host.rumors());
  }

  private static Storage storage(RumorStore store, Host host) {
    return new Storage(store, host, rumor -> Digest.EMPTY);
  }

  @Test
  void whatIsForgoneStaysKnownInTheNextLife() {
    Host first = new Host();
    try (MvRumorStore store = open(first)) {
      Storage storage = storage(store, first);
      storage.takeUp();
      first.forgo(RumorIds.of(first.rumor(0), first.rumor(2)), ServiceHost.NOBODY);
      storage.learned();
      assertTrue(store.hasUncommitted());
      store.commit();
    }
    Host second = new Host();
    try (MvRumorStore store = open(second)) {
      Storage storage = storage(store, second);
      storage.takeUp();
      assertTrue(second.log().contains(second.rumor(0)));
      assertFalse(second.log().contains(second.rumor(1)));
      assertTrue(second.log().contains(second.rumor(2)));
      storage.learned();
      assertFalse(store.hasUncommitted());
    }
  }
}
