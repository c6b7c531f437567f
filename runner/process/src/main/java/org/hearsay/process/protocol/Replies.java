package org.hearsay.process.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Maelstrom accepts as replies to its clients. */
public final class Replies {
  /** Codes of errors after which it is certain that the request had no effect. */
  private static final Set<Integer> DEFINITE = Set.of(1, 10, 11, 12, 14, 20, 21, 22, 30);

  private static final Set<String> EVERYWHERE = Set.of("type", "in_reply_to", "msg_id");

  private Replies() {}

  /** Whether a reply says that the request failed. */
  public static boolean isError(JsonNode body) {
    return "error".equals(body.path("type").textValue());
  }

  /** Whether an error says that the request surely had no effect. */
  public static boolean isDefinite(JsonNode error) {
    return DEFINITE.contains(error.path("code").asInt(-1));
  }

  /**
   * What is wrong with a reply, or null: it has to have the type, what belongs to the type and, but
   * for {@code msg_id}, nothing else. Of a reply to init nothing but the type is asked.
   *
   * @param request the type of the request: {@code read}, {@code broadcast} and so on
   */
  public static @Nullable String problem(String request, JsonNode body) {
    String type = request + "_ok";
    if (!type.equals(body.path("type").textValue())) {
      return body.has("type")
          ? "a reply of type " + Shown.start(body.path("type").toString()) + " to " + request
          : "a reply to " + request + " without \"type\"";
    }
    if (request.equals("init")) {
      return null;
    }
    boolean isRead = request.equals("read");
    if (isRead && !body.path("messages").isArray()) {
      return "a read_ok without the list \"messages\"";
    }
    if (body.has("msg_id") && !body.path("msg_id").isIntegralNumber()) {
      return "a " + type + " whose \"msg_id\" is no whole number";
    }
    for (Iterator<String> keys = body.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!EVERYWHERE.contains(key) && !(isRead && key.equals("messages"))) {
        return "a "
            + type
            + " with the key \""
            + Shown.start(key)
            + "\", which does not belong there";
      }
    }
    return null;
  }

  /** The values of a read; what is no whole number is -1, which nobody broadcasts. */
  public static int[] values(JsonNode readOk) {
    JsonNode messages = readOk.path("messages");
    int[] values = new int[messages.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = messages.path(i);
      values[i] = value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : -1;
    }
    return values;
  }
}
