package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * What one event at a node made it send: one object, however many peers it is on its way to.
 *
 * @param <M> the messages of the strategy
 */
public final class Envelope<M extends Message> {
  private static final List<?> NONE = List.of();

  private final int from;
  private final M first;
  private final List<M> others;
  private final Rumors firstRumors;
  private int underWay;

  @SuppressWarnings("unchecked")
  private static <M> List<M> none() {
    return (List<M>) NONE;
  }

  private Envelope(int from, M first, List<M> others) {
    this.from = from;
    this.first = first;
    this.others = others;
    this.firstRumors = first.rumors();
  }

  /** An envelope with one message. */
  public static <M extends Message> Envelope<M> of(int from, M message) {
    return new Envelope<>(from, message, none());
  }

  /** An envelope with one message or more, in that order. */
  public static <M extends Message> Envelope<M> of(int from, List<M> messages) {
    return new Envelope<>(
        from,
        messages.get(0),
        messages.size() == 1 ? none() : messages.subList(1, messages.size()));
  }

  /** The sender. */
  public int from() {
    return from;
  }

  /** The first of the messages. */
  public M first() {
    return first;
  }

  /** The messages after the first one: most envelopes have none. */
  public List<M> others() {
    return others;
  }

  /** Whether there is one message. */
  public boolean isSingle() {
    return others == NONE;
  }

  /** All messages in order. */
  public List<M> messages() {
    if (isSingle()) {
      return List.of(first);
    }
    List<M> all = new ArrayList<>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }

  /** The rumors that the first message carries. */
  public Rumors firstRumors() {
    return firstRumors;
  }

  /** Sets out for so many peers. */
  public void depart(int copies) {
    underWay = copies;
  }

  /** One copy is there, or will never be; whether it was the last. */
  public boolean arrive() {
    return --underWay == 0;
  }

  /** How many rumors it carries with their payload. */
  public int payloads() {
    int count = firstRumors.size();
    for (int i = 0; i < others.size(); i++) {
      count += others.get(i).rumors().size();
    }
    return count;
  }
}
