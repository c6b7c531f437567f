package org.hearsay.overlays.fixed;

/** The options of {@code static}: there is nothing to choose. */
record StaticConfig() {}
