package io.fulmar.research.backtest;

/** Worked out by hand: fees, slippage and unusual prices. {@link HandTable} explains the form. */
final class CostTables {
    private CostTables() {}

    static final String TEXT = """
            A fee of 2.5 basis points is exact on a thousand
            given fee 2.5
            0: 100 100 100 100 | buy 10 units
            1: 100 100 100 100 | exit
            2: 101 101 101 101
            fill 1 buy 10 at 100 signal fee 0.25
            fill 2 sell 10 at 101 signal fee 0.2525
            trade 1-2 long 10 from 100 to 101 pnl 9.4975
            equity 10000 9999.75 10009.4975
            end cash 10009.4975 fees 0.5025 return 0.00094975 drawdown 0.000025

            A fee is rounded up to the unit of money
            given fee 2.5
            0: 33.33 33.33 33.33 33.33 | buy 0.001 units
            1: 33.33 33.33 33.33 33.33 | exit
            2: 33.34 33.34 33.34 33.34
            fill 1 buy 0.001 at 33.33 signal fee 0.00000834
            fill 2 sell 0.001 at 33.34 signal fee 0.00000834
            trade 1-2 long 0.001 from 33.33 to 33.34 pnl -0.00000668
            end cash 9999.99999332 fees 0.00001668

            The smallest trade still costs one unit of money
            given fee 1
            0: 0.00001 0.00001 0.00001 0.00001 | buy 1 units
            1: 0.00001 0.00001 0.00001 0.00001
            fill 1 buy 1 at 0.00001 signal fee 0.00000001
            end cash 9999.99999999 fees 0.00000001

            A target pays the maker's fee
            given fee 10 maker 2
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 102 100 102
            fill 1 buy 1 at 100 signal fee 0.1
            fill 1 sell 1 at 102 target fee 0.0204
            trade 1-1 long 1 from 100 to 102 pnl 1.8796
            end cash 10001.8796 fees 0.1204

            A stop pays the taker's fee
            given fee 10 maker 2
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 100  98  98
            fill 1 buy 1 at 100 signal fee 0.1
            fill 1 sell 1 at 98 stop fee 0.098
            trade 1-1 long 1 from 100 to 98 pnl -2.198
            end cash 9997.802 fees 0.198

            One fee given alone is the maker's too
            given fee 10
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 102 100 102
            fill 1 buy 1 at 100 signal fee 0.1
            fill 1 sell 1 at 102 target fee 0.102
            trade 1-1 long 1 from 100 to 102 pnl 1.798

            A maker's rebate is rounded down
            given fee 10 maker -0.5
            0: 33.34 33.34 33.34 33.34 | buy 0.001 units target 2%
            1: 33.34 34.01 33.34 34.00
            fill 1 buy 0.001 at 33.34 signal fee 0.00003334
            fill 1 sell 0.001 at 34.01 target fee -0.0000017
            trade 1-1 long 0.001 from 33.34 to 34.01 pnl 0.00063836
            end fees 0.00003164

            Slippage moves market fills against us by whole ticks
            given tick 0.01 slippage 10
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | exit
            2: 101 101 101 101
            fill 1 buy 1 at 100.1 signal fee 0
            fill 2 sell 1 at 100.89 signal fee 0
            trade 1-2 long 1 from 100.1 to 100.89 pnl 0.79
            equity 10000 9999.9 10000.79

            Slippage is at least one tick
            given slippage 1
            0: 100 100 100 100 | buy 1 units
            1: 100 100 100 100 | exit
            2: 105 105 105 105
            fill 1 buy 1 at 101 signal fee 0
            fill 2 sell 1 at 104 signal fee 0
            trade 1-2 long 1 from 101 to 104 pnl 3

            A stop is set from the slipped fill and slips itself
            given tick 0.01 slippage 10
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100  98.11 99
            2:  99  99  98.1  99
            fill 1 buy 1 at 100.1 signal fee 0
            fill 2 sell 1 at 98 stop fee 0
            trade 1-2 long 1 from 100.1 to 98 pnl -2.1

            A target is set from the slipped fill and does not slip
            given tick 0.01 slippage 10
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 102.09 100 100
            2: 100 102.1  100 100
            fill 1 buy 1 at 100.1 signal fee 0
            fill 2 sell 1 at 102.1 target fee 0
            trade 1-2 long 1 from 100.1 to 102.1 pnl 2

            A short slips down when it sells and up when it buys
            given tick 0.01 slippage 10
            0: 100 100 100 100 | sell 1 units
            1: 100 100 100 100 | exit
            2:  95  95  95  95
            fill 1 sell 1 at 99.9 signal fee 0
            fill 2 buy 1 at 95.1 signal fee 0
            trade 1-2 short 1 from 99.9 to 95.1 pnl 4.8

            Slippage never sells below one tick
            given slippage 10
            0: 1 1 1 1 | sell 1 units
            1: 1 1 1 1 | exit
            2: 1 1 1 1
            fill 1 sell 1 at 1 signal fee 0
            fill 2 buy 1 at 2 signal fee 0
            trade 1-2 short 1 from 1 to 2 pnl -1

            A slipped entry whose stop lies above the open is stopped on its bar at the open
            given tick 0.01 slippage 100
            0: 100 100 100 100 | buy 1 units stop 0.5%
            1: 100 100 100 100
            fill 1 buy 1 at 101 signal fee 0
            fill 1 sell 1 at 99 stop fee 0
            trade 1-1 long 1 from 101 to 99 pnl -2

            A time exit slips and pays the taker's fee
            given tick 0.01 slippage 10 fee 10 maker 0
            0: 100 100 100 100 | buy 1 units time 1
            1: 100 100 100 100
            2: 100 100 100 100
            fill 1 buy 1 at 100.1 signal fee 0.1001
            fill 2 sell 1 at 99.9 time fee 0.0999
            trade 1-2 long 1 from 100.1 to 99.9 pnl -0.4

            Still prices cost nothing but fees
            given fee 5
            0: 50 50 50 50 | buy 100%
            1: 50 50 50 50 | exit
            2: 50 50 50 50
            fill 1 buy 199.9 at 50 signal fee 4.9975
            fill 2 sell 199.9 at 50 signal fee 4.9975
            trade 1-2 long 199.9 from 50 to 50 pnl -9.995
            equity 10000 9995.0025 9990.005
            end cash 9990.005 fees 9.995 return -0.0009995 drawdown 0.0009995

            A price of 0.00001 is one tick
            0: 0.00001 0.00001 0.00001 0.00001 | buy 100% target 50%
            1: 0.00001 0.00002 0.00001 0.00002
            fill 1 buy 1000000000 at 0.00001 signal fee 0
            fill 1 sell 1000000000 at 0.00002 target fee 0
            trade 1-1 long 1000000000 from 0.00001 to 0.00002 pnl 10000
            equity 10000 20000
            end return 1

            A whole-number price of 30000 has a lot of a millionth
            0: 30000 30000 30000 30000 | buy 100%
            1: 30000 30300 30000 30300
            fill 1 buy 0.333333 at 30000 signal fee 0
            equity 10000 10099.9999
            end position 0.333333

            Float noise is rounded to nine digits
            given cash 100000
            0: 33135.795000000006 33135.795000000006 33135.795000000006 33135.795000000006 | buy 1 units target 0.001%
            1: 33135.795000000006 33136.12645 33135.795 33136
            fill 1 buy 1 at 33135.795 signal fee 0
            fill 1 sell 1 at 33136.1264 target fee 0
            trade 1-1 long 1 from 33135.795 to 33136.1264 pnl 0.3314
            end cash 100000.3314

            A price halfway between two ticks is rounded to the even one
            given tick 0.5 lot 1
            0: 100.25 100.25 100.25 100.25 | buy 1 units
            1: 100.75 100.75 100.75 100.75
            fill 1 buy 1 at 101 signal fee 0
            end position 1
            """;
}
