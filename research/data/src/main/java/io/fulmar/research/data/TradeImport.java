package io.fulmar.research.data;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import io.fulmar.research.backtest.TradeFile;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts the trades of a file behind those of a dataset. The file is read twice: how many decimals it needs shows at its end only. */
final class TradeImport {
    /** Reads a file from its beginning; how many trades it has. */
    interface Trades {
        long read(TradeFile.Sink sink);
    }

    private static final int DIGITS_MAX = 15;

    private final Lake lake;
    private final Dataset dataset;
    private final Path name;
    private final Trades trades;
    private final Numbers prices = new Numbers();
    private final Numbers quantities = new Numbers();
    private long unchanged;
    private long added;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    TradeImport(Lake lake, Dataset dataset, Path name, Trades trades) {
        this.lake = lake;
        this.dataset = dataset;
        this.name = name;
        this.trades = trades;
    }

    ImportReport take() {
        long rows = trades.read((time, price, quantity, side, id) -> {
            prices.see(price);
            quantities.see(quantity);
            first = Math.min(first, time);
            last = Math.max(last, time);
        });
        if (rows == 0) {
            throw DataException.in(name, DataFault.ROWS_MISSING, "has no rows");
        }
        try (DatasetWriter writer = lake.write(dataset, new Scales(prices.decimals(), quantities.decimals()));
                Present present = new Present(writer)) {
            prices.settle(writer.scales().price());
            quantities.settle(writer.scales().quantity());
            Rows batch = new Rows(dataset.kind());
            trades.read((time, price, quantity, side, id) -> {
                if (batch.isFull()) {
                    writer.append(batch);
                    batch.clear();
                }
                double paid = prices.exact(price);
                double amount = quantities.exact(quantity);
                if (present.has(time, paid, amount, id)) {
                    unchanged++;
                } else {
                    batch.trade(time, time, paid, amount, side, id);
                    added++;
                }
            });
            writer.append(batch);
            if (added > 0) {
                writer.commit();
            }
        }
        return new ImportReport(
                dataset.toString(),
                rows,
                added,
                unchanged,
                0,
                0,
                0,
                prices.snapped + quantities.snapped,
                prices.rounded + quantities.rounded,
                0,
                0,
                first,
                last,
                lake.state(dataset).orElseThrow().revision(),
                List.of());
    }

    /** The trades that the lake has from the file's first moment on: the file must begin with them. */
    private final class Present implements AutoCloseable {
        private final Optional<DatasetReader> reader;
        private final Rows rows = new Rows(dataset.kind());
        private int at;

        Present(DatasetWriter writer) {
            boolean overlaps = writer.last().isPresent() && writer.last().getAsLong() >= first;
            reader = overlaps ? Optional.of(lake.read(dataset, first, Long.MAX_VALUE)) : Optional.empty();
        }

        boolean has(long time, double price, double quantity, long id) {
            if (at == rows.size()) {
                at = 0;
                rows.clear();
                if (reader.isEmpty() || !reader.get().next(rows)) {
                    rows.clear();
                    return false;
                }
            }
            boolean same = rows.times()[at] == time
                    && rows.numbers("price")[at] == price
                    && rows.numbers("quantity")[at] == quantity
                    && rows.wholes("id")[at] == id;
            if (!same) {
                throw DataException.in(
                        name,
                        DataFault.TRADES_DIFFER,
                        "has a trade of " + at(time) + " where the lake has one of " + at(rows.times()[at])
                                + ", or with other numbers");
            }
            at++;
            return true;
        }

        private static String at(long time) {
            return Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L))
                    .toString();
        }

        @Override
        public void close() {
            reader.ifPresent(DatasetReader::close);
        }
    }

    /** Prices or quantities: how many decimals they have, and each as the nearest double of such a decimal. */
    private static final class Numbers {
        private final double[] one = new double[1];
        private double most;
        private int scale;
        private boolean endless;
        private double power = 1;
        private boolean exact;
        private long snapped;
        private long rounded;

        void see(double number) {
            most = Math.max(most, number);
            one[0] = number;
            if (!endless) {
                OptionalInt found = Scales.decimals(one, 0, 1, scale);
                scale = found.orElse(scale);
                endless = found.isEmpty();
            }
        }

        /** Those all have, or, where there is no such number, as many as the largest leaves room for. */
        int decimals() {
            int room = DIGITS_MAX - (int) Math.ceil(StrictMath.log10(Math.max(1, most)));
            exact = !endless && scale <= room;
            return exact ? scale : Math.clamp(Math.min(room, 9), 0, Decimal.SCALE_MAX);
        }

        void settle(int decimals) {
            power = (double) Exact.powerOfTen(decimals);
        }

        double exact(double number) {
            double moved = StrictMath.rint(number * power) / power;
            if (moved != number) {
                snapped += exact ? 1 : 0;
                rounded += exact ? 0 : 1;
            }
            return moved == 0 ? number : moved;
        }
    }
}
