package org.hearsay.simulation;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.membership.Sightings;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.codec.MessageNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.simulation.nodes.Bundle;

/**
 * How many bytes an envelope is on the wire, worked out from the components of its records without
 * writing it: within a quarter of the real line. What it does not know are the clients' values,
 * which it takes for numbers of four digits, and the origins' names.
 */
public final class MessageSize {
  private static final int ENVELOPE_BYTES =
      "{\"src\":\"n\",\"dest\":\"n\",\"body\":{\"type\":\"gossip\",\"strategy\":\"\",\"messages\":[]}}\n"
          .length();
  private static final int LIFE_BYTES = ",\"life\":1767225600000".length();
  private static final int MEANT_BYTES = ",\"for\":1767225600000".length();
  private static final int NAMELESS_TYPE_BYTES = "{\"type\":\"\"}".length();
  private static final int NAMELESS_PART_BYTES = ",\"\":".length();

  /** A run of one source, without the numbers in it: {@code ["n",1767225600000,,],}. */
  private static final int RUN_BYTES = "[\"n\",1767225600000,,],".length();

  /** A sighting, without the numbers in it besides the life. */
  private static final int SIGHTING_BYTES = "[\"n\",1767225600000,],".length();

  private static final int VALUE_BYTES = "1234,".length();

  /** What is known of a message type once and for all. */
  private record Shape(int fixedBytes, List<Method> parts) {}

  private final int fixedBytes;
  private final Map<Class<?>, Shape> shapes = new HashMap<>();
  private Message last = new Bundle(Envelope.of(List.of()));
  private int lastBytes;

  /** The sizes of the messages of a strategy's nodes. */
  public MessageSize(ConfiguredStrategy<?, ?> strategy) {
    fixedBytes =
        ENVELOPE_BYTES
            + strategy.name().length()
            + (strategy.membership().isNone() ? 0 : LIFE_BYTES);
    for (Class<? extends Message> type : strategy.messageTypes()) {
      shapes.put(type, shape(type));
    }
  }

  private static Shape shape(Class<? extends Message> type) {
    int bytes = NAMELESS_TYPE_BYTES + MessageNames.of(type).length();
    List<Method> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      bytes += NAMELESS_PART_BYTES + component.getName().length();
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      parts.add(accessor);
    }
    return new Shape(bytes, parts);
  }

  /** The bytes of an envelope between two nodes, its line's end included. */
  @SuppressWarnings("ReferenceEquality") // What is sent to many peers is measured once.
  public int bytes(int from, int to, Message envelope) {
    if (envelope != last) {
      lastBytes = isMeantForALife(envelope) ? MEANT_BYTES : 0;
      int count = 0;
      for (Message message : Bundle.messages(envelope)) {
        lastBytes += bytes(message) + (count++ == 0 ? 0 : 1);
      }
      last = envelope;
    }
    return fixedBytes + digits(from) + digits(to) + lastBytes;
  }

  private static boolean isMeantForALife(Message envelope) {
    return envelope instanceof Bundle bundle && bundle.envelope().meant() != Envelope.NO_LIFE;
  }

  private int bytes(Message message) {
    Shape shape = shapes.get(message.getClass());
    if (shape == null) {
      throw new IllegalArgumentException("Undeclared message type " + message.getClass());
    }
    int bytes = shape.fixedBytes;
    for (Method part : shape.parts) {
      bytes += bytesOf(read(part, message));
    }
    return bytes;
  }

  private static Object read(Method part, Message message) {
    try {
      return part.invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int bytesOf(Object value) {
    if (value instanceof Number number) {
      return digits(number.longValue());
    } else if (value instanceof Boolean truth) {
      return truth ? 4 : 5;
    } else if (value instanceof Rumors rumors) {
      return runs(rumors.ids(), true);
    } else if (value instanceof RumorIds ids) {
      return runs(ids, false);
    } else if (value instanceof Digest digest) {
      return runs(digest);
    } else if (value instanceof Sightings sightings) {
      return sizeOf(sightings);
    }
    throw new IllegalArgumentException("No message can have a component of " + value.getClass());
  }

  private static int runs(RumorIds ids, boolean withValues) {
    int bytes = 2;
    for (int start = 0, end; start < ids.size(); start = end) {
      end = start + 1;
      while (end < ids.size() && ids.get(end) == ids.get(end - 1) + 1) {
        end++;
      }
      bytes += run(RumorTable.sourceNumber(ids.get(start)), RumorTable.sequence(ids.get(start)));
      bytes += withValues ? 1 + VALUE_BYTES * (end - start) : digits(end - start);
    }
    return bytes;
  }

  private static int runs(Digest digest) {
    int bytes = 2;
    for (Digest.Range range : digest.entries()) {
      bytes += run(range.source(), range.start()) + digits(range.end() - range.start());
    }
    return bytes;
  }

  private static int sizeOf(Sightings sightings) {
    int bytes = sightings.isEmpty() ? 2 : 1; // of the commas there is one less
    for (int i = 0; i < sightings.size(); i++) {
      bytes += SIGHTING_BYTES + digits(sightings.node(i)) + digits(sightings.note(i));
    }
    return bytes;
  }

  private static int run(int source, int start) {
    return RUN_BYTES + digits(source) + digits(start);
  }

  private static int digits(long number) {
    int digits = number < 0 ? 2 : 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
