package org.hearsay.maelstrom;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the numbers that Clojure prints and EDN readers lack or round: {@code 27.576422} becomes
 * a decimal of exactly these digits, a ratio such as {@code 35/87} the decimal nearest to it,
 * {@code 0x1f} a whole number, and {@code ##NaN} a keyword.
 */
final class ClojureNumbers {
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)");
  private static final Pattern RATIO = Pattern.compile("([-+]?[0-9]+)/([0-9]*[1-9][0-9]*)");
  private static final Pattern HEXADECIMAL = Pattern.compile("([-+]?)0[xX]([0-9a-fA-F]+)");
  private static final String DELIMITERS = "()[]{}\";,";

  private final String text;
  private final StringBuilder exact;
  private int position;

  private ClojureNumbers(String text) {
    this.text = text;
    this.exact = new StringBuilder(text.length() + text.length() / 8);
  }

  /** The same text with such numbers. */
  static String exact(String text) {
    return new ClojureNumbers(text).rewritten();
  }

  private String rewritten() {
    while (position < text.length()) {
      char next = text.charAt(position);
      if (next == '"') {
        copy(endOfString());
      } else if (next == ';') {
        copy(endOfLine());
      } else if (next == '\\') {
        copy(position + 2);
      } else if (isDelimiter(next)) {
        copy(position + 1);
      } else {
        String token = text.substring(position, endOfToken());
        exact.append(rewritten(token));
        position += token.length();
      }
    }
    return exact.toString();
  }

  private void copy(int end) {
    int last = Math.min(end, text.length());
    exact.append(text, position, last);
    position = last;
  }

  private int endOfString() {
    int at = position + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private int endOfLine() {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end;
  }

  private int endOfToken() {
    int at = position;
    while (at < text.length() && !isDelimiter(text.charAt(at)) && text.charAt(at) != '\\') {
      at++;
    }
    return at;
  }

  private static boolean isDelimiter(char character) {
    return character <= ' ' || DELIMITERS.indexOf(character) >= 0;
  }

  private static String rewritten(String token) {
    if (token.startsWith("##")) {
      return ":" + token.substring(2);
    }
    if (FLOAT.matcher(token).matches()) {
      return token + "M";
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(token);
    if (hexadecimal.matches()) {
      return hexadecimal.group(1) + new BigInteger(hexadecimal.group(2), 16) + "N";
    }
    Matcher ratio = RATIO.matcher(token);
    return ratio.matches() ? quotient(ratio.group(1), ratio.group(2)) : token;
  }

  private static String quotient(String part, String whole) {
    return new BigDecimal(part).divide(new BigDecimal(whole), MathContext.DECIMAL64).toPlainString()
        + "M";
  }
}
