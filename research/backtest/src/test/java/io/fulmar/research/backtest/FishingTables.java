package io.fulmar.research.backtest;

/** Worked out by hand: limits that wait to enter again after an exit. {@link HandTable} explains the form. */
final class FishingTables {
    private FishingTables() {}

    static final String TEXT = """
            After a stop rungs wait below it and each fills at its limit
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  97  98
            3:  98  99  96  98
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            fill 2 buy 1 at 97 signal fee 0
            fill 3 buy 1 at 96 signal fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 2 cancelled 1

            Several rungs that the next open has passed fill there as takers
            given fee 10 maker 0
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  90  92  90  91
            fill 1 buy 3 at 100 signal fee 0.3
            fill 1 sell 3 at 98 stop fee 0.294
            fill 2 buy 1 at 90 signal fee 0.09
            fill 2 buy 1 at 90 signal fee 0.09
            fill 2 buy 1 at 90 signal fee 0.09
            trade 1-1 long 3 from 100 to 98 pnl -6.594
            end position 3 cancelled 0

            Several rungs that rest are filled in one gap at the open as makers
            given fee 10 maker 0
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98
            3:  90  92  90  91
            fill 1 buy 3 at 100 signal fee 0.3
            fill 1 sell 3 at 98 stop fee 0.294
            fill 3 buy 1 at 90 signal fee 0
            fill 3 buy 1 at 90 signal fee 0
            fill 3 buy 1 at 90 signal fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6.594
            end position 3 cancelled 0

            A position made of rungs is left as one
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  90  92  90  91
            3:  91  91  87  88
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            fill 2 buy 1 at 90 signal fee 0
            fill 2 buy 1 at 90 signal fee 0
            fill 2 buy 1 at 90 signal fee 0
            fill 3 sell 3 at 88 stop fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            trade 2-3 long 3 from 90 to 88 pnl -6

            When the window is over nothing waits any more
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 2 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98
            3:  98  98  98  98
            4:  98  98  90  91
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 0 cancelled 0

            The last bar of the window counts
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 2 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98
            3:  98  98  97  97
            4:  97  97  96  96
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            fill 3 buy 1 at 97 signal fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 1 cancelled 0

            The opposite signal withdraws the rungs and enters
            rules told both 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98 | down
            3:  98  98  97  97
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            fill 3 sell 3 at 98 signal fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position -3 cancelled 0

            In a cooldown the opposite signal withdraws the rungs and does not enter
            rules told both 3 units stop 2%
            cooldown 10 after stop
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98 | down
            3:  98  98  90  91
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 0 cancelled 0

            An exit's signal at the bar of the stop leaves no rungs
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98 | down
            2:  98  98  90  91
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 0 cancelled 0

            A cooldown holds back the signal but not the rungs
            rules told long 3 units stop 2%
            cooldown 10 after stop
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98 | up
            3:  98  98  97  98
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            fill 3 buy 1 at 97 signal fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 1 cancelled 2

            A new signal the same way comes before the rungs
            rules told long 3 units stop 2%
            fish rungs 3 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  98  98 | up
            3:  98  98  97  98
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 98 stop fee 0
            fill 3 buy 3 at 98 signal fee 0
            trade 1-1 long 3 from 100 to 98 pnl -6
            end position 3 cancelled 0

            After a target the rungs wait for the price to come back
            rules told long 3 units target 2%
            fish rungs 3 apart 1% within 10 after target
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 102 100 101
            3: 101 103 101 103
            4: 103 103  98  98
            fill 1 buy 3 at 100 signal fee 0
            fill 1 sell 3 at 102 target fee 0
            fill 2 buy 1 at 101 signal fee 0
            fill 2 buy 1 at 100 signal fee 0
            fill 3 sell 2 at 103 target fee 0
            trade 1-1 long 3 from 100 to 102 pnl 6
            trade 2-3 long 2 from 101 to 103 pnl 5
            end position 0 cancelled 0

            Rungs after stops do not follow a target
            rules told long 1 units target 2%
            fish rungs 1 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 102  90  90
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2
            end position 0 cancelled 0

            Rungs after stops and targets follow both
            rules told long 1 units stop 2% target 2%
            fish rungs 1 apart 1% within 5 after stop,target
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 102 101 102
            3: 102 103 102 103
            4: 103 103 103 103 | up
            5: 103 103 101 101
            6: 101 101 100 100
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            fill 2 buy 1 at 101 signal fee 0
            fill 3 sell 1 at 103 target fee 0
            fill 5 buy 1 at 103 signal fee 0
            fill 5 sell 1 at 101 stop fee 0
            fill 6 buy 1 at 100 signal fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2
            trade 2-3 long 1 from 101 to 103 pnl 2
            trade 5-5 long 1 from 103 to 101 pnl -2
            end position 1

            A rung's stop inside the bar closes the position and with it the rungs below
            rules told long 2 units stop 1%
            fish rungs 2 apart 2% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  99  99
            2:  99  99  94  94
            3:  94  94  90  90
            fill 1 buy 2 at 100 signal fee 0
            fill 1 sell 2 at 99 stop fee 0
            fill 2 buy 1 at 97 signal fee 0
            fill 2 sell 1 at 96 stop fee 0
            trade 1-1 long 2 from 100 to 99 pnl -2
            trade 2-2 long 1 from 97 to 96 pnl -1
            end position 0 cancelled 0

            A position that was fished is not fished for again
            rules told long 1 units stop 1%
            fish rungs 1 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  99  99
            2:  99  99  97  97
            3:  97  97  90  90
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 99 stop fee 0
            fill 2 buy 1 at 98 signal fee 0
            fill 2 sell 1 at 97 stop fee 0
            trade 1-1 long 1 from 100 to 99 pnl -1
            trade 2-2 long 1 from 98 to 97 pnl -1
            end position 0 cancelled 0

            Rungs are counted from the price at which the stop filled
            rules told long 2 units stop 2%
            fish rungs 2 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100 100 100
            2:  90  91  90  90
            3:  90  90  89  90
            fill 1 buy 2 at 100 signal fee 0
            fill 2 sell 2 at 90 stop fee 0
            fill 3 buy 1 at 89 signal fee 0
            trade 1-2 long 2 from 100 to 90 pnl -20
            end position 1 cancelled 1

            A short's rungs wait above its stop
            rules told short 2 units stop 2%
            fish rungs 2 apart 1% within 10 after stop
            0: 100 100 100 100 | down
            1: 100 102 100 102
            2: 102 104 102 103
            3: 103 106 103 105
            fill 1 sell 2 at 100 signal fee 0
            fill 1 buy 2 at 102 stop fee 0
            fill 2 sell 1 at 103 signal fee 0
            fill 2 sell 1 at 104 signal fee 0
            fill 3 buy 2 at 106 stop fee 0
            trade 1-1 short 2 from 100 to 102 pnl -4
            trade 2-3 short 2 from 103 to 106 pnl -5

            Each rung has its part of a share, sized at its own limit
            given cash 1000
            rules told long 100% stop 2%
            fish rungs 2 apart 1% within 10 after stop
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  96  97
            fill 1 buy 10 at 100 signal fee 0
            fill 1 sell 10 at 98 stop fee 0
            fill 2 buy 5.051 at 97 signal fee 0
            fill 2 buy 5.104 at 96 signal fee 0
            trade 1-1 long 10 from 100 to 98 pnl -20
            end position 10.155

            A distance in ranges is that of the bar of the exit
            rules told long 2 units stop 2%
            fish rungs 2 apart 1xatr1 within 10 after stop
            0: 100 100 100 100
            1: 100 100 100 100 | up
            2: 100 101  98  99
            3:  99  99  95  95
            fill 2 buy 2 at 100 signal fee 0
            fill 2 sell 2 at 98 stop fee 0
            fill 3 buy 1 at 95 signal fee 0
            trade 2-2 long 2 from 100 to 98 pnl -4
            end position 1 cancelled 1
            """;
}
