package org.hearsay.node.journal;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.event.Level;

/**
 * A journal that keeps entries to itself until it is opened, or until one of them is serious: what
 * writes them takes a while to load, and a node that starts has no time for that.
 */
public final class Postponed implements Journal {
  private final Journal journal;
  private final List<Entry> kept = new ArrayList<>();
  private boolean open;

  /** Postpones what goes to a journal. */
  public Postponed(Journal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized void write(Entry entry) {
    if (entry.level().toInt() >= Level.WARN.toInt()) {
      open();
    }
    if (open) {
      journal.write(entry);
    } else {
      kept.add(entry);
    }
  }

  @Override
  public boolean takes(Level level) {
    return journal.takes(level);
  }

  /** Writes what was kept, and from now on everything at once. */
  public synchronized void open() {
    open = true;
    kept.forEach(journal::write);
    kept.clear();
  }
}
