package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Flow;
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowFilesTest {
    private static final Symbol SYMBOL = Symbol.parse("BTC/USDT:USDT");
    private static final Timeframe SECOND = Timeframe.parse("1s");
    private static final InstrumentSteps FOUND = new InstrumentSteps(Decimal.ZERO, Decimal.ZERO);
    private static final String LEVELS = "time,kind,price,quantity,sequence\n";
    private static final String SNAPSHOT =
            LEVELS + "1700000000000,snapshot-bid,99.5,1,7\n1700000000000,snapshot-ask,100,2,7\n";

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MarketFlow levels(String text) {
        return read(Optional.of(file("levels.csv", text)), Optional.empty(), Optional.empty());
    }

    private static MarketFlow read(Optional<Path> levels, Optional<Path> quotes, Optional<Path> trades) {
        return FlowFiles.read(new FlowFiles.Files(levels, quotes, trades), SYMBOL, SECOND, FOUND);
    }

    private static String shown(Flow flow) {
        StringBuilder text = new StringBuilder();
        for (int event = 0; event < flow.size(); event++) {
            String kind =
                    Arrays.asList("bid", "ask", "buy", "sell", "clear", "gap").get(flow.kind(event));
            int marks = flow.kinds()[event];
            text.append(kind)
                    .append(' ')
                    .append(flow.ticks()[event])
                    .append('x')
                    .append(flow.lots()[event])
                    .append((marks & Flow.DARK) != 0 ? " dark" : "")
                    .append((marks & Flow.LAST) != 0 ? "; " : ", ");
        }
        return text.toString().strip();
    }

    @Test
    void levelsBecomeMessagesByTheirSequence() {
        MarketFlow market = levels(SNAPSHOT + "1700000000001,ask,100,0,8\n1700000000001,ask,100.5,3,8\n"
                + "1700000000002,buy,100.5,0.25,9\n");

        assertThat(shown(market.flow()))
                .isEqualTo("clear 0x0 dark, bid 995x100 dark, ask 1000x200; ask 1000x0, ask 1005x300; buy 1005x25;");
        assertThat(market.instrument().tick()).isEqualTo(Decimal.parse("0.1"));
        assertThat(market.instrument().lot()).isEqualTo(Decimal.parse("0.01"));
        assertThat(market.data().bars().size()).isEqualTo(1);
        assertThat(market.dark()).isEmpty();
    }

    @Test
    void gapInTheSequenceIsRecordedAndTheBookDarkUntilTheNextSnapshot() {
        MarketFlow market = levels(SNAPSHOT + "1700000000001,bid,99.4,1,8\n1700000000002,bid,99.3,1,11\n"
                + "1700000000003,buy,100,1,12\n1700000000004,snapshot-bid,99,1,20\n1700000000004,snapshot-ask,100,1,20\n"
                + "1700000000005,bid,99.1,1,21\n");

        assertThat(shown(market.flow()))
                .isEqualTo("clear 0x0 dark, bid 995x1 dark, ask 1000x2; bid 994x1; gap 0x0 dark, bid 993x1 dark;"
                        + " buy 1000x1 dark; clear 0x0 dark, bid 990x1 dark, ask 1000x1; bid 991x1;");
        assertThat(market.dark()).singleElement().satisfies(dark -> {
            assertThat(dark.reason()).isEqualTo("messages are missing");
            assertThat(dark.from()).isEqualTo(1_700_000_000_002_000_000L);
            assertThat(dark.until()).isEqualTo(1_700_000_000_004_000_000L);
        });
    }

    @Test
    void crossedBookIsRecordedAndDarkWhileItIsCrossed() {
        MarketFlow market = levels(
                SNAPSHOT + "1700000000001,bid,100,1,8\n1700000000002,sell,99.5,1,9\n" + "1700000000003,bid,100,0,10\n");

        assertThat(market.darkCount()).isEqualTo(1);
        assertThat(market.dark().get(0).reason()).isEqualTo("the book is crossed: bid 1000, ask 1000 ticks");
        assertThat(shown(market.flow())).endsWith("bid 1000x1 dark; sell 995x1 dark; bid 1000x0;");
    }

    @Test
    void quotesAndTradesAreMergedByTime() {
        Path quotes = file(
                "quotes.csv", "time,bid,bid_quantity,ask,ask_quantity\n1700000000,10,1,12,2\n1700000002,11,3,12,2\n");
        Path trades = file("trades.csv", "time,side,price,quantity\n1700000001,sell,10,1\n1700000002,buy,12,1\n");

        MarketFlow market = read(Optional.empty(), Optional.of(quotes), Optional.of(trades));

        assertThat(shown(market.flow()))
                .isEqualTo("bid 10x1, ask 12x2; sell 10x1; bid 10x0, bid 11x3, ask 12x2; buy 12x1;");
        assertThat(market.flow().depth()).isEqualTo(Flow.Depth.QUOTES);
        assertThat(read(Optional.empty(), Optional.empty(), Optional.of(trades))
                        .flow()
                        .depth())
                .isEqualTo(Flow.Depth.TRADES);
    }

    @Test
    void generatedFlowWrittenAsAFileIsReadBackToTheEvent() {
        Flow flow = OrderFlow.of(5, OrderFlow.seconds(5, MarketModel.QUEUED, 1_700_000_000_000_000_000L, 120));
        MarketFlow market = FlowFiles.read(
                new FlowFiles.Files(Optional.of(file("made.csv", text(flow))), Optional.empty(), Optional.empty()),
                SYMBOL,
                SECOND,
                new InstrumentSteps(Decimal.of(5), OrderFlow.LOT));

        Flow read = market.flow();
        assertThat(read.size()).isEqualTo(flow.size());
        assertThat(read.receiveTimes()[0])
                .as("a snapshot begins with its first level")
                .isEqualTo(read.receiveTimes()[1]);
        for (int event = 1; event < flow.size(); event++) {
            String where = "event " + event;
            assertThat(read.kinds()[event] & ~Flow.DARK).as(where).isEqualTo(flow.kinds()[event] & ~Flow.DARK);
            assertThat(read.venueTimes()[event]).as(where).isEqualTo(flow.venueTimes()[event]);
            assertThat(read.receiveTimes()[event]).as(where).isEqualTo(flow.receiveTimes()[event]);
            assertThat(read.ticks()[event]).as(where).isEqualTo(flow.ticks()[event]);
            assertThat(read.lots()[event]).as(where).isEqualTo(flow.lots()[event]);
        }
        assertThat(market.dark()).isEmpty();
    }

    private static String text(Flow flow) {
        StringBuilder text = new StringBuilder("received,time,kind,price,quantity,sequence\n");
        long message = 1;
        boolean snapshot = false;
        for (int event = 0; event < flow.size(); event++) {
            int kind = flow.kind(event);
            if (kind == Flow.CLEAR) {
                snapshot = true;
                continue;
            }
            String word = kind == Flow.BUY ? "buy" : kind == Flow.SELL ? "sell" : kind == Flow.BID ? "bid" : "ask";
            text.append(flow.receiveTimes()[event])
                    .append(',')
                    .append(flow.venueTimes()[event])
                    .append(',')
                    .append(snapshot ? "snapshot-" + word : word)
                    .append(',')
                    .append(flow.ticks()[event] * 5)
                    .append(',')
                    .append(Decimal.of(flow.lots()[event], 3))
                    .append(',')
                    .append(message)
                    .append('\n');
            if ((flow.kinds()[event] & Flow.LAST) != 0) {
                message++;
                snapshot = false;
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SNAPSHOT_MISSING    | 1,bid,99,1,8
            KIND_UNKNOWN        | S;2,best,99,1,8
            TIME_BACKWARDS      | S;1699999999999,bid,99,1,8
            TIME_UNREADABLE     | S;soon,bid,99,1,8
            SEQUENCE_BACKWARDS  | S;1700000000001,bid,99,1,6
            SEQUENCE_UNREADABLE | S;1700000000001,bid,99,1,x
            NUMBER_UNREADABLE   | S;1700000000001,bid,nine,1,8
            NUMBER_NOT_FINITE   | S;1700000000001,bid,NaN,1,8
            PRICE_NOT_POSITIVE  | S;1700000000001,bid,0,1,8
            QUANTITY_UNUSABLE   | S;1700000000001,buy,99,0,8
            QUANTITY_UNUSABLE   | S;1700000000001,bid,99,-1,8
            CELL_COUNT          | S;1700000000001,bid,99,1
            TRADES_MISSING      | S;1700000000001,bid,99,1,8
            """)
    void badFileIsToldWithItsLineAndItsFix(String fault, String rows) {
        String text = rows.startsWith("S;") ? SNAPSHOT + rows.substring(2) + "\n" : LEVELS + rows + "\n";
        DataException thrown = catchThrowableOfType(DataException.class, () -> levels(text));

        assertThat(thrown.fault().name()).isEqualTo(fault);
        assertThat(thrown)
                .hasMessageContaining("levels.csv")
                .hasMessageEndingWith("; " + thrown.fault().fix());
        boolean whole = fault.equals("SNAPSHOT_MISSING") || fault.equals("TRADES_MISSING");
        assertThat(String.valueOf(thrown.getMessage()).contains(" line ")).isNotEqualTo(whole);
    }

    @Test
    void receiptBeforeTheEventIsRefused() {
        DataException thrown = catchThrowableOfType(
                DataException.class,
                () -> read(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(file(
                                "early.csv", "time,received,side,price,quantity\n1700000001,1700000000,buy,10,1\n"))));

        assertThat(thrown.fault()).isEqualTo(DataFault.RECEIVED_TOO_EARLY);
    }

    @Test
    void crossedQuoteAndUnknownSideAndMissingColumnAreRefused() {
        Path quotes = file("q.csv", "time,bid,bid_quantity,ask,ask_quantity\n1700000000,12,1,12,2\n");
        Path side = file("s.csv", "time,side,price,quantity\n1700000001,long,10,1\n");
        Path column = file("c.csv", "time,price,quantity\n1700000001,10,1\n");

        assertThat(fault(Optional.of(quotes), Optional.empty())).isEqualTo(DataFault.QUOTE_CROSSED);
        assertThat(fault(Optional.empty(), Optional.of(side))).isEqualTo(DataFault.SIDE_UNKNOWN);
        assertThat(fault(Optional.empty(), Optional.of(column))).isEqualTo(DataFault.FLOW_COLUMN_MISSING);
    }

    private static DataFault fault(Optional<Path> quotes, Optional<Path> trades) {
        return catchThrowableOfType(DataException.class, () -> read(Optional.empty(), quotes, trades))
                .fault();
    }

    @Test
    void priceBetweenTheGivenStepsIsRefusedAndNeverRounded() {
        Path trades = file("t.csv", "time,side,price,quantity\n1700000001,buy,10.3,1\n");
        DataException thrown = catchThrowableOfType(
                DataException.class,
                () -> FlowFiles.read(
                        new FlowFiles.Files(Optional.empty(), Optional.empty(), Optional.of(trades)),
                        SYMBOL,
                        SECOND,
                        new InstrumentSteps(Decimal.parse("0.5"), Decimal.ZERO)));

        assertThat(thrown.fault()).isEqualTo(DataFault.STEP_MISFIT);
        assertThat(thrown).hasMessageContaining("t.csv line 2: the price 10.3 is no multiple of 0.5");
    }
}
