package io.fulmar.research.backtest;

/** Worked out by hand: shorts, mirrored in everything. {@link HandTable} explains the form. */
final class ShortTables {
    private ShortTables() {}

    static final String TEXT = """
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
