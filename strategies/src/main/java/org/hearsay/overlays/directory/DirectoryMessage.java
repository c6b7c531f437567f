package org.hearsay.overlays.directory;

import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.Sightings;

/** The messages by which nodes keep their directories equal. */
public sealed interface DirectoryMessage extends OverlayMessage {

  /**
   * Says in a number whom the sender knows to be there, so that a receiver who knows the same need
   * not answer. It also is how a node joins.
   *
   * @param check a hash over the members that are not down
   */
  record Hello(long check) implements DirectoryMessage {}

  /**
   * Says whom the sender knows to be there.
   *
   * @param members all of them, the sender included
   * @param wanted whether the receiver is asked to say the same
   */
  record Directory(Sightings members, boolean wanted) implements DirectoryMessage {}

  /**
   * Spreads who has come, and who has left.
   *
   * @param members the note is 0 for one who has come and 1 for one who has left
   */
  record News(Sightings members) implements DirectoryMessage {}
}
