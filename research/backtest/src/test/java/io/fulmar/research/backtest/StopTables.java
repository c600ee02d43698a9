package io.fulmar.research.backtest;

/** Worked out by hand: stops and targets of longs. {@link HandTable} explains the form. */
final class StopTables {
    private StopTables() {}

    static final String TEXT = """
            A stop inside the bar fills at its level
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 101  99 100
            2: 100 100  97  99
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2
            equity 10000 10000 9998
            end cash 9998 position 0 drawdown 0.0002

            A gap through the stop fills at the open
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 101  99 100
            2:  95  96  94  95
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 95 stop fee 0
            trade 1-2 long 1 from 100 to 95 pnl -5

            A low exactly at the stop reaches it
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 101  99 100
            2: 100 100  98  99
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2

            An open exactly at the stop fills there
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 101  99 100
            2:  98 100  98  99
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2

            A low one tick above the stop does not reach it
            given tick 0.01
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 101  99 100
            2: 100 100  98.01  99
            fill 1 buy 1 at 100 signal fee 0
            equity 10000 10000 9999
            end cash 10000 position 1

            A target inside the bar fills at its level
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 101  99 100
            2: 100 103 100 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 102 target fee 0
            trade 1-2 long 1 from 100 to 102 pnl 2
            equity 10000 10000 10002

            A gap through the target fills at the better open
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 101  99 100
            2: 105 106 104 105
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 105 target fee 0
            trade 1-2 long 1 from 100 to 105 pnl 5

            A high exactly at the target reaches it
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 101  99 100
            2: 100 102 100 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 102 target fee 0
            trade 1-2 long 1 from 100 to 102 pnl 2

            A high one tick below the target does not reach it
            given tick 0.01
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 101.99  99 100
            fill 1 buy 1 at 100 signal fee 0
            end cash 10000 position 1

            When one bar reaches both the stop is taken
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 101  99 100
            2: 100 103  97 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2

            The stop is taken even if the bar opened beyond the target
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 101  99 100
            2: 104 105  97  99
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2

            A bar that opens below the stop and runs to the target is stopped at its open
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 101  99 100
            2:  96 103  95 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 96 stop fee 0
            trade 1-2 long 1 from 100 to 96 pnl -4

            The stop rests on the entry bar
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100  97  99
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2
            equity 10000 9998

            The target rests on the entry bar
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 103 100 101
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2
            equity 10000 10002

            Both reached on the entry bar is a stop
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 102  98 101
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2

            Distances are set from the fill price and not from the signal's close
            0: 100 100 100 100 | buy 1 units stop 1%
            1: 200 201 199 200
            2: 200 200 197 199
            fill 1 buy 1 at 200 signal fee 0
            fill 2 sell 1 at 198 stop fee 0
            trade 1-2 long 1 from 200 to 198 pnl -2

            A stop of half a tick more is rounded up
            0: 250 250 250 250 | buy 1 units stop 1%
            1: 250 250 248 250
            2: 250 250 247 248
            fill 1 buy 1 at 250 signal fee 0
            fill 2 sell 1 at 247 stop fee 0
            trade 1-2 long 1 from 250 to 247 pnl -3

            A target of less than half a tick more is rounded down
            0: 250 250 250 250 | buy 1 units target 0.96%
            1: 250 251 250 251
            2: 251 252 250 251
            fill 1 buy 1 at 250 signal fee 0
            fill 2 sell 1 at 252 target fee 0
            trade 1-2 long 1 from 250 to 252 pnl 2

            A stop is at least one tick away
            0: 10 10 10 10 | buy 1 units stop 1%
            1: 10 11 10 10
            2: 10 10  9  9
            fill 1 buy 1 at 10 signal fee 0
            fill 2 sell 1 at 9 stop fee 0
            trade 1-2 long 1 from 10 to 9 pnl -1

            A target is at least one tick away
            0: 10 10 10 10 | buy 1 units target 0.01%
            1: 10 10  9 10
            2: 10 11 10 10
            fill 1 buy 1 at 10 signal fee 0
            fill 2 sell 1 at 11 target fee 0
            trade 1-2 long 1 from 10 to 11 pnl 1

            A stop one tick below a price of one tick lies at zero and is never reached
            0: 1 1 1 1 | buy 1 units stop 1%
            1: 1 1 1 1
            2: 1 2 1 1
            fill 1 buy 1 at 1 signal fee 0
            equity 10000 10000 10000
            end cash 10000 position 1

            An exit signal fills at the open before the stop of that bar
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100 100 100 | exit
            2: 100 103  97 100
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 100 signal fee 0
            trade 1-2 long 1 from 100 to 100 pnl 0

            An exit signal fills at an open beyond the stop as a signal
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100 100 100 | exit
            2:  97  97  90  95
            3:  95  95  90  95
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 97 signal fee 0
            trade 1-2 long 1 from 100 to 97 pnl -3

            An exit signal at the close of the bar that stopped does nothing
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100  97  99 | exit
            2:  99  99  99  99
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2
            end cash 9998 position 0 cancelled 0

            An exit signal at the close of the bar that reached the target does nothing
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 103 100 102 | exit
            2: 110 110 110 110
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2
            end cash 10002 position 0 cancelled 0

            A strategy may enter at the close of the bar in which it was stopped
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100  97  99 | buy 1 units
            2:  99  99  99  99
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            fill 2 buy 1 at 99 signal fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2
            end cash 9998 position 1

            The stop of a position that was left does not act on the next one
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 100 100 100 | exit
            2: 100 100 100 100 | buy 1 units
            3: 100 110  90 100
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 100 signal fee 0
            fill 3 buy 1 at 100 signal fee 0
            trade 1-2 long 1 from 100 to 100 pnl 0
            end cash 10000 position 1

            A stop on the last bar fills
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100 100 100
            2: 100 100  90  90
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100 to 98 pnl -2
            end cash 9998 position 0 cancelled 0
            """;
}
