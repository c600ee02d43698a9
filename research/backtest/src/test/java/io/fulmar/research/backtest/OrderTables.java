package io.fulmar.research.backtest;

/** Worked out by hand: orders, their order and their refusals, equity and drawdown. {@link HandTable} explains the form. */
final class OrderTables {
    private OrderTables() {}

    static final String TEXT = """
            A market order fills at the next open
            0: 100 101  99 100 | buy 1 units
            1: 102 103 101 103 | exit
            2: 104 105 104 104
            fill 1 buy 1 at 102 signal fee 0
            fill 2 sell 1 at 104 signal fee 0
            trade 1-2 long 1 from 102 to 104 pnl 2
            equity 10000 10001 10002
            end cash 10002 position 0 return 0.0002 drawdown 0 fees 0 cancelled 0

            An entry decided on the last bar is cancelled
            0: 100 101  99 100
            1: 100 101  99 100 | buy 1 units
            equity 10000 10000
            end cash 10000 position 0 cancelled 1

            An exit decided on the last bar is cancelled and the position stays open
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100
            2: 101 101 101 101 | exit
            fill 1 buy 1 at 100 signal fee 0
            equity 10000 10000 10001
            end cash 10000 position 1 return 0.0001 cancelled 1

            A position open at the end is marked at the last close without exit costs
            given fee 10
            0: 100 100 100 100 | buy 2 units
            1: 100 110 100 110
            fill 1 buy 2 at 100 signal fee 0.2
            equity 10000 10019.8
            end cash 9999.8 position 2 fees 0.2 return 0.00198 drawdown 0

            An exit while flat does nothing
            0: 100 101  99 100 | exit
            1: 100 101  99 100
            equity 10000 10000
            end cash 10000 position 0 cancelled 0

            An entry while a position is open is refused
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | buy 1 units
            2: 100 100 100 100
            fill 1 buy 1 at 100 signal fee 0
            refused 1 POSITION_OPEN
            end cash 10000 position 1 cancelled 0

            An entry the other way while a position is open is refused too
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | sell 1 units
            2: 100 100 100 100
            fill 1 buy 1 at 100 signal fee 0
            refused 1 POSITION_OPEN
            end cash 10000 position 1 cancelled 0

            An exit and then an entry decided at one close fill at one open, the exit first
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | exit ; sell 1 units
            2: 102 102 102 102
            3: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 102 signal fee 0
            fill 2 sell 1 at 102 signal fee 0
            trade 1-2 long 1 from 100 to 102 pnl 2
            equity 10000 10000 10002 10003
            end cash 10002 position -1

            An entry asked for before the exit at one close fills after it all the same
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | sell 1 units ; exit
            2: 102 102 102 102
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 102 signal fee 0
            fill 2 sell 1 at 102 signal fee 0
            trade 1-2 long 1 from 100 to 102 pnl 2
            end cash 10002 position -1

            A strategy may enter again at the close of the bar in which it left
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | exit
            2: 103 103 103 103 | buy 1 units
            3: 104 104 104 104
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 103 signal fee 0
            fill 3 buy 1 at 104 signal fee 0
            trade 1-2 long 1 from 100 to 103 pnl 3
            equity 10000 10000 10003 10003
            end cash 10003 position 1

            Drawdown counts the starting cash as the first peak
            0: 100 100 100 100 | buy 50 units
            1: 100 100  98  98
            2:  98  99  98  99
            fill 1 buy 50 at 100 signal fee 0
            equity 10000 9900 9950
            end cash 10000 position 50 drawdown 0.01 return -0.005

            Drawdown is measured at closes and not at lows
            0: 100 100 100 100 | buy 50 units
            1: 100 101  50 100
            2: 100 101  50 101
            fill 1 buy 50 at 100 signal fee 0
            equity 10000 10000 10050
            end drawdown 0 return 0.005

            Drawdown runs from the highest close so far
            given cash 1000
            0: 100 100 100 100 | buy 5 units
            1: 100 120 100 120
            2: 120 120 110 110
            3: 110 130 110 130
            4: 130 130 107 107
            fill 1 buy 5 at 100 signal fee 0
            equity 1000 1100 1050 1150 1035
            end drawdown 0.1 return 0.035

            A gap up at the entry takes the free balance below zero and is counted
            given cash 1000
            0: 100 100 100 100 | buy 100%
            1: 110 110 110 110
            fill 1 buy 10 at 110 signal fee 0
            equity 1000 1000
            end cash 1000 position 10 overdrawn 1

            A gap down at the entry buys no more than was decided
            given cash 1000
            0: 100 100 100 100 | buy 100%
            1:  90  90  90  90
            fill 1 buy 10 at 90 signal fee 0
            end cash 1000 position 10 overdrawn 0
            """;
}
