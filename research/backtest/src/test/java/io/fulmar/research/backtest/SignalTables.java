package io.fulmar.research.backtest;

/** Worked out by hand: strategies with indicators: crosses, warm-up, ranges. {@link HandTable} explains the form. */
final class SignalTables {
    private SignalTables() {}

    static final String TEXT = """
            A fast average crossing above enters and crossing below leaves
            rules sma 1 2 long 1 units
            0: 10 10 10 10
            1: 10 10 10 10
            2: 10 12 10 12
            3: 12 12 11 11
            4: 11 11 11 11
            fill 3 buy 1 at 12 signal fee 0
            fill 4 sell 1 at 11 signal fee 0
            trade 3-4 long 1 from 12 to 11 pnl -1
            equity 10000 10000 10000 9999 9999

            No cross fires on the first warm bar
            rules sma 1 2 long 1 units
            0: 10 10 10 10
            1: 12 12 12 12
            2: 12 12 12 12
            3: 13 13 13 13
            4: 13 13 13 13
            fill 4 buy 1 at 13 signal fee 0
            end position 1

            A tie is not a cross but the rise from a tie is
            rules sma 1 2 long 1 units time 1
            0: 10 10 10 10
            1: 10 10 10 10
            2: 10 12 10 12
            3: 12 12 12 12
            4: 12 13 12 13
            5: 13 13 13 13
            fill 3 buy 1 at 12 signal fee 0
            fill 4 sell 1 at 12 time fee 0
            fill 5 buy 1 at 13 signal fee 0
            trade 3-4 long 1 from 12 to 12 pnl 0
            end position 1 cancelled 1

            A tie that sums of doubles would miss does not leave
            rules sma 1 3 long 1 units
            0: 0.1 0.1 0.1 0.1
            1: 0.1 0.1 0.1 0.1
            2: 0.1 0.1 0.1 0.1
            3: 0.1 0.3 0.1 0.3
            4: 0.2 0.3 0.2 0.2
            5: 0.2 0.3 0.2 0.3
            fill 4 buy 1 at 0.2 signal fee 0
            end position 1

            Mirrored a cross below sells and a cross above buys back
            rules sma 1 2 short 1 units
            0: 10 10 10 10
            1: 10 10 10 10
            2: 10 10  8  8
            3:  8  9  8  9
            4:  9  9  9  9
            fill 3 sell 1 at 8 signal fee 0
            fill 4 buy 1 at 9 signal fee 0
            trade 3-4 short 1 from 8 to 9 pnl -1

            Both ways the cross that leaves does not enter
            rules sma 1 2 both 1 units
            0: 10 10 10 10
            1: 10 10 10 10
            2: 12 12 12 12
            3: 11 11 11 11
            4: 10 10 10 10
            5: 11 11 11 11
            6:  9  9  9  9
            7:  9  9  9  9
            8:  8  8  8  8
            9:  8  8  8  8
            fill 3 buy 1 at 11 signal fee 0
            fill 4 sell 1 at 10 signal fee 0
            fill 6 buy 1 at 9 signal fee 0
            fill 7 sell 1 at 9 signal fee 0
            fill 9 sell 1 at 8 signal fee 0
            trade 3-4 long 1 from 11 to 10 pnl -1
            trade 6-7 long 1 from 9 to 9 pnl 0
            end position -1

            A cross before trading begins is not read later
            rules sma 1 2 long 1 units from 3
            0: 10 10 10 10
            1: 10 10 10 10
            2: 12 12 12 12
            3: 13 13 13 13
            4: 14 14 14 14
            equity 10000 10000 10000 10000 10000
            end position 0

            A cross on the bar where trading begins counts
            rules sma 1 2 long 1 units from 2
            0: 10 10 10 10
            1: 10 10 10 10
            2: 12 12 12 12
            3: 13 13 13 13
            fill 3 buy 1 at 13 signal fee 0
            end position 1

            An entry cross during a cooldown is lost
            cooldown 1 after stop
            rules sma 1 2 long 1 units stop 5%
            0: 100 100 100 100
            1: 100 100 100 100
            2: 102 102 102 102
            3: 102 102  90  90
            4: 101 101 101 101
            5: 101 101 101 101
            fill 3 buy 1 at 102 signal fee 0
            fill 3 sell 1 at 97 stop fee 0
            fill 5 buy 1 at 101 signal fee 0
            trade 3-3 long 1 from 102 to 97 pnl -5
            end position 1

            RSI compared with a number may fire on the first warm bar
            rules rsi 2 30 70 long 1 units
            0: 10 10 10 10
            1:  9  9  9  9
            2:  8  8  8  8
            3:  9  9  9  9
            4: 10 10 10 10
            5: 10 10 10 10
            fill 3 buy 1 at 9 signal fee 0
            fill 5 sell 1 at 10 signal fee 0
            trade 3-5 long 1 from 9 to 10 pnl 1

            RSI of still prices is zero
            rules rsi 2 30 70 long 1 units
            0: 10 10 10 10
            1: 10 10 10 10
            2: 10 10 10 10
            3: 10 10 10 10
            fill 3 buy 1 at 10 signal fee 0
            end position 1

            A breakout stops at two ranges of the signal's bar
            rules breakout 2 long 1 units stop 2xatr2
            0: 10 11  9 10
            1: 10 11  9 10
            2: 10 11  9 10
            3: 10 13 10 13
            4: 13 13  9 12
            5: 12 12  8  9
            fill 4 buy 1 at 13 signal fee 0
            fill 5 sell 1 at 8 stop fee 0
            trade 4-5 long 1 from 13 to 8 pnl -5

            Half a tick of range is rounded to the even tick
            rules breakout 2 long 1 units stop 1xatr2
            0: 10 11  9 10
            1: 10 11  9 10
            2: 10 11  9 10
            3: 10 13 10 13
            4: 13 13 12 12
            5: 12 12 11 11
            fill 4 buy 1 at 13 signal fee 0
            fill 5 sell 1 at 11 stop fee 0
            trade 4-5 long 1 from 13 to 11 pnl -2

            A close equal to the highest high is no breakout
            rules breakout 2 long 1 units
            0: 10 11  9 10
            1: 10 11  9 10
            2: 10 11  9 10
            3: 10 11 10 11
            4: 11 11 11 11
            end position 0

            A breakout is left when the close crosses below the lowest low
            rules breakout 2 long 1 units
            0: 10 11  9 10
            1: 10 11  9 10
            2: 10 11  9 10
            3: 10 13 10 13
            4: 13 13 12 12
            5: 12 12  9  9
            6:  9  9  9  9
            fill 4 buy 1 at 13 signal fee 0
            fill 6 sell 1 at 9 signal fee 0
            trade 4-6 long 1 from 13 to 9 pnl -4

            No cross fires on the first warm bar of a longer range
            rules breakout 1 long 1 units stop 1xatr3
            0: 10 10 10 10
            1: 10 10 10 10
            2: 10 10 10 10
            3: 10 13 10 13
            4: 13 13 13 13
            end position 0

            Risk uses the range of the signal's bar
            rules breakout 2 long risk 1% stop 2xatr2
            0: 10 11  9 10
            1: 10 11  9 10
            2: 10 11  9 10
            3: 10 13 10 13
            4: 14 14 10 12
            fill 4 buy 20 at 14 signal fee 0
            end position 20 cash 10000
            """;
}
