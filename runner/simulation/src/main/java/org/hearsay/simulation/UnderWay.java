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
 * many for the bits that a number has, it is that of an entry of 12 bytes.
 */
final class UnderWay {
  private static final int MOST_BITS = 28;

  /** How many of the envelopes sent last are looked at for one to share. */
  private static final int RECENT = 8;

  private final int senderBits;
  private final int senderMask;

  /** The first of the numbers that are those of entries, and how many there are of either kind. */
  private final long filed;

  /** What did not fit into a number. */
  private long[] entries = new long[64];

  /** How many copies of each are on their way. */
  private int[] entryCopies = new int[64];

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
    this.senderMask = (1 << senderBits) - 1;
    this.filed = 1L << (numberBits - 1);
    this.freeEntries = new FreeNumbers(1 << Math.min(MOST_BITS, numberBits - 1));
  }

  /** Takes in so many copies of an envelope; returns their number. */
  long add(int from, Message envelope, int copies) {
    int content = content(envelope);
    uses[content] += copies;
    long entry = (long) content << senderBits | from;
    return entry < filed ? entry : file(entry, copies);
  }

  private long file(long entry, int copies) {
    int place = freeEntries.take();
    if (place == entries.length) {
      entries = Arrays.copyOf(entries, place * 2);
      entryCopies = Arrays.copyOf(entryCopies, place * 2);
    }
    entries[place] = entry;
    entryCopies[place] = copies;
    return filed | place;
  }

  private long entry(long number) {
    return number < filed ? number : entries[(int) (number - filed)];
  }

  private int content(long entry) {
    return (int) (entry >>> senderBits);
  }

  private int sender(long entry) {
    return (int) entry & senderMask;
  }

  @SuppressWarnings(
      "ReferenceEquality") // An equal one in another object is not found, and need not be.
  private int content(Message envelope) {
    for (int content : recent) {
      if (contents[content] == envelope) {
        return content;
      }
    }
    return newContent(envelope);
  }

  private int newContent(Message envelope) {
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

  /** Forgets a copy of an envelope, whose number is free again with the last one. */
  void remove(long number) {
    int content = content(entry(number));
    if (--uses[content] == 0) {
      removeContent(content);
    }
    if (number >= filed) {
      removeEntry((int) (number - filed));
    }
  }

  private void removeContent(int content) {
    contents[content] = null;
    freeContents.giveBack(content);
  }

  private void removeEntry(int place) {
    if (--entryCopies[place] == 0) {
      freeEntries.giveBack(place);
    }
  }

  /** Looks up who sent so many envelopes, and the first rumor of each; -1 if it has none. */
  void readAhead(long[] numbers, int[] senders, long[] rumors, int count) {
    for (int i = 0; i < count; i++) {
      long entry = entry(numbers[i]);
      senders[i] = sender(entry);
      rumors[i] = firstRumors[content(entry)];
    }
  }
}
