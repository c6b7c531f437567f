package org.hearsay.node.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;

/** About how many bytes a message is on the wire, found without writing it. */
final class MessageBytes {
  private static final int MESSAGE = 64;
  private static final int RUN = 32;
  private static final int SHORT_VALUE = 8;

  /** What lists names of rumors; a record's other parts are as good as nothing. */
  private static final ClassValue<List<Method>> LISTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          List<Method> lists = new ArrayList<>();
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent each : components == null ? new RecordComponent[0] : components) {
            if (each.getType() == RumorIds.class || each.getType() == Digest.class) {
              each.getAccessor().setAccessible(true);
              lists.add(each.getAccessor());
            }
          }
          return lists;
        }
      };

  private final RumorTable rumors;

  /** The sizes of messages that carry these rumors. */
  MessageBytes(RumorTable rumors) {
    this.rumors = rumors;
  }

  int of(Message message) {
    long bytes = MESSAGE;
    Rumors carried = message.rumors();
    for (int i = 0; i < carried.size() && bytes < Integer.MAX_VALUE; i++) {
      bytes += 2 + bytes(rumors.payload(carried.get(i)));
    }
    bytes += runs(carried.ids());
    for (Method list : LISTS.get(message.getClass())) {
      bytes += bytes(list, message);
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  private static long bytes(Method list, Message message) {
    try {
      return list.invoke(message) instanceof Digest digest
          ? (long) RUN * digest.entries().size()
          : runs((RumorIds) list.invoke(message));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long runs(RumorIds ids) {
    long runs = 0;
    for (int i = 0; i < ids.size(); i++) {
      runs += i > 0 && ids.get(i) == ids.get(i - 1) + 1 ? 0 : 1;
    }
    return (long) RUN * runs;
  }

  private static long bytes(@Nullable JsonNode value) {
    if (value == null) {
      return SHORT_VALUE;
    }
    if (value.isTextual()) {
      return (long) SHORT_VALUE + value.textValue().length();
    }
    long bytes = SHORT_VALUE;
    for (JsonNode child : value) {
      bytes += SHORT_VALUE + bytes(child);
    }
    return bytes;
  }
}
