package io.fulmar.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.market.Book;
import io.fulmar.market.BookWatch;
import io.fulmar.market.Flow;
import io.fulmar.simulation.exchange.FlowDesk.Ask;
import io.fulmar.simulation.exchange.FlowDesk.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Venue and slow twin hear the same, to the last report, on random flows, random orders and desks that answer their fills. */
class FlowTwinTest {
    private static final int SEEDS = 400;

    @Test
    void venueAndSlowTwinSayTheSame() {
        long reports = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            Flow flow = flow(random);
            List<Planned> plan = plan(random, flow);
            var queue = List.of(SlowOrder.Queue.values()).get(random.nextInt(3));
            boolean whole = random.nextBoolean();
            long latencySeed = random.nextLong();
            int spread = random.nextInt(4);

            FlowExchange exchange = new FlowExchange(
                    FlowDesk.INSTRUMENT,
                    flow,
                    FlowRules.plain()
                            .withLatency(latency(latencySeed, spread))
                            .withQueue(model(queue))
                            .withFills(whole ? Fills.WHOLE : Fills.PARTIAL));
            List<String> venue = new FlowDesk(exchange, reaction(seed)).run(plan);

            SlowFlowVenue slow = new SlowFlowVenue(flow, queue, whole, latency(latencySeed, spread), reaction(seed));
            List<String> twin = slow.run(plan);
            assertThat(venue).as("seed %d, %s, whole %s", seed, queue, whole).isEqualTo(twin);
            assertThat(notes(exchange.notes().executions()))
                    .as("what fills saw, seed %d, %s, whole %s", seed, queue, whole)
                    .isEqualTo(slow.notes);
            reports += twin.size();
        }
        assertThat(reports).as("the scripts do say something").isGreaterThan(40_000);
    }

    private static List<String> notes(Executions executions) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < executions.size(); i++) {
            notes.add(executions.order(i) + ": " + executions.bid(i) + " " + executions.ask(i) + " "
                    + executions.shown(i) + " " + executions.reached(i));
        }
        return notes;
    }

    private static QueueModel model(SlowOrder.Queue queue) {
        return switch (queue) {
            case RISK_AVERSE -> new RiskAverseQueue();
            case POWER_2 -> ProbabilityQueue.power(2);
            case LOG -> ProbabilityQueue.log(1);
        };
    }

    private static Latency latency(long seed, int spread) {
        return switch (spread) {
            case 0 -> Latency.NONE;
            case 1 -> new ConstantLatency(40, 25);
            case 2 -> new ConstantLatency(0, 60);
            default -> new MeasuredLatency(new long[] {10, 20, 300}, new long[] {0, 15, 90}, seed);
        };
    }

    /** Fills of some orders are answered with another, ids by what was filled. */
    private static FlowDesk.Reaction reaction(long seed) {
        long[] next = {1_000_000};
        return (event, time) -> {
            if (!(event instanceof FillEvent.Filled fill) || next[0] > 1_000_400 || (fill.order() + seed) % 3 != 0) {
                return List.of();
            }
            long id = next[0]++;
            Side side = fill.lots() % 2 == 0 ? Side.BUY : Side.SELL;
            long ticks = Math.max(1, fill.ticks() + (side == Side.BUY ? -1 : 1));
            return List.of(new Ask.New(FlowDesk.limit(id, side, 1 + fill.lots() % 5, ticks)), new Ask.Cancel(id - 2));
        };
    }

    /** A book that wanders, in messages of one to three events, several of them often at one moment. */
    private static Flow flow(SplittableRandom random) {
        var flow = new Flow(Flow.Depth.BOOK, 2_000);
        var book = new Book();
        flow.append(0, 0, Flow.CLEAR, 0, 0);
        for (long distance = 1; distance <= 6; distance++) {
            put(flow, book, 0, Flow.BID, 1_000 - distance, random.nextLong(1, 30));
            put(flow, book, 0, Flow.ASK, 1_000 + distance, random.nextLong(1, 30));
        }
        flow.endMessage();
        long time = 0;
        for (int message = 0; message < 700; message++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextLong(1, 40);
            message(random, flow, book, time);
            flow.endMessage();
        }
        assertThat(BookWatch.over(flow).count()).isZero();
        return flow;
    }

    private static void message(SplittableRandom random, Flow flow, Book book, long time) {
        boolean bid = random.nextBoolean();
        long best = bid ? book.bestBid() : book.bestAsk();
        long there = bid ? book.bidLots(best) : book.askLots(best);
        switch (random.nextInt(4)) {
            case 0 -> { // a trade, then its level
                long lots = random.nextLong(1, there + 1);
                flow.append(time, time, bid ? Flow.SELL : Flow.BUY, best, lots);
                put(flow, book, time, bid ? Flow.BID : Flow.ASK, best, there - lots);
            }
            case 1 -> { // a trade without a change of the book, perhaps through it
                flow.append(
                        time, time, bid ? Flow.SELL : Flow.BUY, best + random.nextLong(-1, 2), random.nextLong(1, 20));
            }
            default -> {
                for (int change = random.nextInt(2); change >= 0; change--) {
                    long ticks = best + (bid ? -1 : 1) * random.nextLong(-2, 6);
                    boolean crosses = bid ? ticks >= book.bestAsk() : ticks <= book.bestBid();
                    if (!crosses) {
                        put(
                                flow,
                                book,
                                time,
                                bid ? Flow.BID : Flow.ASK,
                                ticks,
                                random.nextInt(4) == 0 ? 0 : random.nextLong(1, 30));
                    }
                }
            }
        }
        if (book.bestBid() == Book.NO_BID) {
            put(flow, book, time, Flow.BID, book.bestAsk() - 3, 5);
        }
        if (book.bestAsk() == Book.NO_ASK) {
            put(flow, book, time, Flow.ASK, book.bestBid() + 3, 5);
        }
    }

    private static void put(Flow flow, Book book, long time, int kind, long ticks, long lots) {
        book.take(kind, ticks, lots);
        flow.append(time, time, kind, ticks, lots);
    }

    private static List<Planned> plan(SplittableRandom random, Flow flow) {
        List<Planned> plan = new ArrayList<>();
        long end = flow.venueTimes()[flow.size() - 1];
        long time = random.nextLong(1, 50);
        plan.add(new Planned(time, new Ask.New(FlowDesk.limit(1, Side.BUY, 3, 999))));
        List<Long> sent = new ArrayList<>(List.of(1L));
        for (long id = 2; time < end; time += random.nextLong(0, 120)) {
            Ask ask = ask(random, id, sent.get(random.nextInt(Math.max(0, sent.size() - 5), sent.size())));
            plan.add(new Planned(time, ask));
            if (ask instanceof Ask.New) {
                sent.add(id);
            }
            id++;
        }
        return plan;
    }

    private static Ask ask(SplittableRandom random, long id, long earlier) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long ticks = 1_000 + random.nextLong(-8, 9);
        return switch (random.nextInt(8)) {
            case 0 -> new Ask.Cancel(earlier);
            case 1 -> new Ask.Change(earlier, random.nextLong(1, 12), new OrderKind.Limit(ticks));
            case 2 ->
                new Ask.New(FlowDesk.order(id, side, random.nextLong(1, 40), OrderKind.MARKET, Order.Terms.OPENING));
            case 3 ->
                new Ask.New(FlowDesk.order(
                        id,
                        side,
                        random.nextLong(1, 40),
                        new OrderKind.Limit(ticks),
                        FlowDesk.terms(random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK, false)));
            default ->
                new Ask.New(FlowDesk.order(
                        id,
                        side,
                        random.nextLong(1, 12),
                        new OrderKind.Limit(ticks),
                        FlowDesk.terms(TimeInForce.GTC, random.nextBoolean())));
        };
    }
}
