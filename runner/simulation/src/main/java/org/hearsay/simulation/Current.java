package org.hearsay.simulation;

/** What happens at present, to be told if it fails. */
final class Current {

  private enum Event {
    NOTHING,
    START,
    MESSAGE,
    TIMER,
    BROADCAST
  }

  private Event event = Event.NOTHING;
  private int node;
  private int from;

  void start(int starting) {
    event = Event.START;
    node = starting;
  }

  void message(int sender, int receiver) {
    event = Event.MESSAGE;
    node = receiver;
    from = sender;
  }

  void timer(int waking) {
    event = Event.TIMER;
    node = waking;
  }

  void broadcast(int asked) {
    event = Event.BROADCAST;
    node = asked;
  }

  @Override
  public String toString() {
    return switch (event) {
      case NOTHING -> "before anything happened";
      case START -> "as n" + node + " started";
      case MESSAGE -> "as n" + node + " received a message of n" + from;
      case TIMER -> "as a timer of n" + node + " fired";
      case BROADCAST -> "as a client of n" + node + " broadcast";
    };
  }
}
