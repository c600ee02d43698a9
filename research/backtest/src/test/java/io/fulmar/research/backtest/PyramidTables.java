package io.fulmar.research.backtest;

/** Worked out by hand: positions that grow, and positions that are turned round. {@link HandTable} explains the form. */
final class PyramidTables {
    private PyramidTables() {}

    static final String TEXT = """
            An add joins at the next open and the stop follows the average price
            rules told long 1 units stop 5%
            pyramid adds 2 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 102 101 101
            3: 101 101  96  97
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 102 signal fee 0
            fill 3 sell 2 at 96 stop fee 0
            trade 1-3 long 2 from 100 to 96 pnl -10

            A close short of the distance adds nothing
            rules told long 1 units stop 5%
            pyramid adds 2 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 101
            2: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            end position 1

            The distance counts from the last entry
            rules told long 1 units
            pyramid adds 3 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 103 104 103 104
            3: 104 105 104 105
            4: 105 105 105 105
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 103 signal fee 0
            fill 4 buy 1 at 105 signal fee 0
            end position 3

            There are no more adds than allowed
            rules told long 1 units
            pyramid adds 1 apart 1% sized 1 units
            0: 100 100 100 100 | up
            1: 100 105 100 105
            2: 105 110 105 110
            3: 110 120 110 120
            4: 120 120 120 120
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 105 signal fee 0
            end position 2

            The target follows the average price too
            rules told long 1 units target 5%
            pyramid adds 1 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 105 102 105
            3: 105 106 105 106
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 102 signal fee 0
            fill 3 sell 2 at 106 target fee 0
            trade 1-3 long 2 from 100 to 106 pnl 10

            An average between two ticks is rounded up from the half
            rules told long 1 units stop 5%
            pyramid adds 1 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 103 103 103 103
            3: 103 103  97  97
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 103 signal fee 0
            fill 3 sell 2 at 97 stop fee 0
            trade 1-3 long 2 from 100 to 97 pnl -9

            A trail keeps its level and covers the whole position
            rules told long 1 units trail 3%
            pyramid adds 1 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 104 100 104
            2: 104 104 102 102
            3: 102 102 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 104 signal fee 0
            fill 3 sell 2 at 101 trail fee 0
            trade 1-3 long 2 from 100 to 101 pnl -2

            Adds may wait for the signal to come again
            rules told long 1 units
            pyramid adds 2 sized 2 units again
            0: 100 100 100 100 | up
            1: 100 100 100 100
            2: 100 100  90  90 | up
            3:  90  90  90  90
            fill 1 buy 1 at 100 signal fee 0
            fill 3 buy 2 at 90 signal fee 0
            end position 3

            An exit comes before an add
            rules told long 1 units
            pyramid adds 2 apart 1% sized 1 units
            0: 100 100 100 100 | up
            1: 100 105 100 105 | down
            2: 105 105 105 105
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 105 signal fee 0
            trade 1-2 long 1 from 100 to 105 pnl 5

            A short grows as it falls
            rules told short 1 units stop 5%
            pyramid adds 1 apart 2% sized 1 units
            0: 100 100 100 100 | down
            1: 100 100  98  98
            2:  98  99  98  99
            3:  99 104  99 104
            fill 1 sell 1 at 100 signal fee 0
            fill 2 sell 1 at 98 signal fee 0
            fill 3 buy 2 at 104 stop fee 0
            trade 1-3 short 2 from 100 to 104 pnl -10

            Without free capital an add is refused
            rules told long 100%
            pyramid adds 1 apart 2% sized 50%
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 102 100 100
            fill 1 buy 100 at 100 signal fee 0
            refused 1 SIZE_ZERO
            end position 100

            An add that was decided fills at the open before the stop is looked at
            rules told long 1 units stop 5%
            pyramid adds 1 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2:  90  90  90  90
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 90 signal fee 0
            fill 2 sell 2 at 90 stop fee 0
            trade 1-2 long 2 from 100 to 90 pnl -10

            The time in the trade counts from the first entry
            rules told long 1 units time 3
            pyramid adds 1 apart 2% sized 1 units
            0: 100 100 100 100 | up
            1: 100 102 100 102
            2: 102 102 102 102
            3: 102 102 102 102
            4: 103 103 103 103
            fill 1 buy 1 at 100 signal fee 0
            fill 2 buy 1 at 102 signal fee 0
            fill 4 sell 2 at 103 time fee 0
            trade 1-4 long 2 from 100 to 103 pnl 4

            A signal the other way leaves and enters at one open
            rules told both 1 units
            reverse
            0: 100 100 100 100 | up
            1: 100 100 100 100 | down
            2: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 101 signal fee 0
            fill 2 sell 1 at 101 signal fee 0
            trade 1-2 long 1 from 100 to 101 pnl 1
            end position -1

            A reversal is sized as if the position were left at the close with its fee paid
            given cash 1000 fee 100
            rules told both 100%
            reverse
            0: 100 100 100 100 | up
            1: 100 100 100 100 | down
            2: 100 100 100 100
            fill 1 buy 9.9 at 100 signal fee 9.9
            fill 2 sell 9.9 at 100 signal fee 9.9
            fill 2 sell 9.704 at 100 signal fee 9.704
            trade 1-2 long 9.9 from 100 to 100 pnl -19.8
            end cash 970.496 position -9.704 overdrawn 0

            The protection of the position that is left goes with it and the new one has its own
            rules told both 1 units stop 2%
            reverse
            0: 100 100 100 100 | up
            1: 100 100 100 100 | down
            2: 100 102  97 100
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 100 signal fee 0
            fill 2 sell 1 at 100 signal fee 0
            fill 2 buy 1 at 102 stop fee 0
            trade 1-2 long 1 from 100 to 100 pnl 0
            trade 2-2 short 1 from 100 to 102 pnl -2

            Where only one side may be entered nothing is turned round
            rules told long 1 units
            reverse
            0: 100 100 100 100 | up
            1: 100 100 100 100 | down
            2: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 2 sell 1 at 101 signal fee 0
            trade 1-2 long 1 from 100 to 101 pnl 1
            end position 0

            A stop hit in the bar of the signal leaves nothing to turn round
            rules told both 1 units stop 2%
            reverse
            0: 100 100 100 100 | up
            1: 100 100  98  98 | down
            2:  98  98  98  98
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            fill 2 sell 1 at 98 signal fee 0
            trade 1-1 long 1 from 100 to 98 pnl -2
            end position -1

            Turning round withdraws the rungs that still wait
            rules told both 2 units stop 2%
            fish rungs 2 apart 1% within 10 after stop
            reverse
            0: 100 100 100 100 | up
            1: 100 100  98  98
            2:  98  98  97  98 | down
            3:  98  98  95  96
            fill 1 buy 2 at 100 signal fee 0
            fill 1 sell 2 at 98 stop fee 0
            fill 2 buy 1 at 97 signal fee 0
            fill 3 sell 1 at 98 signal fee 0
            fill 3 sell 2 at 98 signal fee 0
            trade 1-1 long 2 from 100 to 98 pnl -4
            trade 2-3 long 1 from 97 to 98 pnl 1
            end position -2
            """;
}
