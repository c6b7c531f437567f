package org.hearsay.strategies.oracle;

import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * A rumor, from where it began.
 *
 * @param rumors the rumor
 */
record Tell(Rumors rumors) implements Message {}
