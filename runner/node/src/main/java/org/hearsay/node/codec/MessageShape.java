package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.membership.Sightings;

/** How one message record is written as a JSON object: its components in order, by name. */
final class MessageShape {

  private enum Kind {
    INT(int.class),
    LONG(long.class),
    BOOLEAN(boolean.class),
    RUMORS(Rumors.class),
    RUMOR_IDS(RumorIds.class),
    DIGEST(Digest.class),
    SIGHTINGS(Sightings.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    static Kind of(Class<?> owner, Class<?> type) {
      for (Kind kind : values()) {
        if (kind.type == type) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "Message "
              + owner.getName()
              + " has a component of type "
              + type.getSimpleName()
              + "; use int, long, boolean, Rumors, RumorIds, Digest or Sightings");
    }
  }

  private record Part(String name, Kind kind, Method accessor) {}

  /**
   * One for all nodes of a process: Java makes code for each of its methods that is called often.
   */
  private static final ClassValue<MessageShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected MessageShape computeValue(Class<?> type) {
          return new MessageShape(type.asSubclass(Message.class));
        }
      };

  private final String name;
  private final Constructor<? extends Message> constructor;
  private final List<Part> parts = new ArrayList<>();

  /**
   * The shape of a type of message.
   *
   * @throws IllegalArgumentException if one of its components has no JSON form
   */
  static MessageShape of(Class<? extends Message> type) {
    return SHAPES.get(type);
  }

  private MessageShape(Class<? extends Message> type) {
    name = MessageNames.of(type);
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (component.getName().equals("type")) {
        throw new IllegalArgumentException(
            "Message " + type.getName() + ": a component cannot be called type, rename it");
      }
      if (component.getType() == Rumors.class && !component.getName().equals("rumors")) {
        throw new IllegalArgumentException(
            "Message " + type.getName() + ": call the component of type Rumors rumors");
      }
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      parts.add(new Part(component.getName(), Kind.of(type, component.getType()), accessor));
    }
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " is not a record", e);
    }
  }

  String name() {
    return name;
  }

  void write(JsonGenerator json, ValueFormats formats, Message message) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", name);
    for (Part part : parts) {
      json.writeFieldName(part.name);
      Object value = read(part, message);
      switch (part.kind) {
        case INT -> json.writeNumber((int) value);
        case LONG -> json.writeNumber((long) value);
        case BOOLEAN -> json.writeBoolean((boolean) value);
        case RUMORS -> formats.runs().write(json, (Rumors) value);
        case RUMOR_IDS -> formats.runs().write(json, (RumorIds) value);
        case DIGEST -> formats.runs().write(json, (Digest) value);
        case SIGHTINGS -> formats.sightings().write(json, (Sightings) value);
      }
    }
    json.writeEndObject();
  }

  /** Reads the members of an object that has begun, among which its type may be or not. */
  Message read(JsonParser json, ValueFormats formats)
      throws IOException, MalformedMessageException {
    Object[] values = new Object[parts.size()];
    int read = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (!key.equals("type")) {
        int part = indexOf(key);
        if (part < 0 || values[part] != null) {
          throw otherKeys();
        }
        values[part] = readValue(parts.get(part), json, value, formats);
        read++;
      } else if (value != JsonToken.VALUE_STRING || !json.getText().equals(name)) {
        throw otherKeys();
      }
    }
    if (read < values.length) {
      throw otherKeys();
    }
    return made(values);
  }

  private int indexOf(String key) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name.equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private MalformedMessageException otherKeys() {
    return new MalformedMessageException(
        name + " with other keys than " + parts.stream().map(Part::name).toList());
  }

  private Message made(Object[] values) throws MalformedMessageException {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new MalformedMessageException(name + " refused: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object readValue(Part part, JsonParser json, JsonToken value, ValueFormats formats)
      throws IOException, MalformedMessageException {
    switch (part.kind) {
      case INT -> {
        if (Json.isInt(json, value)) {
          return json.getIntValue();
        }
      }
      case LONG -> {
        if (Json.isLong(json, value)) {
          return json.getLongValue();
        }
      }
      case BOOLEAN -> {
        if (value.isBoolean()) {
          return value == JsonToken.VALUE_TRUE;
        }
      }
      case RUMORS -> {
        return formats.runs().readRumors(json);
      }
      case RUMOR_IDS -> {
        return formats.runs().readIds(json);
      }
      case DIGEST -> {
        return formats.runs().readDigest(json);
      }
      case SIGHTINGS -> {
        return formats.sightings().read(json);
      }
    }
    throw new MalformedMessageException(
        name + " whose " + part.name + " is no " + part.kind.type.getSimpleName());
  }

  private static Object read(Part part, Message message) {
    try {
      return part.accessor.invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
