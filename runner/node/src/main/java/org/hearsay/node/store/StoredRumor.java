package org.hearsay.node.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.hearsay.api.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A rumor as a store keeps it.
 *
 * @param rumor its name in this process
 * @param payload what it says
 * @param after what its origin had shown to readers before it, as far as that was news since its
 *     last rumor; empty where nobody asks for causal order; null if nobody has said it yet
 */
public record StoredRumor(long rumor, JsonNode payload, @Nullable Digest after) {}
