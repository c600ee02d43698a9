package io.fulmar.research.sweep;

import io.fulmar.market.Bars;
import io.fulmar.research.sweepvector.Kernels;

/** The market of a study, made ready once for all threads. */
record Market(Bars bars, Prices prices, Days days, Averages averages, Kernels kernels, int firstBar) {}
