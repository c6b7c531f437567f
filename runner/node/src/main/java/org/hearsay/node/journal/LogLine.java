package org.hearsay.node.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.node.codec.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * A line of a node's log, in either form.
 *
 * @param time when, by the node's wall clock
 * @param level how much it matters
 * @param node who says it
 * @param event what happened
 * @param fields with whom and what; a number or a text each, a text after reading
 * @param text what else there is to say, which may be nothing
 * @param trace the frames of what was thrown, a line each; null if nothing was, or unknown
 */
public record LogLine(
    Instant time,
    Level level,
    String node,
    String event,
    Map<String, Object> fields,
    String text,
    @Nullable String trace) {
  private static final Pattern TEXT_LINE =
      Pattern.compile("(\\d{4}-\\S+Z) (DEBUG|INFO|WARN|ERROR) +(\\S+) (\\S+)(?: (.*))?");
  private static final Pattern FIELD =
      Pattern.compile("([a-z][a-z0-9_]*)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"]*)(?: |$)");

  /** The line in a form, without its end. */
  public String in(LogFormat format) {
    return format == LogFormat.JSON ? json() : sentence();
  }

  private String sentence() {
    StringBuilder line = new StringBuilder(128);
    line.append(TimeText.of(time))
        .append(' ')
        .append(level)
        .append(' ')
        .append(node)
        .append(' ')
        .append(event);
    fields.forEach((name, value) -> line.append(' ').append(name).append('=').append(word(value)));
    if (!text.isEmpty()) {
      line.append(' ').append(text.replace("\n", "\\n"));
    }
    if (trace != null) {
      trace.lines().skip(saysFirst(trace) ? 1 : 0).forEach(each -> line.append('\n').append(each));
    }
    return line.toString();
  }

  /** Whether the text ends as the trace begins: that need not be said twice. */
  private boolean saysFirst(String frames) {
    return text.endsWith(frames.lines().findFirst().orElse(""));
  }

  private static String word(Object value) {
    String word = value.toString();
    return isPlain(word) ? word : Json.quote(word);
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char next = word.charAt(i);
      if (next <= ' ' || next > '~' || next == '"') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private String json() {
    ObjectNode line = Json.object();
    line.put("time", TimeText.of(time));
    line.put("level", level.name().toLowerCase(Locale.ROOT));
    line.put("node", node);
    line.put("event", event);
    fields.forEach(
        (name, value) -> {
          if (value instanceof Integer || value instanceof Long) {
            line.put(name, ((Number) value).longValue());
          } else {
            line.put(name, value.toString());
          }
        });
    if (!text.isEmpty()) {
      line.put("text", text);
    }
    if (trace != null) {
      line.put("trace", trace);
    }
    return Json.text(line);
  }

  /** Reads a line in either form; empty if it is none of a node of ours. */
  public static Optional<LogLine> parse(String line) {
    try {
      return line.startsWith("{") ? parseJson(line) : parseText(line);
    } catch (DateTimeException | IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<LogLine> parseText(String line) throws IOException {
    Matcher parts = TEXT_LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    String rest = parts.group(5) == null ? "" : parts.group(5);
    Matcher field = FIELD.matcher(rest);
    int end = 0;
    while (field.find(end) && field.start() == end) {
      String value = field.group(2);
      fields.put(field.group(1), value.startsWith("\"") ? read(value).textValue() : value);
      end = field.end();
    }
    return Optional.of(
        new LogLine(
            Instant.parse(parts.group(1)),
            Level.valueOf(parts.group(2)),
            parts.group(3),
            parts.group(4),
            fields,
            rest.substring(end),
            null));
  }

  private static Optional<LogLine> parseJson(String line) throws IOException {
    JsonNode read = read(line);
    Map<String, Object> fields = new LinkedHashMap<>();
    read.properties().forEach(each -> fields.put(each.getKey(), each.getValue().asText()));
    Object time = fields.remove("time");
    Object level = fields.remove("level");
    Object node = fields.remove("node");
    Object event = fields.remove("event");
    Object text = fields.remove("text");
    Object trace = fields.remove("trace");
    return time == null || level == null || node == null || event == null
        ? Optional.empty()
        : Optional.of(
            new LogLine(
                Instant.parse(time.toString()),
                Level.valueOf(level.toString().toUpperCase(Locale.ROOT)),
                node.toString(),
                event.toString(),
                fields,
                text == null ? "" : text.toString(),
                trace == null ? null : trace.toString()));
  }

  private static JsonNode read(String json) throws IOException {
    return Json.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A field; null if there is none of that name. */
  public @Nullable String field(String name) {
    Object value = fields.get(name);
    return value == null ? null : value.toString();
  }
}
