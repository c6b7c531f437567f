package org.hearsay.benchmarks.jackson;

import java.io.IOException;

/** A way of reading and writing lines. */
interface Lines {
  Gossip read(byte[] line) throws IOException;

  byte[] write(Gossip gossip) throws IOException;
}
