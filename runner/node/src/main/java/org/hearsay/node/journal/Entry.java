package org.hearsay.node.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One thing that a node says.
 *
 * @param level how much it matters
 * @param node who says it; {@value #NOBODY} before a node knows who it is
 * @param event what happened, in one word that stays the same
 * @param fields with whom and what, by names that stay the same
 * @param text the rest of the sentence that the event begins, for people; may be empty
 * @param failure what was thrown, if something was
 */
public record Entry(
    Level level,
    String node,
    String event,
    Map<String, Object> fields,
    String text,
    @Nullable Throwable failure) {
  /** The name of a node that has none yet. */
  public static final String NOBODY = "-";

  /** The node knows who it is. */
  public static final String STARTED = "started";

  /** The strategy has thrown something. */
  public static final String FAILED = "failed";

  /** What the node has counted. */
  public static final String METRICS = "metrics";

  /** An entry whose fields are not changed by anybody any more. */
  public Entry {
    fields = Collections.unmodifiableMap(fields);
  }

  private static Entry of(Level level, String event, String text) {
    return new Entry(level, NOBODY, event, Map.of(), text, null);
  }

  /** Something usual. */
  public static Entry info(String event, String text) {
    return of(Level.INFO, event, text);
  }

  /** Something that should not have come, and does no harm. */
  public static Entry warn(String event, String text) {
    return of(Level.WARN, event, text);
  }

  /** Something that must not happen. */
  public static Entry error(String event, String text, Throwable failure) {
    return new Entry(Level.ERROR, NOBODY, event, Map.of(), text, failure);
  }

  /** Something with nothing but fields. */
  public static Entry of(Level level, String event, Map<String, Object> fields) {
    return new Entry(level, NOBODY, event, fields, "", null);
  }

  /** The same with one more field. */
  public Entry with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new Entry(level, node, event, more, text, failure);
  }

  /** The same by somebody. */
  Entry by(String speaker) {
    return new Entry(level, speaker, event, fields, text, failure);
  }

  /** The whole as a sentence: the event, its fields and the text. */
  public String sentence() {
    String known =
        fields.entrySet().stream()
            .map(field -> " " + field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining());
    return event + known + (text.isEmpty() ? "" : " " + text);
  }
}
