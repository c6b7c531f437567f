package org.hearsay.maelstrom;

import org.jspecify.annotations.Nullable;
import us.bpsm.edn.EdnException;
import us.bpsm.edn.parser.Parseable;
import us.bpsm.edn.parser.Parser;
import us.bpsm.edn.parser.Parsers;

/** Reads one value of EDN as Clojure prints it. Tagged values of any kind are let pass. */
final class Edn {

  /** What is wrong with a text. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    /** Whether the text ends before its value does. */
    final boolean cutOff;

    SyntaxException(String reason, boolean cutOff) {
      super(reason);
      this.cutOff = cutOff;
    }
  }

  /** The characters of a text, and how many of them have been read. */
  private static final class Source implements Parseable {
    private final String text;
    private int position;

    Source(String text) {
      this.text = text;
    }

    @Override
    public int read() {
      int at = position++;
      return at < text.length() ? text.charAt(at) : END_OF_INPUT;
    }

    @Override
    public void unread(int character) {
      position--;
    }

    @Override
    public void close() {}

    /** Whether more was wanted than there is. */
    boolean isExhausted() {
      return position > text.length();
    }

    long line() {
      String before = text.substring(0, Math.min(position, text.length()));
      return 1 + before.chars().filter(character -> character == '\n').count();
    }
  }

  private Edn() {}

  /**
   * The value of a text, with numbers as {@link ClojureNumbers} has them.
   *
   * @throws SyntaxException if it holds no value, or more than one, or is none of EDN's
   */
  static @Nullable Object parse(String text) throws SyntaxException {
    Source source = new Source(ClojureNumbers.exact(text));
    Parser parser = Parsers.newParser(Parsers.defaultConfiguration());
    try {
      Object value = parser.nextValue(source);
      if (value == Parser.END_OF_INPUT) {
        throw new SyntaxException("it holds nothing", true);
      }
      if (parser.nextValue(source) != Parser.END_OF_INPUT) {
        throw new SyntaxException("it holds more than one value", false);
      }
      return value;
    } catch (StackOverflowError e) {
      throw new SyntaxException("it is nested too deeply", false);
    } catch (EdnException | IllegalArgumentException e) {
      throw new SyntaxException(
          "line " + source.line() + ": " + String.valueOf(e.getMessage()), source.isExhausted());
    }
  }
}
