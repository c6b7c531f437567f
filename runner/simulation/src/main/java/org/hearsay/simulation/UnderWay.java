package org.hearsay.simulation;

import java.util.Arrays;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.simulation.time.FreeNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes on their way, and who sent them, by numbers that are used again. What an envelope holds
 * is its content, of which nodes that pass on the same object share one.
 *
 * <p>A number is the content's and the sender's in one, and costs nothing. Where contents are too
 * many for the bits that a number has, it is that of an entry of 8 bytes.
 */
final class UnderWay {
  private static final int MOST_BITS = 28;

  /** How many of the envelopes sent last are looked at for one to share. */
  private static final int RECENT = 8;

  private final int senderBits;

  /** The first of the numbers that are those of entries, and how many there are of either kind. */
  private final long filed;

  /** What did not fit into a number. */
  private long[] entries = new long[64];

  private final FreeNumbers freeEntries;
  private @Nullable Message[] contents = new Message[64];
  private long[] firstRumors = new long[64];
  private int[] uses = new int[64];
  private final FreeNumbers freeContents = new FreeNumbers(1 << MOST_BITS);
  private final int[] recent = new int[RECENT];
  private int recentNext;

  /** Envelopes from senders of so many bits, by numbers of so many bits. */
  UnderWay(int senderBits, int numberBits) {
    this.senderBits = senderBits;
    this.filed = 1L << (numberBits - 1);
    this.freeEntries = new FreeNumbers(1 << Math.min(MOST_BITS, numberBits - 1));
  }

  /** Takes an envelope in; returns its number. */
  long add(int from, Message envelope) {
    int content = content(envelope);
    uses[content]++;
    long entry = (long) content << senderBits | from;
    return entry < filed ? entry : file(entry);
  }

  private long file(long entry) {
    int place = freeEntries.take();
    if (place == entries.length) {
      entries = Arrays.copyOf(entries, place * 2);
    }
    entries[place] = entry;
    return filed | place;
  }

  private long entry(long number) {
    return number < filed ? number : entries[(int) (number - filed)];
  }

  private int content(long entry) {
    return (int) (entry >>> senderBits);
  }

  private int sender(long entry) {
    return (int) entry & ((1 << senderBits) - 1);
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
      firstRumors = Arrays.copyOf(firstRumors, content * 2);
      uses = Arrays.copyOf(uses, content * 2);
    }
    contents[content] = envelope;
    Rumors rumors = envelope.rumors();
    firstRumors[content] = rumors.isEmpty() ? -1 : rumors.get(0);
    recent[recentNext] = content;
    recentNext = (recentNext + 1) % RECENT;
    return content;
  }

  /** The envelope with a number. */
  Message envelope(long number) {
    Message envelope = contents[content(entry(number))];
    if (envelope == null) {
      throw new IllegalStateException("There is no envelope " + number);
    }
    return envelope;
  }

  /** Who sent it. */
  int from(long number) {
    return sender(entry(number));
  }

  /** Forgets an envelope, whose number is free again. */
  void remove(long number) {
    int content = content(entry(number));
    if (--uses[content] == 0) {
      contents[content] = null;
      freeContents.giveBack(content);
    }
    if (number >= filed) {
      freeEntries.giveBack((int) (number - filed));
    }
  }

  /** Looks up who sent so many envelopes, and the first rumor of each; -1 if it has none. */
  void readAhead(long[] numbers, long mask, int[] senders, long[] rumors, int count) {
    for (int i = 0; i < count; i++) {
      long entry = entry(numbers[i] & mask);
      senders[i] = sender(entry);
      rumors[i] = firstRumors[content(entry)];
    }
  }
}
