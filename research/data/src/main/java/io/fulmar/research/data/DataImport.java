package io.fulmar.research.data;

import io.fulmar.research.backtest.CandleFile;
import io.fulmar.research.backtest.CandleRows;
import io.fulmar.research.backtest.CsvHints;
import io.fulmar.research.backtest.CsvSource;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import io.fulmar.research.backtest.TradeFile;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Brings a file of candles or trades into one dataset of a lake. What the lake has already it keeps, so that the same file twice changes
 * nothing and an import that was cut off is simply started again. A file counts as a whole or not at all; of an archive, each of its files.
 */
public final class DataImport {
    private final Lake lake;
    private final Dataset dataset;
    private final CsvHints hints;
    private final boolean replace;
    private final Parquet parquet;

    /** Rewrites a Parquet file as Feather: that takes a program which is not linked here. */
    public interface Parquet {
        void toFeather(Path from, Path to) throws IOException;
    }

    /** @param replace whether a row of the file takes the place of a different row of the same moment */
    public DataImport(Lake lake, Dataset dataset, CsvHints hints, boolean replace, Parquet parquet) {
        this.parquet = parquet;
        this.lake = lake;
        this.dataset = dataset;
        this.hints = hints;
        this.replace = replace;
    }

    /** Imports the file; what cannot be used is a {@link DataException}. */
    public ImportReport take(Path file) {
        return switch (DataFile.open(file)) {
            case DataFile.Text text -> texts(file, text.parts());
            case DataFile.Feather feather -> feather(feather.file(), feather.file());
            case DataFile.Parquet packed -> parquet(packed.file());
        };
    }

    private ImportReport feather(Path name, Path file) {
        return isTrades()
                ? trades(name, sink -> FeatherFile.trades(name, file, sink))
                : candles(name, FeatherFile.candles(name, file, hints));
    }

    private ImportReport parquet(Path file) {
        try {
            Path unpacked = Files.createTempFile("fulmar-", ".feather");
            try {
                parquet.toFeather(file, unpacked);
                return feather(file, unpacked);
            } finally {
                Files.deleteIfExists(unpacked);
            }
        } catch (IOException e) {
            throw DataException.in(
                    file, DataFault.ARCHIVE_DAMAGED, "cannot be read as Parquet (" + e.getMessage() + ")");
        }
    }

    private boolean isTrades() {
        return dataset.kind() == Kind.Events.TRADES;
    }

    private ImportReport texts(Path file, List<CsvSource> parts) {
        if (parts.size() == 1) {
            return text(parts.getFirst());
        }
        ImportReport all = ImportReport.nothing(dataset.toString());
        for (CsvSource part : parts) {
            all = all.plus(goOn(part));
        }
        if (all.failures().size() == parts.size()) {
            throw DataException.in(
                    file,
                    DataFault.FILE_SHAPE,
                    "holds nothing usable: " + all.failures().getFirst());
        }
        return all;
    }

    /** One damaged file of an archive keeps no other out of the lake. */
    private ImportReport goOn(CsvSource part) {
        try {
            return text(part);
        } catch (DataException e) {
            ImportReport nothing = ImportReport.nothing(dataset.toString());
            return nothing.failed(String.valueOf(e.getMessage()));
        }
    }

    private ImportReport text(CsvSource source) {
        return isTrades()
                ? trades(
                        source.name(),
                        sink -> TradeFile.read(source, hints, sink).rows())
                : candles(source.name(), CandleFile.read(source, hints));
    }

    private ImportReport candles(Path name, CandleRows rows) {
        return new CandleImport(lake, dataset, replace).take(name, rows);
    }

    private ImportReport trades(Path name, TradeImport.Trades trades) {
        return new TradeImport(lake, dataset, name, trades).take();
    }
}
