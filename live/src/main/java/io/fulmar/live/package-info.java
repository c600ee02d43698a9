/**
 * What surrounds a desk while time passes: the recorder that keeps what was heard, the replay that tells it again, and the hub that both a
 * feed and a replay speak to.
 *
 * <pre>
 *  feed ------------------> MarketListener: MarketHub (sieve, book, bars) and Recorder, which writes into the lake
 *  captured messages -----> scanner, Guard -> the same, and Quarantine for what is refused
 *  lake -> LakeFeed, Player -> MarketListener: the same hub
 * </pre>
 *
 * <p>May know: {@code core}, {@code venue/kit}, {@code store/journal}, {@code store/lake}. Start with {@link io.fulmar.live.MarketHub},
 * {@link io.fulmar.live.Recorder} and {@link io.fulmar.live.CaptureImport}.
 */
@NullMarked
package io.fulmar.live;

import org.jspecify.annotations.NullMarked;
