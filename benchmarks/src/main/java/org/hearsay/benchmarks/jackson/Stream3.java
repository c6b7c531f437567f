package org.hearsay.benchmarks.jackson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Jackson 3 token by token. */
final class Stream3 implements Lines {
  private final JsonFactory factory = new JsonFactory();

  @Override
  public Gossip read(byte[] line) throws IOException {
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), line)) {
      String src = "";
      String dest = "";
      Gossip.Body body = new Gossip.Body("", "", 0, List.of());
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "src" -> src = json.getString();
          case "dest" -> dest = json.getString();
          case "body" -> body = readBody(json);
          default -> throw new IOException("an unknown key " + name);
        }
      }
      return new Gossip(src, dest, body);
    }
  }

  private static Gossip.Body readBody(JsonParser json) throws IOException {
    String type = "";
    String origin = "";
    long first = 0;
    List<Integer> values = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "type" -> type = json.getString();
        case "origin" -> origin = json.getString();
        case "first" -> first = json.getLongValue();
        case "values" -> {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(json.getIntValue());
          }
        }
        default -> throw new IOException("an unknown key " + name);
      }
    }
    return new Gossip.Body(type, origin, first, values);
  }

  @Override
  public byte[] write(Gossip gossip) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("src", gossip.src());
      json.writeStringProperty("dest", gossip.dest());
      json.writeObjectPropertyStart("body");
      json.writeStringProperty("type", gossip.body().type());
      json.writeStringProperty("origin", gossip.body().origin());
      json.writeNumberProperty("first", gossip.body().first());
      json.writeArrayPropertyStart("values");
      for (int value : gossip.body().values()) {
        json.writeNumber(value);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
