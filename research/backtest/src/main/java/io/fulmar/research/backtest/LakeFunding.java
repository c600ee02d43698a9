package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Rate;
import io.fulmar.simulation.exchange.FundingSchedule.Settlement;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The funding of a perpetual as a lake has it recorded. */
public final class LakeFunding {
    /** Looked at beside the time of the bars, to find out how often the venue settles. */
    private static final long AROUND_NANOS = 3L * 86_400 * 1_000_000_000;

    private LakeFunding() {}

    /** Empty when the lake holds no settlement in the time of the bars. */
    public static Optional<Funding> read(Lake lake, String venue, MarketData market) {
        Dataset dataset = new Dataset(venue, market.instrument().symbol(), Kind.Events.FUNDING);
        if (lake.state(dataset).isEmpty()) {
            return Optional.empty();
        }
        long from = market.bars().openTime(0);
        long until = market.bars().closeTime(market.bars().size() - 1);
        List<Settlement> settlements = new ArrayList<>();
        try (DatasetReader reader = lake.read(dataset, from - AROUND_NANOS, until + AROUND_NANOS)) {
            Rows rows = new Rows(Kind.Events.FUNDING);
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    settlements.add(settlement(rows, i, reader.scales().rate(), market));
                }
            }
        }
        boolean any = settlements.stream().anyMatch(each -> each.timeNanos() > from && each.timeNanos() <= until);
        Path place = Path.of(lake.folder() + " " + dataset.toString().replace('/', '-'));
        return any ? Optional.of(Funding.of(place, settlements, market.bars())) : Optional.empty();
    }

    private static Settlement settlement(Rows rows, int row, int scale, MarketData market) {
        double rate = rows.numbers("rate")[row];
        long mantissa = Math.round(rate * Exact.powerOfTen(scale));
        return new Settlement(
                rows.times()[row],
                Rate.ofFraction(Decimal.of(mantissa, scale).normalized()),
                mark(rows.numbers("mark")[row], market));
    }

    /** In ticks, rounded half-even; 0 means: the last close. */
    private static long mark(double price, MarketData market) {
        if (Double.isNaN(price)) {
            return 0;
        }
        BigDecimal tick = market.instrument().tick().toBigDecimal();
        return Math.max(
                1,
                Decimal.of(price)
                        .toBigDecimal()
                        .divide(tick, 0, RoundingMode.HALF_EVEN)
                        .longValueExact());
    }
}
