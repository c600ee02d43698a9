package io.fulmar.proof.benchmark;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Flow;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.FlowBacktest;
import io.fulmar.research.backtest.MarketFlow;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ConstantLatency;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.Fills;
import io.fulmar.simulation.exchange.FlowRules;
import io.fulmar.simulation.exchange.ProbabilityQueue;
import io.fulmar.simulation.exchange.QueueModel;
import io.fulmar.simulation.exchange.RiskAverseQueue;
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * Fulmar's side of hftbacktest.sh. {@code feed FILE SECONDS} writes a feed; {@code run FOLDER SECONDS RUNS} runs the three strategies over the
 * same feed, prints {@code name seconds fills events} and writes the fills; {@code bytes SECONDS} measures what a run allocates.
 */
final class FlowPeer {
    private static final long SEED = 1;
    private static final long START = 1_704_067_200_000_000_000L;
    private static final long LATENCY = 10_000_000;

    private FlowPeer() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "feed" -> feed(Path.of(arguments[1]), flow(Integer.parseInt(arguments[2])));
            case "run" -> run(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "bytes" -> bytes(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException("feed, run or bytes");
        }
    }

    static Flow flow(int seconds) {
        return OrderFlow.of(SEED, OrderFlow.seconds(SEED, MarketModel.QUEUED, START, seconds));
    }

    private static void feed(Path file, Flow flow) throws IOException {
        var block = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int event = 0; event < flow.size(); event++) {
                if (block.remaining() < 5 * Long.BYTES) {
                    out.write(block.flip());
                    block.clear();
                }
                block.putLong(flow.kind(event))
                        .putLong(flow.venueTimes()[event])
                        .putLong(flow.receiveTimes()[event])
                        .putLong(flow.ticks()[event])
                        .putLong(flow.lots()[event]);
            }
            out.write(block.flip());
        }
    }

    static FlowBacktest.Setup setup(MarketFlow market, Class<?> strategy) {
        return setup(market, strategy, new RiskAverseQueue());
    }

    private static FlowBacktest.Setup setup(MarketFlow market, Class<?> strategy, QueueModel queue) {
        var one = new BacktestSetup.Contestant(strategy, new FlowMakers.None(), "", 0, 0, 1_000_000);
        var setup = new BacktestSetup(
                List.of(market.data()),
                List.of(one),
                Decimal.of(10_000_000),
                1_000_000,
                ExchangeRules.FREE,
                RiskLimits.backtest(),
                Long.MIN_VALUE);
        FlowRules rules = FlowRules.plain()
                .withLatency(new ConstantLatency(LATENCY, LATENCY))
                .withQueue(queue)
                .withFills(Fills.WHOLE);
        return new FlowBacktest.Setup(market, setup, rules, Rate.ZERO);
    }

    static MarketFlow market(Flow flow) {
        Instrument instrument = Instrument.linear(
                1, "peer", Symbol.parse("BTC/USDT:USDT"), Decimal.of(5), Decimal.of(1, 3), Decimal.ONE);
        return MarketFlow.of(instrument, flow, Timeframe.parse("1s"), flow.size());
    }

    private static void run(Path folder, int seconds, int runs) {
        MarketFlow market = market(flow(seconds));
        measure(folder, "taker", setup(market, FlowMakers.Taker.class), runs);
        measure(folder, "maker", setup(market, FlowMakers.Maker.class), runs);
        measure(folder, "grid", setup(market, FlowMakers.Grid.class), runs);
        measure(folder, "power", setup(market, FlowMakers.Maker.class, ProbabilityQueue.power(2)), runs);
        measure(folder, "listener", setup(market, FlowMakers.Listener.class), runs);
    }

    private static void measure(Path folder, String name, FlowBacktest.Setup setup, int runs) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < runs; round++) {
            FlowBacktest backtest = new FlowBacktest(setup);
            long before = Effort.nanos();
            backtest.runDesk();
            best = Math.min(best, (Effort.nanos() - before) / 1e9);
        }
        BacktestResult result = new FlowBacktest(setup).run();
        try (var out = new PrintStream(Files.newOutputStream(folder.resolve(name + ".ours")))) {
            for (BacktestResult.FillRow fill : result.fills()) {
                String side = fill.side() == Side.BUY ? "buy" : "sell";
                out.print(fill.time() + " " + side + " " + fill.ticks() + " " + fill.lots() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.6f %d %d %d%n",
                name,
                best,
                result.fills().size(),
                setup.market().flow().size(),
                result.log().last());
    }

    private static void bytes(int seconds) {
        long[] used = new long[2];
        int[] events = new int[2];
        for (int half = 0; half < 2; half++) {
            MarketFlow market = market(flow(seconds / (2 - half)));
            FlowBacktest.Setup setup = setup(market, FlowMakers.Listener.class);
            used[half] = Long.MAX_VALUE;
            events[half] = market.flow().size();
            for (int round = 0; round < 20; round++) {
                FlowBacktest backtest = new FlowBacktest(setup);
                long before = Effort.bytes();
                backtest.runDesk();
                used[half] = Math.min(used[half], Effort.bytes() - before);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "a listener over %,d events: %,d bytes; over %,d: %,d; %.4f bytes for each further event%n",
                events[0],
                used[0],
                events[1],
                used[1],
                (used[1] - used[0]) / (double) (events[1] - events[0]));
    }
}
