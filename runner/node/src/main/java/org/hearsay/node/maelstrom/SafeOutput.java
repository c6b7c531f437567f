package org.hearsay.node.maelstrom;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets bytes out after all that they may depend on is safe. It is to stand behind a buffer. */
final class SafeOutput extends FilterOutputStream {
  private final Runnable commit;

  SafeOutput(OutputStream out, Runnable commit) {
    super(out);
    this.commit = commit;
  }

  @Override
  public void write(int b) throws IOException {
    commit.run();
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    commit.run();
    out.write(bytes, start, length);
  }

  @Override
  public void flush() throws IOException {
    commit.run();
    out.flush();
  }
}
