package io.fulmar.research.backtest;

/** Worked out by hand: time exits and cooldowns. {@link HandTable} explains the form. */
final class TimeTables {
    private TimeTables() {}

    static final String TEXT = """
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

            A cooldown after targets follows a target
            cooldown 2 after target
            0: 100 100 100 100 | buy 1 units target 2%
            1: 100 103 100 102 | buy 1 units
            2: 102 102 102 102 | buy 1 units
            3: 102 102 102 102 | buy 1 units
            4: 103 103 103 103
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            fill 4 buy 1 at 103 signal fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2

            A cooldown after stops and targets follows both
            cooldown 1 after stop,target
            0: 100 100 100 100 | buy 1 units stop 2% target 2%
            1: 100 102 100 102 | buy 1 units
            2: 102 102 102 102 | buy 1 units stop 2% target 2%
            3: 102 102 100 100 | buy 1 units
            4: 100 100 100 100 | buy 1 units
            5: 101 101 101 101
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 102 target fee 0
            fill 3 buy 1 at 102 signal fee 0
            fill 3 sell 1 at 100 stop fee 0
            fill 5 buy 1 at 101 signal fee 0
            trade 1-1 long 1 from 100 to 102 pnl 2
            trade 3-3 long 1 from 102 to 100 pnl -2

            A cooldown holds for the opposite side too
            cooldown 2 after stop
            0: 100 100 100 100 | buy 1 units stop 2%
            1: 100 100  98  98 | sell 1 units
            2:  98  98  98  98 | sell 1 units
            3:  98  98  98  98 | sell 1 units
            4:  97  97  97  97
            fill 1 buy 1 at 100 signal fee 0
            fill 1 sell 1 at 98 stop fee 0
            fill 4 sell 1 at 97 signal fee 0
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
}
