package org.hearsay.strategies.flood;

import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * Rumors that the sender has just learned.
 *
 * @param rumors the news
 */
record Tell(Rumors rumors) implements Message {}
