package io.fulmar.research.backtest;

import io.fulmar.bus.Log;
import io.fulmar.bus.MemoryLog;
import io.fulmar.engine.Abreast;
import io.fulmar.engine.SeriesSheet;
import io.fulmar.engine.Tape;
import java.util.ArrayList;
import java.util.List;

/** Backtests of strategies over one market that share the series they agree in. Each is the backtest it would be alone. */
public final class SideBySide {
    private final MarketData market;
    private final Abreast abreast;
    private final boolean journals;
    private final List<Backtest> backtests = new ArrayList<>();

    /** {@code journals} says whether their journals will be read: a thousand of them take much memory. */
    public SideBySide(MarketData market, boolean journals) {
        this.market = market;
        this.abreast = new Abreast(new SeriesSheet(market.instrument(), market.bars()));
        this.journals = journals;
    }

    /** One strategy on that market alone. */
    public void add(BacktestSetup setup) {
        if (setup.markets().size() != 1 || !setup.markets().get(0).equals(market)) {
            throw new IllegalArgumentException("backtests stand side by side over one market, the same for all");
        }
        Tape tape = abreast.tape();
        Log log = journals ? new MemoryLog() : new Forgetful();
        Backtest backtest = new Backtest(setup, List.of(tape), log);
        abreast.add(backtest.desk(), tape);
        backtests.add(backtest);
    }

    /** How many series they read; one that several read counts once. */
    public int series() {
        return abreast.series();
    }

    public void run(Abreast.Watcher watcher) {
        abreast.run(watcher);
        backtests.forEach(Backtest::balanced);
    }

    public List<Backtest> backtests() {
        return List.copyOf(backtests);
    }

    /** Counts what it is given and keeps nothing of it. */
    private static final class Forgetful implements Log {
        private long last;

        @Override
        public void claim(long epoch) {}

        @Override
        public long append(long epoch, byte[] bytes, int offset, int length) {
            return ++last;
        }

        @Override
        public long last() {
            return last;
        }

        @Override
        public long committed() {
            return last;
        }

        @Override
        public void read(long from, Reader reader) {
            throw new IllegalStateException("this journal was not kept");
        }
    }
}
