package org.hearsay.benchmarks.jackson;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Jackson 2 binds records. */
final class Records2 implements Lines {
  private final JsonMapper mapper = new JsonMapper();

  @Override
  public Gossip read(byte[] line) throws IOException {
    return mapper.readValue(line, Gossip.class);
  }

  @Override
  public byte[] write(Gossip gossip) throws IOException {
    return mapper.writeValueAsBytes(gossip);
  }
}
