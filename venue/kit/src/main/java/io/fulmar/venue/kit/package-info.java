/**
 * What connectors of all venues share. So far the byte scanner: market data out of JSON without an object a message.
 *
 * <p>May know: {@code domain}, {@code bus}, {@code market}, {@code execution} and of {@code risk} what it approves. Start with
 * {@link io.fulmar.venue.kit.BinanceScanner}, which says what a message of Binance means; {@link io.fulmar.venue.kit.FlatJson} reads the bytes,
 * and {@link io.fulmar.venue.kit.NextField} reads ahead of it where fields come in the order that was expected.
 */
@NullMarked
package io.fulmar.venue.kit;

import org.jspecify.annotations.NullMarked;
