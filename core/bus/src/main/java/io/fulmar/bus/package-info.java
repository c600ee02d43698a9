/**
 * How facts are kept and passed on: the envelope around an event, its bytes, the log they lie in, and the journal that joins them.
 *
 * <pre>
 *   Event --Journal--> bytes --Log--> sequence 1, 2, 3, ...
 *   Event <--Journal-- bytes <--Log-- read(from)
 * </pre>
 *
 * <p>Knows only the domain. Does no input or output itself: {@link io.fulmar.bus.Log}, {@link io.fulmar.bus.Inbox} and
 * {@link io.fulmar.bus.Clock} are ports. Start with {@link io.fulmar.bus.Journal}; the bytes are described for other programs by
 * {@code journal-schema.xml} beside this package, in the language of Simple Binary Encoding.
 */
@NullMarked
package io.fulmar.bus;

import org.jspecify.annotations.NullMarked;
