package org.hearsay.node.plugin;

/**
 * One option of a strategy, for help texts.
 *
 * @param key as users write it
 * @param value its value, as users write it
 * @param expected what may be written
 * @param meaning what it means
 */
public record ConfigOption(String key, String value, String expected, String meaning) {}
