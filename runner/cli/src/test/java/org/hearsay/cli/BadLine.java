package org.hearsay.cli;

import java.util.List;

/**
 * A line that no node should be sent, and what becomes of it.
 *
 * @param what what is wrong with it
 * @param text the line; NODE, PEER and STRATEGY stand for the node, another one, and what it runs
 * @param code the code of the error reply, or {@link #NO_REPLY} if there is nobody to reply to
 */
record BadLine(String what, String text, int code) {
  static final int NO_REPLY = 0;
  static final int MESSAGE_ID = 77;

  private static final int NOT_SUPPORTED = 10;
  private static final int MALFORMED = 12;
  private static final String MEGABYTE = "x".repeat(1_000_000);

  static final List<BadLine> ALL =
      List.of(
          new BadLine("half a line", "{\"src\":\"c1\",", NO_REPLY),
          new BadLine("no JSON", "Listening on port 80", NO_REPLY),
          new BadLine("not an object", "[1,2]", NO_REPLY),
          new BadLine("an empty line", "", NO_REPLY),
          new BadLine("a megabyte without meaning", MEGABYTE, NO_REPLY),
          new BadLine("no src", "{\"dest\":\"NODE\",\"body\":{\"type\":\"read\"}}", NO_REPLY),
          new BadLine("no body", "{\"src\":\"c1\",\"dest\":\"NODE\"}", NO_REPLY),
          client("no type", "\"x\":1", MALFORMED),
          client("no message", "\"type\":\"broadcast\"", MALFORMED),
          client("no topology", "\"type\":\"topology\"", MALFORMED),
          client("an unknown type", "\"type\":\"frobnicate\"", NOT_SUPPORTED),
          client("a topology that is a list", "\"type\":\"topology\",\"topology\":[3]", MALFORMED),
          client(
              "a topology of strangers",
              "\"type\":\"topology\",\"topology\":{\"NODE\":[\"x7\"]}",
              MALFORMED),
          client(
              "another identity",
              "\"type\":\"init\",\"node_id\":\"z\",\"node_ids\":[\"z\"]",
              MALFORMED),
          client(
              "a value of a megabyte",
              "\"type\":\"broadcast\",\"message\":\"" + MEGABYTE + "\"",
              MALFORMED),
          peer("another strategy", "\"strategy\":\"other\",\"messages\":[]"),
          peer("an envelope of the wrong shape", "\"strategy\":\"STRATEGY\",\"messages\":7"),
          peer("an unknown message", "\"strategy\":\"STRATEGY\",\"messages\":[{\"type\":\"x\"}]"));

  private static BadLine client(String what, String body, int code) {
    return new BadLine(
        what,
        "{\"src\":\"c999\",\"dest\":\"NODE\",\"body\":{\"msg_id\":"
            + MESSAGE_ID
            + ","
            + body
            + "}}",
        code);
  }

  private static BadLine peer(String what, String body) {
    return new BadLine(
        "a peer with " + what,
        "{\"src\":\"PEER\",\"dest\":\"NODE\",\"body\":{\"type\":\"gossip\",\"msg_id\":"
            + MESSAGE_ID
            + ","
            + body
            + "}}",
        MALFORMED);
  }

  String textFor(String node, String strategy) {
    return text.replace("NODE", node)
        .replace("PEER", node.equals("n0") ? "n1" : "n0")
        .replace("STRATEGY", strategy);
  }
}
