package org.hearsay.benchmarks.jackson;

import tools.jackson.databind.json.JsonMapper;

/** Jackson 3 binds records. */
final class Records3 implements Lines {
  private final JsonMapper mapper = new JsonMapper();

  @Override
  public Gossip read(byte[] line) {
    return mapper.readValue(line, Gossip.class);
  }

  @Override
  public byte[] write(Gossip gossip) {
    return mapper.writeValueAsBytes(gossip);
  }
}
