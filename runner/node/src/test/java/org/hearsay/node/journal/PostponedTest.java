package org.hearsay.node.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostponedTest {
  private final List<String> written = new ArrayList<>();
  private final Postponed journal = new Postponed(entry -> written.add(entry.sentence()));

  @Test
  void entriesWaitUntilTheJournalIsOpened() {
    journal.write(Entry.info("started", "first"));
    assertEquals(List.of(), written);
    journal.open();
    journal.write(Entry.info("judged", "").with("peer", "n1"));
    assertEquals(List.of("started first", "judged peer=n1"), written);
  }

  @Test
  void whatIsSeriousDoesNotWaitNorWhatWasBefore() {
    journal.write(Entry.info("started", "first"));
    journal.write(Entry.warn("refused", "second"));
    assertEquals(List.of("started first", "refused second"), written);
  }
}
