package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.hearsay.api.membership.Sightings;

/** Sightings as JSON: of each node its name, the life that is meant, and the note. */
final class SightingLists {
  private final NodeNames names;

  SightingLists(NodeNames names) {
    this.names = names;
  }

  void write(JsonGenerator json, Sightings sightings) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < sightings.size(); i++) {
      json.writeStartArray();
      json.writeString(names.name(sightings.node(i)));
      json.writeNumber(sightings.incarnation(i));
      json.writeNumber(sightings.note(i));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  Sightings read(JsonParser json) throws IOException, MalformedMessageException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new MalformedMessageException("sightings not written as an array");
    }
    Sightings.Builder sightings = Sightings.builder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_ARRAY);
      require(json.nextToken() == JsonToken.VALUE_STRING);
      String name = json.getText();
      int node = names.number(name);
      if (node < 0) {
        throw new MalformedMessageException("a sighting of an unknown node " + Json.quote(name));
      }
      require(Json.isLong(json, json.nextToken()));
      long incarnation = json.getLongValue();
      require(Json.isLong(json, json.nextToken()));
      sightings.add(node, incarnation, json.getLongValue());
      require(json.nextToken() == JsonToken.END_ARRAY);
    }
    return sightings.build();
  }

  private static void require(boolean asWritten) throws MalformedMessageException {
    if (!asWritten) {
      throw new MalformedMessageException("a sighting that is not [node, incarnation, note]");
    }
  }
}
