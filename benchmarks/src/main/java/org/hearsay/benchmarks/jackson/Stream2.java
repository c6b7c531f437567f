package org.hearsay.benchmarks.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Jackson 2 token by token. */
final class Stream2 implements Lines {
  private final JsonFactory factory = new JsonFactory();

  @Override
  public Gossip read(byte[] line) throws IOException {
    try (JsonParser json = factory.createParser(line)) {
      String src = "";
      String dest = "";
      Gossip.Body body = new Gossip.Body("", "", 0, List.of());
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "src" -> src = json.getText();
          case "dest" -> dest = json.getText();
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
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "type" -> type = json.getText();
        case "origin" -> origin = json.getText();
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
  public byte[] write(Gossip gossip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("src", gossip.src());
      json.writeStringField("dest", gossip.dest());
      json.writeObjectFieldStart("body");
      json.writeStringField("type", gossip.body().type());
      json.writeStringField("origin", gossip.body().origin());
      json.writeNumberField("first", gossip.body().first());
      json.writeArrayFieldStart("values");
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
