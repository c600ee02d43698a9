/**
 * The desk: event to market to strategy to portfolio to risk to execution to events.
 *
 * <p>May know: every other core room.
 */
@NullMarked
package io.fulmar.engine;

import org.jspecify.annotations.NullMarked;
