package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which bars of a lake a run reads.
 *
 * @param venue empty: the only one that has the symbol
 * @param symbols none: all that the lake has
 * @param from nanoseconds; bars that open in {@code [from, to)}
 */
record LakeRequest(Path folder, Optional<String> venue, List<Symbol> symbols, long from, long to) {}
