package org.hearsay.node.maelstrom;

import java.util.regex.Pattern;

/** A message is refused, with one of Maelstrom's error codes and a clause that says why. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_CHARS = 400;
  private static final Pattern UNPRINTABLE = Pattern.compile("\\R|\\p{Cntrl}");

  /** The node knows no messages of that type, or has no room for such a cluster. */
  static final int NOT_SUPPORTED = 10;

  /** The node has not been told who it is, or can take no more now. */
  static final int TEMPORARILY_UNAVAILABLE = 11;

  /** The message is not of the shape its type asks for, or no node will ever take what it says. */
  static final int MALFORMED_REQUEST = 12;

  /** The node failed while handling the message; whether it took effect is unknown. */
  static final int CRASH = 13;

  private final int code;

  /** With a clause for a log, on one line and cut where what it quotes is long. */
  RefusedException(int code, String reason) {
    super(oneLine(reason), null, false, false); // a refusal must be cheap
    this.code = code;
  }

  static RefusedException malformed(String reason) {
    return new RefusedException(MALFORMED_REQUEST, reason);
  }

  int code() {
    return code;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  private static String oneLine(String text) {
    String start = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) + "..." : text;
    return UNPRINTABLE.matcher(start).replaceAll(" ");
  }
}
