package io.fulmar.research.backtest;

/** Worked out by hand: sizes: percent of equity, units, percent at risk. {@link HandTable} explains the form. */
final class SizeTables {
    private SizeTables() {}

    static final String TEXT = """
            All of the equity buys the most whole lots that fit
            given cash 1000 lot 1 fee 10
            0: 33 33 33 33 | buy 100%
            1: 33 33 33 33
            fill 1 buy 30 at 33 signal fee 0.99
            end cash 999.01 position 30

            The fee alone can cost a lot
            given cash 1000 lot 1 fee 10
            0: 100 100 100 100 | buy 100%
            1: 100 100 100 100
            fill 1 buy 9 at 100 signal fee 0.9
            end cash 999.1 position 9

            A cost exactly equal to the budget fits
            given cash 1001 lot 1 fee 10
            0: 100 100 100 100 | buy 100%
            1: 100 100 100 100
            fill 1 buy 10 at 100 signal fee 1
            end cash 1000 position 10 overdrawn 0

            Half of the equity buys half
            given cash 1000
            0: 100 100 100 100 | buy 50%
            1: 100 100 100 100
            fill 1 buy 5 at 100 signal fee 0
            end position 5

            A third in percent is cut to whole lots
            given cash 1000
            0: 7 7 7 7 | buy 33.3333%
            1: 7 7 7 7
            fill 1 buy 47.61 at 7 signal fee 0
            end position 47.61

            A short is sized like a long
            given cash 1000 lot 1 fee 10
            0: 100 100 100 100 | sell 100%
            1: 100 100 100 100
            fill 1 sell 9 at 100 signal fee 0.9
            end position -9

            Nothing that fits is a refusal
            given cash 50 lot 1
            0: 100 100 100 100 | buy 100%
            1: 100 100 100 100
            refused 0 SIZE_ZERO
            equity 50 50
            end cash 50 position 0 cancelled 0

            Units are cut to whole lots
            given lot 0.5
            0: 100 100 100 100 | buy 1.3 units
            1: 100 100 100 100
            fill 1 buy 1 at 100 signal fee 0
            end position 1

            Units below one lot are a refusal
            given lot 1
            0: 100 100 100 100 | buy 0.9 units
            1: 100 100 100 100
            refused 0 SIZE_ZERO
            end position 0

            Units dearer than the equity are refused
            given cash 1000
            0: 100 100 100 100 | buy 11 units
            1: 100 100 100 100
            refused 0 INSOLVENT
            end position 0

            Units which the fee makes dearer than the equity are refused
            given cash 1000 fee 1
            0: 100 100 100 100 | buy 10 units
            1: 100 100 100 100
            refused 0 INSOLVENT
            end position 0

            Units worth exactly the equity are bought
            given cash 1000
            0: 100 100 100 100 | buy 10 units
            1: 100 100 100 100
            fill 1 buy 10 at 100 signal fee 0
            end position 10

            Percent of equity counts the profit made so far
            given cash 1000
            0: 100 100 100 100 | buy 100%
            1: 100 120 100 120 | exit
            2: 120 120 120 120 | buy 50%
            3: 120 120 120 120
            fill 1 buy 10 at 100 signal fee 0
            fill 2 sell 10 at 120 signal fee 0
            fill 3 buy 5 at 120 signal fee 0
            trade 1-2 long 10 from 100 to 120 pnl 200
            equity 1000 1200 1200 1200
            end cash 1200 position 5

            Risk divided by the stop's distance is the quantity
            0: 100 100 100 100 | buy risk 1% stop 2%
            1: 100 100  98  99
            fill 1 buy 50 at 100 signal fee 0
            fill 1 sell 50 at 98 stop fee 0
            trade 1-1 long 50 from 100 to 98 pnl -100
            equity 10000 9900

            Risk never buys more than the equity affords
            0: 100 100 100 100 | buy risk 5% stop 1%
            1: 100 100 100 100
            fill 1 buy 100 at 100 signal fee 0
            end position 100

            The equity affords less risk when there is a fee
            given lot 1 fee 10
            0: 100 100 100 100 | buy risk 5% stop 1%
            1: 100 100 100 100
            fill 1 buy 99 at 100 signal fee 9.9
            end position 99 cash 9990.1

            Risk is measured from the signal's close while the stop lies under the fill
            0: 100 100 100 100 | buy risk 1% stop 2%
            1: 150 150 147 148
            fill 1 buy 50 at 150 signal fee 0
            fill 1 sell 50 at 147 stop fee 0
            trade 1-1 long 50 from 150 to 147 pnl -150
            end cash 9850

            Risk is cut to whole lots
            given cash 1000 lot 1
            0: 100 100 100 100 | buy risk 1% stop 3%
            1: 100 100 100 100
            fill 1 buy 3 at 100 signal fee 0
            end position 3

            Risk too small for one lot is a refusal
            given cash 100 lot 1
            0: 100 100 100 100 | sell risk 1% stop 3%
            1: 100 100 100 100
            refused 0 SIZE_ZERO
            end position 0
            """;
}
