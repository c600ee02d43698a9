package io.fulmar.research.backtest;

/** Worked out by hand: trailing stops. {@link HandTable} explains the form. */
final class TrailTables {
    private TrailTables() {}

    static final String TEXT = """
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

            A trail of so many ranges keeps the distance of the signal's bar
            rules told long 1 units trail 2xatr1
            0: 100 101  99 100
            1: 100 102  99 101 | up
            2: 101 101 101 101
            3: 101 110 101 109
            4: 109 109 104 105
            fill 2 buy 1 at 101 signal fee 0
            fill 4 sell 1 at 104 trail fee 0
            trade 2-4 long 1 from 101 to 104 pnl 3

            A short's trail of so many ranges follows the lows
            rules told short 1 units trail 2xatr1
            0: 100 101  99 100
            1: 100 102  99 101 | down
            2: 101 101  91  91
            3:  91  97  91  96
            fill 2 sell 1 at 101 signal fee 0
            fill 3 buy 1 at 97 trail fee 0
            trade 2-3 short 1 from 101 to 97 pnl 4

            A trail slips and pays the taker's fee
            given tick 0.01 slippage 10 fee 10 maker 0
            0: 100 100 100 100 | buy 1 units trail 2%
            1: 100 110.1 100 109
            2: 109 109 108 109
            fill 1 buy 1 at 100.1 signal fee 0.1001
            fill 2 sell 1 at 107.99 trail fee 0.10799
            trade 1-2 long 1 from 100.1 to 107.99 pnl 7.68191
            """;
}
