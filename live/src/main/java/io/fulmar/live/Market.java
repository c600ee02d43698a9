package io.fulmar.live;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Scales;

/** An instrument at a venue, and how many decimals its ticks, lots and rates have. */
public record Market(String venue, Symbol symbol, Scales scales) {}
