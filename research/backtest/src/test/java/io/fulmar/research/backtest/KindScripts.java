package io.fulmar.research.backtest;

/** What a strategy may ask for, and what becomes of it at a venue that holds every kind. */
final class KindScripts {
    private KindScripts() {}

    static final String TEXT = """
            A market entry with stop and target: the target fills, the stop is cancelled
            0: 100 101 99 100 | buy 10 stop 5 target 8
            1: 100 104 99 103
            2: 103 108 102 107
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop
            > 1: 3 sells 10 limit 108 target
            > 2: 3 filled 10 at 108 maker
            > 2: 2 to be cancelled: the position is closed
            > 2: 2 cancelled: asked

            The stop fills, target and trail are cancelled
            0: 100 101 99 100 | sell 10 stop 5 target 8 trail 7
            1: 100 101 99 100
            2: 100 105 99 104
            > 1: 1 sells 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 buys 10 stop 105 stop
            > 1: 3 buys 10 trail 107 7 trail
            > 1: 4 buys 10 limit 92 target
            > 2: 2 filled 10 at 105
            > 2: 3 to be cancelled: the position is closed
            > 2: 3 cancelled: asked
            > 2: 4 to be cancelled: the position is closed
            > 2: 4 cancelled: asked

            The strategy leaves, its bracket is cancelled
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 99 100 | exit
            2: 94 95 90 91
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop
            > 2: 3 sells 10 market signal
            > 2: 3 filled 10 at 94
            > 2: 2 to be cancelled: the position is closed
            > 2: 2 cancelled: asked

            A limit entry that filled inside the bar: its stop counts there, its target does not
            0: 100 101 99 100 | buy 10 limit 95 stop 3 target 3
            1: 100 101 94 99 | exit
            2: 99 100 91 92
            > 1: 1 buys 10 limit 95
            > 1: 1 filled 10 at 95 maker
            > 1: 2 sells 10 stop 92 stop
            > 1: 3 sells 10 limit 98 target
            > 2: 4 sells 10 market signal
            > 2: 4 filled 10 at 99
            > 2: 2 to be cancelled: the position is closed
            > 2: 2 cancelled: asked
            > 2: 3 to be cancelled: the position is closed
            > 2: 3 cancelled: asked

            A stop entry and its trail
            0: 100 101 99 100 | buy 10 trigger 103 trail 4
            1: 100 102 99 101
            2: 101 106 101 105
            3: 105 107 102 103
            > 1: 1 buys 10 stop 103
            > 2: 1 filled 10 at 103
            > 2: 2 sells 10 trail 99 4 trail
            > 3: 2 filled 10 at 102

            A stop-limit entry
            0: 100 101 99 100 | sell 10 trigger 97 96
            1: 95 95 94 95
            2: 95 96 94 95
            > 1: 1 sells 10 stop-limit 97 96
            > 2: 1 filled 10 at 96 maker

            An entry at the market once touched
            0: 100 101 99 100 | sell 10 touched 104
            1: 100 104 99 101
            > 1: 1 sells 10 take-profit 104
            > 1: 1 filled 10 at 104

            A waiting entry bars another until it is withdrawn
            0: 100 101 99 100 | buy 10 limit 90
            1: 100 101 99 100 | buy 10
            2: 100 101 99 100 | withdraw
            3: 100 101 89 100 | buy 10
            4: 100 101 99 100
            > 1: 1 buys 10 limit 90
            > 2: refused IN_POSITION
            > 3: 1 to be cancelled: script
            > 3: 1 cancelled: asked
            > 4: 2 buys 10 market
            > 4: 2 filled 10 at 100

            Withdrawn and asked for anew at one close
            0: 100 101 99 100 | buy 10 limit 90
            1: 100 101 99 100 | withdraw ; buy 10 limit 98
            2: 100 101 98 100
            > 1: 1 buys 10 limit 90
            > 2: 1 to be cancelled: script
            > 2: 1 cancelled: asked
            > 2: 2 buys 10 limit 98
            > 2: 2 filled 10 at 98 maker

            Withdrawing nothing is nothing
            0: 100 101 99 100 | withdraw
            1: 100 101 99 100

            Good for two bars
            0: 100 101 99 100 | buy 10 limit 95 good 2
            1: 100 101 96 100
            2: 100 101 96 100
            3: 90 91 89 90
            > 1: 1 buys 10 limit 95
            > 3: 1 expired

            Good for one bar fills in that bar
            0: 100 101 99 100 | buy 10 limit 95 good 1
            1: 100 101 95 100
            2: 100 101 99 100
            > 1: 1 buys 10 limit 95
            > 1: 1 filled 10 at 95 maker

            After it expired the seat is free again
            0: 100 101 99 100 | buy 10 limit 90 good 1
            1: 100 101 99 100 | buy 10
            2: 100 101 99 100 | buy 10
            3: 100 101 99 100
            > 1: 1 buys 10 limit 90
            > 2: refused IN_POSITION
            > 2: 1 expired
            > 3: 2 buys 10 market
            > 3: 2 filled 10 at 100

            Immediate or cancel
            0: 100 101 99 100 | buy 10 limit 99 ioc
            1: 100 101 95 100 | buy 10 limit 99 fok
            2: 98 101 95 100
            > 1: 1 buys 10 limit 99
            > 1: 1 cancelled: not marketable at the open
            > 2: 2 buys 10 limit 99
            > 2: 2 filled 10 at 98

            Post-only that would cross is rejected, and the seat is free
            0: 100 101 99 100 | buy 10 limit 101 post-only
            1: 100 101 99 100 | buy 10 limit 99 post-only
            2: 100 101 99 100
            > 1: 1 buys 10 limit 101
            > 1: 1 rejected: post-only, but it would trade at once
            > 2: 2 buys 10 limit 99
            > 2: 2 filled 10 at 99 maker

            Decided on the last bar: cancelled, market or limit
            0: 100 101 99 100 | buy 10 limit 90
            > 1: 1 buys 10 limit 90
            > 1: 1 cancelled: the data ended

            A bracket outlives the data with its position
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 99 100
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop

            Left and turned round at one open
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 99 100 | exit ; sell 10 stop 5
            2: 102 103 101 102
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop
            > 2: 3 sells 10 market signal
            > 2: 4 sells 10 market
            > 2: 3 filled 10 at 102
            > 2: 2 to be cancelled: the position is closed
            > 2: 2 cancelled: asked
            > 2: 4 filled 10 at 102
            > 2: 5 buys 10 stop 107 stop

            A stop below the lowest price there is protects nothing and is not placed
            0: 100 101 99 100 | buy 10 stop 200 target 5
            1: 100 101 99 100
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 limit 105 target
            """;

    /** The same wishes at a venue that takes only market and limit orders: the desk holds the rest. */
    static final String PLAIN = """
            A held stop is triggered by the bar and fills at the next open
            plain
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 99 100
            2: 100 101 94 97
            3: 96 98 95 97
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop, armed
            > 3: 2 triggered
            > 3: 2 filled 10 at 96

            A held stop counts on the entry's own bar
            plain
            0: 100 101 99 100 | sell 10 stop 5
            1: 100 105 99 100
            2: 103 104 102 103
            > 1: 1 sells 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 buys 10 stop 105 stop, armed
            > 2: 2 triggered
            > 2: 2 filled 10 at 103

            The target rests at the venue; when it fills the held stop goes
            plain
            0: 100 101 99 100 | buy 10 stop 5 target 5
            1: 100 105 99 100
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop, armed
            > 1: 3 sells 10 limit 105 target
            > 1: 3 filled 10 at 105 maker
            > 1: 2 cancelled: the position is closed

            A held trail moves after the close and never back
            plain
            0: 100 101 99 100 | buy 10 trail 5
            1: 100 110 99 108
            2: 108 109 106 107
            3: 107 108 105 106
            4: 104 105 103 104
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 trail 95 5 trail, armed
            > 4: 2 triggered
            > 4: 2 filled 10 at 104

            Stop and trail touched in one bar: both are sent, one fills, the other is cancelled
            plain
            0: 100 101 99 100 | buy 10 stop 5 trail 4
            1: 100 101 99 100
            2: 100 101 90 92
            3: 92 93 91 92
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop, armed
            > 1: 3 sells 10 trail 96 4 trail, armed
            > 3: 2 triggered
            > 3: 3 triggered
            > 3: 2 filled 10 at 92
            > 3: 3 to be cancelled: the position is closed
            > 3: 3 cancelled: asked

            The strategy leaves, the held stop goes
            plain
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 99 100 | exit
            2: 100 101 90 92
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop, armed
            > 2: 3 sells 10 market signal
            > 2: 3 filled 10 at 100
            > 2: 2 cancelled: the position is closed

            A held stop triggered and an exit decided at one close: one fills, the other is cancelled
            plain
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 99 100
            2: 100 101 94 96 | exit
            3: 96 97 95 96
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop, armed
            > 3: 2 triggered
            > 3: 3 sells 10 market signal
            > 3: 2 filled 10 at 96
            > 3: 3 to be cancelled: the position is closed
            > 3: 3 cancelled: asked

            A held stop-limit entry that expires after its trigger expires at the venue
            plain
            0: 100 101 99 100 | buy 10 trigger 103 103 good 2
            1: 100 103 99 103
            2: 105 106 104 105
            3: 100 101 99 100
            > 1: 1 buys 10 stop-limit 103 103, armed
            > 2: 1 triggered
            > 3: 1 expired

            A held stop entry is triggered, approved again and protected where it filled
            plain
            0: 100 101 99 100 | buy 10 trigger 103 stop 2
            1: 100 102 99 101
            2: 101 104 101 103
            3: 104 105 103 104
            > 1: 1 buys 10 stop 103, armed
            > 3: 1 triggered
            > 3: 1 filled 10 at 104
            > 3: 2 sells 10 stop 102 stop, armed

            A held stop-limit becomes a limit at the venue
            plain
            0: 100 101 99 100 | buy 10 trigger 103 104
            1: 100 103 99 101
            2: 106 107 105 106
            3: 106 107 104 106
            > 1: 1 buys 10 stop-limit 103 104, armed
            > 2: 1 triggered
            > 3: 1 filled 10 at 104 maker

            A held entry at a touched price
            plain
            0: 100 101 99 100 | buy 10 touched 96
            1: 100 101 96 99
            2: 99 100 98 99
            > 1: 1 buys 10 take-profit 96, armed
            > 2: 1 triggered
            > 2: 1 filled 10 at 99

            A held entry is withdrawn without the venue hearing of it
            plain
            0: 100 101 99 100 | buy 10 trigger 103
            1: 100 101 99 100 | withdraw
            2: 100 105 99 100
            > 1: 1 buys 10 stop 103, armed
            > 2: 1 cancelled: script

            A held entry expires with its date
            plain
            0: 100 101 99 100 | buy 10 trigger 103 good 1
            1: 100 101 99 100
            2: 100 105 99 100
            > 1: 1 buys 10 stop 103, armed
            > 2: 1 expired

            A held entry ends with the data
            plain
            0: 100 101 99 100 | buy 10 trigger 103
            1: 100 101 99 100
            > 1: 1 buys 10 stop 103, armed
            > 2: 1 cancelled: the data ended

            A stop triggered by the last bar finds no open to fill at
            plain
            0: 100 101 99 100 | buy 10 stop 5
            1: 100 101 94 95
            > 1: 1 buys 10 market
            > 1: 1 filled 10 at 100
            > 1: 2 sells 10 stop 95 stop, armed
            > 2: 2 triggered
            > 2: 2 cancelled: the data ended
            """;
}
