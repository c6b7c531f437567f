package @package@;

import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * The one message: rumors, with what they say. Another strategy has several, records that implement
 * one sealed interface; their components may be int, long, boolean, Rumors, RumorIds and Digest.
 */
record Tell(Rumors rumors) implements Message {}
