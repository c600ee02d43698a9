package io.fulmar.research.backtest;

/** Backtests worked out by hand: trails, time, cooldown, indicators. {@link HandTable} explains the form. */
final class HandTablesOfRules {
    private HandTablesOfRules() {}

    static final String TRAILS = """
            A trail rests on the entry bar at its first level
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 101  97  99
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 trail fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2

            A trail moves at the close and acts from the next bar
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 110 100 109
            2: 109 109 108 109
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 108 trail fee 0
            trade 1-2 long 1 from 100 to 108 pnl 8
            equity 10000 10009 10008

            A gap through the trail fills at the open
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 110 100 109
            2: 105 106 104 105
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 105 trail fee 0
            trade 1-2 long 1 from 100 to 105 pnl 5

            A trail never goes back
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 110 100 109
            2: 109 109 109 109
            3: 109 109 108 108
            fill 1 buy 1 at 100 signal fee 0
            fill 3 sell 1 at 108 trail fee 0
            trade 1-3 long 1 from 100 to 108 pnl 8

            A trail keeps the distance in ticks it had at the fill
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 200 100 199
            2: 199 199 198 199
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 198 trail fee 0
            trade 1-2 long 1 from 100 to 198 pnl 98

            A trail is at least one tick away
            0: 10 10 10 10 | buy 1 units trail 1%
            1: 10 12 10 12
            2: 12 12 11 11
            fill 1 buy 1 at 10 signal fee 0
            fill 2 sell 1 at 11 trail fee 0
            trade 1-2 long 1 from 10 to 11 pnl 1

            A stop nearer than the trail counts
            0: 100 100 100 100 | buy 1 units stop 1% trail 3%
            1: 100 100  96  97
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 99 stop fee 0
            trade 1-1 long 1 from 100 to 99 pnl -1

            A trail that has passed the stop counts
            0: 100 100 100 100 | buy 1 units stop 1% trail 2%
            1: 100 105 100 104
            2: 104 104  98 103
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 103 trail fee 0
            trade 1-2 long 1 from 100 to 103 pnl 3

            Stop and trail at one level are a stop
            0: 100 100 100 100 | buy 1 units stop 2% trail 2%
            1: 100 100  98  99
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2

            When one bar reaches trail and target the trail is taken
            0: 100 100 100 100 | buy 1 units target 5% trail 2%
            1: 100 104 100 104
            2: 104 106 101 105
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 102 trail fee 0
            trade 1-2 long 1 from 100 to 102 pnl 2

            A short's trail follows the lows
            0: 100 100 100 100 | sell 1 units trail 2%
            1: 100 100  90  91
            2:  91  93  91  92
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 92 trail fee 0
            trade 1-2 short 1 from 100 to 92 pnl 8

            A gap through a short's trail fills at the dearer open
            0: 100 100 100 100 | sell 1 units trail 2%
            1: 100 100  90  91
            2:  95  96  95  96
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 95 trail fee 0
            trade 1-2 short 1 from 100 to 95 pnl 5

            A trail slips and pays the taker's fee
            given tick 0.01 slippage 10 fee 10 maker 0
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 110.1 100 109
            2: 109 109 108 109
            fill 1 buy 1 at 100.1 signal fee 0.1001
            fill 2 sell 1 at 107.99 trail fee 0.10799
            trade 1-2 long 1 from 100.1 to 107.99 pnl 7.68191
            """;

    static final String TIMES = """
            After one bar in the trade it is left at the next open
            0: 100 100 100 100 | buy 1 units time 1
            1: 100 100 100 100
            2: 101 101 101 101
            3: 102 102 102 102
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 101 time fee 0
            trade 1-2 long 1 from 100 to 101 pnl 1

            Three bars in the trade count the entry bar as the first
            0: 100 100 100 100 | sell 1 units time 3
            1: 100 100 100 100
            2: 101 101 101 101
            3: 102 102 102 102
            4: 103 103 103 103
            fill 1 sell 1 at 100 signal fee 0
            fill 4 buy 1 at 103 time fee 0
            trade 1-4 short 1 from 100 to 103 pnl -3

            A stop in the last bar of the time comes first
            0: 100 100 100 100 | buy 1 units stop 2% time 2
            1: 100 100 100 100
            2: 100 100  98  99
            3:  99  99  99  99
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2
            end position 0 cancelled 0

            A time exit fills at the open before the stop of that bar
            0: 100 100 100 100 | buy 1 units stop 2% time 1
            1: 100 100 100 100
            2:  97  97  95  96
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 97 time fee 0
            trade 1-2 long 1 from 100 to 97 pnl -3

            A time exit decided on the last bar is cancelled
            0: 100 100 100 100 | buy 1 units time 2
            1: 100 100 100 100
            2: 100 100 100 100
            fill 1 buy 1 at 100 signal fee 0
            end position 1 cancelled 1

            A signal at the close that ends the time counts as the signal
            0: 100 100 100 100 | buy 1 units time 1
            1: 100 100 100 100 | exit
            2: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 101 signal fee 0
            trade 1-2 long 1 from 100 to 101 pnl 1

            A signal before its time leaves nothing behind
            0: 100 100 100 100 | buy 1 units time 3
            1: 100 100 100 100 | exit
            2: 101 101 101 101 | buy 1 units
            3: 102 102 102 102
            4: 103 103 103 103
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 101 signal fee 0
            fill 3 buy 1 at 102 signal fee 0
            trade 1-2 long 1 from 100 to 101 pnl 1
            end position 1 cancelled 0

            After a stop no entry is read in that bar and the next of a cooldown of two
            cooldown 2 after stop
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100  97  98 | buy 1 units
            2:  98  98  98  98 | buy 1 units
            3:  98  98  98  98 | buy 1 units
            4:  99  99  99  99
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            fill 4 buy 1 at 99 signal fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2

            A cooldown after stops does not follow a target
            cooldown 2 after stop
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 103 100 102 | buy 1 units
            2: 102 102 102 102
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            fill 2 buy 1 at 102 signal fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2

            A cooldown after stops does not follow a trail
            cooldown 2 after stop
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 100  97  98 | buy 1 units
            2:  98  98  98  98
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 trail fee 0
            fill 2 buy 1 at 98 signal fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2

            A cooldown after a signal begins in the bar of its fill
            cooldown 1 after signal
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | exit
            2: 100 100 100 100 | buy 1 units
            3: 100 100 100 100 | buy 1 units
            4: 100 100 100 100
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 100 signal fee 0
            fill 4 buy 1 at 100 signal fee 0
            trade 1-2 long 1 from 100 to 100 pnl 0

            A cooldown after time and trail follows both
            cooldown 1 after time,trail
            0: 100 100 100 100 | buy 1 units time 1
            1: 100 100 100 100
            2: 100 100 100 100 | buy 1 units
            3: 100 100 100 100 | buy 1 units trail 1%
            4: 100 100  98  99 | buy 1 units
            5: 100 100 100 100 | buy 1 units
            6: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 100 time fee 0
            fill 4 buy 1 at 100 signal fee 0
            fill 4 sell 1 at 99 trail fee 0
            fill 6 buy 1 at 101 signal fee 0
            trade 1-2 long 1 from 100 to 100 pnl 0
            trade 4-4 long 1 from 100 to 99 pnl -1
            """;

    static final String SIGNALS = """
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
