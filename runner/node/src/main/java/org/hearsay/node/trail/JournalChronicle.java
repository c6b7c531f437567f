package org.hearsay.node.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.service.RumorEvent;
import org.slf4j.event.Level;

/**
 * A node's journal, told what happens to rumors: each entry has the rumor's name, {@code
 * origin/incarnation/sequence}, and the hop where it is known.
 */
public final class JournalChronicle implements Chronicle {
  /** The field with a rumor's name. */
  public static final String RUMOR = "rumor";

  /** The field with the number of hops that a rumor took. */
  public static final String HOP = "hop";

  /** The field with what a rumor says: a text as it is, all else as JSON; cut if it is long. */
  public static final String VALUE = "value";

  private static final int MAX_VALUE_CHARS = 120;

  private final Journal journal;
  private final NodeNames names;
  private final RumorTable rumors;

  /** A chronicle in a journal. */
  public JournalChronicle(Journal journal, NodeNames names, RumorTable rumors) {
    this.journal = journal;
    this.names = names;
    this.rumors = rumors;
  }

  @Override
  public boolean takes(Level level) {
    return journal.takes(level);
  }

  @Override
  public void write(RumorEvent event, long rumor, int peer, int hop) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(RUMOR, name(rumor));
    if (peer != UNKNOWN && !event.peerRole().isEmpty()) {
      fields.put(event.peerRole(), names.name(peer));
    }
    if (hop != UNKNOWN) {
      fields.put(HOP, hop);
    }
    JsonNode value = event == RumorEvent.BEGUN ? rumors.payload(rumor) : null;
    if (value != null) {
      fields.put(VALUE, shortened(value.isTextual() ? value.textValue() : Json.text(value)));
    }
    journal.write(Entry.of(event.level(), event.text(), fields));
  }

  private String name(long rumor) {
    RumorTable.Source source = rumors.sourceOf(rumor);
    return names.name(source.origin())
        + "/"
        + source.incarnation()
        + "/"
        + RumorTable.sequence(rumor);
  }

  private static String shortened(String value) {
    return value.length() <= MAX_VALUE_CHARS ? value : value.substring(0, MAX_VALUE_CHARS) + "...";
  }
}
