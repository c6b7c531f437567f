package org.hearsay.scenario.check;

import java.util.List;

/**
 * What a client who was promised delivery says of a run.
 *
 * @param missing acknowledged values that some final read does not have
 * @param missingPairs how many (value, node) pairs those are
 * @param missingAt the nodes whose final reads those are
 * @param forgotten acknowledged values in no final read, broadcast at a node that lost its state
 *     afterwards: they died with it, and are counted apart
 * @param duplicated values that one read answered more than once
 * @param invented values that a read answered before anybody broadcast them
 * @param unread nodes whose final read was not answered
 */
public record StrictVerdict(
    List<Integer> missing,
    long missingPairs,
    List<Integer> missingAt,
    List<Integer> forgotten,
    List<Integer> duplicated,
    List<Integer> invented,
    List<Integer> unread) {

  /** Whether nothing is wrong. */
  public boolean valid() {
    return missing.isEmpty() && duplicated.isEmpty() && invented.isEmpty() && unread.isEmpty();
  }
}
