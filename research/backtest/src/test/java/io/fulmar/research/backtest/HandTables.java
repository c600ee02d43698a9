package io.fulmar.research.backtest;

/** Backtests worked out by hand: orders, stops and targets, shorts. {@link HandTable} explains the form. */
final class HandTables {
    private HandTables() {}

    static final String ORDERS = """
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

            An entry asked for before the exit at one close is refused and the exit stands
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | sell 1 units ; exit
            2: 102 102 102 102
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 102 signal fee 0
            trade 1-2 long 1 from 100 to 102 pnl 2
            refused 1 POSITION_OPEN
            end cash 10002 position 0

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

    static final String STOPS = """
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

    static final String SHORTS = """
            A short gains when the price falls
            0: 100 100 100 100 | sell 1 units
            1: 100 100  96  97 | exit
            2:  95  95  95  95
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 95 signal fee 0
            trade 1-2 short 1 from 100 to 95 pnl 5
            equity 10000 10003 10005
            end cash 10005 position 0 return 0.0005

            A short's stop inside the bar fills at its level
            0: 100 100 100 100 | sell 1 units stop 2%
            1: 100 101  99 100
            2: 100 103 100 101
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 102 stop fee 0
            trade 1-2 short 1 from 100 to 102 pnl -2

            A gap through a short's stop fills at the dearer open
            0: 100 100 100 100 | sell 1 units stop 2%
            1: 100 101  99 100
            2: 105 106 104 105
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 105 stop fee 0
            trade 1-2 short 1 from 100 to 105 pnl -5

            A short's target inside the bar fills at its level
            0: 100 100 100 100 | sell 1 units target 2%
            1: 100 101  99 100
            2: 100 100  97  99
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 98 target fee 0
            trade 1-2 short 1 from 100 to 98 pnl 2

            A gap through a short's target fills at the cheaper open
            0: 100 100 100 100 | sell 1 units target 2%
            1: 100 101  99 100
            2:  95  96  94  95
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 95 target fee 0
            trade 1-2 short 1 from 100 to 95 pnl 5

            When one bar reaches a short's stop and target the stop is taken
            0: 100 100 100 100 | sell 1 units stop 2% target 2%
            1: 100 101  99 100
            2: 100 103  97  99
            fill 1 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 102 stop fee 0
            trade 1-2 short 1 from 100 to 102 pnl -2

            A high exactly at a short's stop on the entry bar reaches it
            0: 100 100 100 100 | sell 1 units stop 2%
            1: 100 102  99 100
            fill 1 sell 1 at 100 signal fee 0
            fill 1 buy 1 at 102 stop fee 0
            trade 1-1 short 1 from 100 to 102 pnl -2

            A low exactly at a short's target on the entry bar reaches it
            0: 100 100 100 100 | sell 1 units target 2%
            1: 100 101  98 100
            fill 1 sell 1 at 100 signal fee 0
            fill 1 buy 1 at 98 target fee 0
            trade 1-1 short 1 from 100 to 98 pnl 2

            A short's target at zero is never reached
            0: 1 1 1 1 | sell 1 units target 50%
            1: 1 2 1 1
            2: 1 1 1 1
            fill 1 sell 1 at 1 signal fee 0
            end cash 10000 position -1

            A short's stop of half a tick more is rounded away from the fill
            0: 250 250 250 250 | sell 1 units stop 1%
            1: 250 252 250 250
            2: 250 253 250 251
            fill 1 sell 1 at 250 signal fee 0
            fill 2 buy 1 at 253 stop fee 0
            trade 1-2 short 1 from 250 to 253 pnl -3

            A short's drawdown is marked at the close
            0: 100 100 100 100 | sell 50 units
            1: 100 120 100 110
            2: 110 110  90  90
            fill 1 sell 50 at 100 signal fee 0
            equity 10000 9500 10500
            end cash 10000 position -50 drawdown 0.05 return 0.05

            A short can lose more than the cash
            given cash 100
            0: 100 100 100 100 | sell 1 units
            1: 100 100 100 100
            2: 250 250 250 250
            fill 1 sell 1 at 100 signal fee 0
            equity 100 100 -50
            end cash 100 position -1 return -1.5 drawdown 1.5

            A short pays fees on both sides
            given fee 2.5
            0: 100 100 100 100 | sell 10 units
            1: 100 100 100 100 | exit
            2:  99  99  99  99
            fill 1 sell 10 at 100 signal fee 0.25
            fill 2 buy 10 at 99 signal fee 0.2475
            trade 1-2 short 10 from 100 to 99 pnl 9.5025
            equity 10000 9999.75 10009.5025
            end cash 10009.5025 fees 0.4975
            """;
}
