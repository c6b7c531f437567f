package org.hearsay.simulation;

import java.util.List;
import java.util.zip.CRC32C;
import org.hearsay.api.Message;
import org.hearsay.node.random.SeededRandom;

/** Condenses a run into one number that any difference changes. */
final class TraceHash implements RunObserver {
  private long hash;

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    CRC32C content = new CRC32C();
    content.update(line);
    add(micros, 1, from, to, content.getValue());
  }

  @Override
  public void lost(long micros, int from, int to, List<? extends Message> envelope) {
    add(micros, 2, from, to, envelope.size());
  }

  @Override
  public void received(long micros, int from, int to, List<? extends Message> envelope) {
    add(micros, 3, from, to, envelope.size());
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    add(micros, 4, from, node, rumor);
  }

  private void add(long micros, int kind, int from, int to, long detail) {
    hash = SeededRandom.mix(hash ^ micros);
    hash = SeededRandom.mix(hash + kind);
    hash = SeededRandom.mix(hash ^ ((long) from << Integer.SIZE | to));
    hash = SeededRandom.mix(hash + detail);
  }

  long value() {
    return hash;
  }
}
