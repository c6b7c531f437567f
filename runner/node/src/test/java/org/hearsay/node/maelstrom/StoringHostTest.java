package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.node.Chatter;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.store.Recovery;
import org.hearsay.node.store.RumorStore;
import org.hearsay.node.store.StoreException;
import org.hearsay.node.store.StoredRumor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guards against answers that are out before what they say is safe. */
@Timeout(60)
class StoringHostTest {
  private static final int BROADCASTS = 3_000;

  /** A store in memory that can fail. */
  private static final class Store implements RumorStore {
    private final List<StoredRumor> appended = new ArrayList<>();
    private int safe;
    private int commits;
    private int commitsToFailure = Integer.MAX_VALUE;

    @Override
    public Recovery recover() {
      return Recovery.NOTHING;
    }

    @Override
    public void append(StoredRumor rumor) {
      appended.add(rumor);
    }

    @Override
    public void forget(long count, Digest gone) {}

    @Override
    public boolean hasUncommitted() {
      return safe < appended.size();
    }

    @Override
    public void commit() {
      if (commits >= commitsToFailure) {
        throw new StoreException("the disk is full", null);
      }
      commits++;
      safe = appended.size();
    }

    @Override
    public List<String> remarks() {
      return List.of("three are lost");
    }

    @Override
    public void close() {}
  }

  private final Store store = new Store();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> said = new ArrayList<>();
  private int early;

  /** Counts what is out too early. */
  private final OutputStream watched =
      new OutputStream() {
        @Override
        public void write(int b) {
          early += store.hasUncommitted() ? 1 : 0;
          out.write(b);
        }

        @Override
        public void write(byte[] bytes, int start, int length) {
          early += store.hasUncommitted() ? 1 : 0;
          out.write(bytes, start, length);
        }
      };

  private void run() throws InterruptedException {
    run(BROADCASTS);
  }

  private void run(int broadcasts) throws InterruptedException {
    String input =
        NodeUnderTest.INIT
            + "\n"
            + IntStream.range(0, broadcasts)
                .mapToObj(i -> NodeUnderTest.broadcast(Integer.toString(i)) + "\n")
                .collect(Collectors.joining());
    new StdioHost(
            StrategyCatalog.of(new Chatter.Module())
                .parse("chatter:eager=false,interval=1h")
                .guaranteeing(GuaranteeWords.parse(Map.of(GuaranteeWords.DATA, ""))),
            1,
            (owner, rumors) -> store,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            watched,
            this::hear)
        .run();
  }

  private void hear(Entry entry) {
    if (entry.event().equals("store")) {
      said.add(entry.text() + " after " + out.size() + " bytes");
    }
  }

  private long acknowledged() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("broadcast_ok"))
        .count();
  }

  @Test
  void nothingLeavesBeforeACommitAndManyAnswersShareOne() throws InterruptedException {
    run();
    assertEquals(BROADCASTS, acknowledged());
    assertEquals(BROADCASTS, store.safe);
    assertEquals(0, early);
    assertTrue(store.commits < BROADCASTS / 10, store.commits + " commits");
  }

  /** A node that is killed after it has answered may never get to say anything else. */
  @Test
  void whatThereIsToSayOfTheStoreIsSaidBeforeInitIsAnswered() throws InterruptedException {
    run(0);
    assertEquals(List.of("three are lost after 0 bytes"), said);
    assertTrue(out.size() > 0);
  }

  @Test
  void aDiskThatFailsEndsTheNodeAndNothingIsAcknowledgedAnyMore() {
    store.commitsToFailure = 2;
    StoreException failure = assertThrows(StoreException.class, this::run);
    assertEquals("the disk is full", failure.sentence());
    assertEquals(store.safe, acknowledged());
    assertEquals(0, early);
  }
}
