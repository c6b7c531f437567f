/**
 * How a strategy becomes a plug-in: one {@link org.hearsay.api.plugin.StrategyModule}, found by
 * {@link java.util.ServiceLoader}, that names one {@link
 * org.hearsay.api.plugin.StrategyDescriptor}.
 */
@NullMarked
package org.hearsay.api.plugin;

import org.jspecify.annotations.NullMarked;
