package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookWatchTest {
    private final Flow flow = new Flow(Flow.Depth.BOOK, 4);
    private long time;

    private BookWatchTest say(int kind, long ticks, long lots) {
        time += 10;
        flow.append(time, time, kind, ticks, lots);
        return this;
    }

    private BookWatchTest last(int kind, long ticks, long lots) {
        return say(kind | Flow.LAST, ticks, lots);
    }

    private String dark() {
        var text = new StringBuilder();
        for (int event = 0; event < flow.size(); event++) {
            text.append((flow.kinds()[event] & Flow.DARK) != 0 ? 'x' : '.');
        }
        return text.toString();
    }

    private void snapshot() {
        say(Flow.CLEAR, 0, 0).say(Flow.BID, 99, 5).last(Flow.ASK, 101, 5);
    }

    @Test
    void bookIsDarkUntilItsFirstSnapshotHasEnded() {
        last(Flow.BID, 99, 1);
        snapshot();
        last(Flow.BID, 100, 1);

        var watch = BookWatch.over(flow);

        assertThat(dark()).isEqualTo("xxx..");
        assertThat(watch.told()).containsExactly(new Darkness(10, 40, "no snapshot yet"));
    }

    @Test
    void gapMakesTheBookDarkUntilTheNextSnapshot() {
        snapshot();
        last(Flow.BID, 98, 1);
        say(Flow.GAP, 0, 0).last(Flow.BID, 97, 1).last(Flow.ASK, 102, 1);
        snapshot();

        var watch = BookWatch.over(flow);

        assertThat(dark()).isEqualTo("xx..xxxxx.");
        assertThat(watch.told()).containsExactly(new Darkness(60, 100, "messages are missing"));
        assertThat(watch.count()).isEqualTo(1);
    }

    @Test
    void crossedBookIsDarkUntilItUncrosses() {
        snapshot();
        last(Flow.BID, 101, 2);
        last(Flow.SELL, 99, 1);
        last(Flow.ASK, 101, 0);
        last(Flow.ASK, 102, 1);

        var watch = BookWatch.over(flow);

        assertThat(dark()).as("101 bid and asked; then nobody asks").isEqualTo("xx.xx..");
        assertThat(watch.told()).containsExactly(new Darkness(40, 60, "the book is crossed: bid 101, ask 101 ticks"));
    }

    @Test
    void crossingInsideAMessageIsNone() {
        snapshot();
        say(Flow.BID, 101, 2).last(Flow.ASK, 101, 0);

        assertThat(BookWatch.over(flow).count()).isZero();
        assertThat(dark()).isEqualTo("xx...");
    }

    @Test
    void gapInQuotesIsToldButWhatFollowsIsKnown() {
        var quotes = new Flow(Flow.Depth.QUOTES, 4);
        quotes.append(1, 1, Flow.BID, 99, 1);
        quotes.append(1, 1, Flow.ASK | Flow.LAST, 101, 1);
        quotes.append(5, 6, Flow.GAP, 0, 0);
        quotes.append(5, 6, Flow.BID | Flow.LAST, 99, 2);

        var watch = BookWatch.over(quotes);

        assertThat(watch.told()).containsExactly(new Darkness(6, 6, "messages are missing"));
        assertThat(watch.dark()).isFalse();
    }

    @Test
    void whatIsDarkAtTheEndStaysSo() {
        snapshot();
        say(Flow.GAP, 0, 0).last(Flow.BID, 97, 1);
        var watch = BookWatch.over(flow);

        watch.end(time);

        assertThat(watch.told()).containsExactly(new Darkness(50, 50, "messages are missing"));
    }

    @Test
    void sequenceTellsWhatFollowsWhatIsOldAndWhatIsMissing() {
        var sequence = new Sequence();

        assertThat(sequence.take(6, 7)).isEqualTo(Sequence.Verdict.NEXT);
        assertThat(sequence.take(7, 9)).isEqualTo(Sequence.Verdict.NEXT);
        assertThat(sequence.take(7, 9)).isEqualTo(Sequence.Verdict.OLD);
        assertThat(sequence.take(8, 10)).as("overlaps, but nothing is missing").isEqualTo(Sequence.Verdict.NEXT);
        assertThat(sequence.take(11, 12)).isEqualTo(Sequence.Verdict.GAP);
        assertThat(sequence.take(12, 13)).as("a gap is told once").isEqualTo(Sequence.Verdict.NEXT);
        sequence.startAt(20);
        assertThat(sequence.take(20, 21)).isEqualTo(Sequence.Verdict.NEXT);
    }
}
