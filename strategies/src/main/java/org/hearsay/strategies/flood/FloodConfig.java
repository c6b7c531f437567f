package org.hearsay.strategies.flood;

/** The options of {@code flood}: there is nothing to choose. */
record FloodConfig() {}
