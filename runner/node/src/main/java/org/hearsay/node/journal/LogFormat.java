package org.hearsay.node.journal;

/** What a line of a log looks like. */
public enum LogFormat {
  /** For people: {@code 2026-01-01T00:00:00.000000Z INFO n3 delivered rumor=n0/17/4 from=n2}. */
  TEXT,
  /** A JSON object. */
  JSON
}
