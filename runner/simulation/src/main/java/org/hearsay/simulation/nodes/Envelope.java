package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.simulation.time.Slots;

/**
 * What one event at a node made it send: one object, however many peers it is on its way to.
 *
 * @param <M> the messages of the strategy
 */
public final class Envelope<M extends Message> {
  private final int from;
  private final M first;
  private final List<M> others;
  private int slot;
  private int underWay;

  private Envelope(int from, M first, List<M> others) {
    this.from = from;
    this.first = first;
    this.others = others;
  }

  /** An envelope with one message. */
  public static <M extends Message> Envelope<M> of(int from, M message) {
    return new Envelope<>(from, message, List.of());
  }

  /** An envelope with one message or more, in that order. */
  public static <M extends Message> Envelope<M> of(int from, List<M> messages) {
    return new Envelope<>(from, messages.get(0), messages.subList(1, messages.size()));
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

  /** All messages in order. */
  public List<M> messages() {
    if (others.isEmpty()) {
      return List.of(first);
    }
    List<M> all = new ArrayList<>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }

  /** Sets out to one more peer; returns the slot that holds it until the last copy arrived. */
  public int depart(Slots<Envelope<M>> slots) {
    if (underWay++ == 0) {
      slot = slots.put(this);
    }
    return slot;
  }

  /** One copy is there, or will never be. */
  public void arrive(Slots<Envelope<M>> slots) {
    if (--underWay == 0) {
      slots.take(slot);
    }
  }

  /** How many rumors it carries with their payload. */
  public int payloads() {
    int count = first.rumors().size();
    for (int i = 0; i < others.size(); i++) {
      count += others.get(i).rumors().size();
    }
    return count;
  }
}
