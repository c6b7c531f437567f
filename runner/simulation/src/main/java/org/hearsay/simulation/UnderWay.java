package org.hearsay.simulation;

import java.util.Arrays;
import org.hearsay.api.Message;
import org.hearsay.simulation.time.FreeNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes on their way, and who sent them, by numbers that are used again. A number costs 8
 * bytes: nodes that pass on the same object share the reference to it.
 */
final class UnderWay {
  /** How many envelopes may be under way. */
  static final int MOST = (EventLoop.MOST_NUMBER + 1) >> 1;

  private static final int SENDER_BITS = 24;
  private static final int SENDER_MASK = (1 << SENDER_BITS) - 1;

  /** How many of the envelopes sent last are looked at for one to share. */
  private static final int RECENT = 8;

  /** For each number the sender, and the number of the contents. */
  private long[] entries = new long[64];

  private final FreeNumbers freeEntries = new FreeNumbers(MOST);
  private @Nullable Message[] contents = new Message[64];
  private int[] uses = new int[64];
  private final FreeNumbers freeContents = new FreeNumbers(MOST);
  private final int[] recent = new int[RECENT];
  private int recentNext;

  /** Takes an envelope in; returns its number, the smaller the better. */
  int add(int from, Message envelope) {
    int entry = freeEntries.take();
    if (entry == entries.length) {
      entries = Arrays.copyOf(entries, entry * 2);
    }
    int content = content(envelope);
    uses[content]++;
    entries[entry] = (long) content << SENDER_BITS | from;
    return entry;
  }

  @SuppressWarnings(
      "ReferenceEquality") // An equal one in another object is not found, and need not be.
  private int content(Message envelope) {
    for (int content : recent) {
      if (contents[content] == envelope) {
        return content;
      }
    }
    int content = freeContents.take();
    if (content == uses.length) {
      contents = Arrays.copyOf(contents, content * 2);
      uses = Arrays.copyOf(uses, content * 2);
    }
    contents[content] = envelope;
    recent[recentNext] = content;
    recentNext = (recentNext + 1) % RECENT;
    return content;
  }

  /** The envelope with a number. */
  Message envelope(int number) {
    Message envelope = contents[(int) (entries[number] >>> SENDER_BITS)];
    if (envelope == null) {
      throw new IllegalStateException("There is no envelope " + number);
    }
    return envelope;
  }

  /** Who sent it. */
  int sender(int number) {
    return (int) entries[number] & SENDER_MASK;
  }

  /** Forgets an envelope, whose number is free again. */
  void remove(int number) {
    int content = (int) (entries[number] >>> SENDER_BITS);
    if (--uses[content] == 0) {
      contents[content] = null;
      freeContents.giveBack(content);
    }
    freeEntries.giveBack(number);
  }

  /**
   * Reads envelopes and who sent them.
   *
   * @return any number, so that the reading cannot be optimized away
   */
  int readAhead(int[] numbers, int mask, Message[] into, int count) {
    int read = 0;
    for (int i = 0; i < count; i++) {
      read += (int) entries[numbers[i] & mask];
    }
    for (int i = 0; i < count; i++) {
      into[i] = envelope(numbers[i] & mask);
    }
    return read;
  }
}
