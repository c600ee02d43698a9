package io.fulmar.simulation.exchange;

/** How positions are protected and left, worked out by hand. */
final class ExitScripts {
    private ExitScripts() {}

    static final String TEXT = """
            Exits at an open come before entries though they were sent later
            1 buy 10 market
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            2 buy 10 market seat 2
            3 sell 10 market reduce
            bar 102 103 101 102
            > 3 filled 10 at 102 taker
            > 2 filled 10 at 102 taker

            A stop protects from the entry's own bar on
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            bar 100 101 95 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 2 filled 10 at 95 taker

            A stop gapped over fills at the open and slips from there
            rules slippage 100
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            bar 100 101 99 100
            > 1 filled 10 at 101 taker
            > 2 acknowledged
            bar 90 91 89 90
            > 2 filled 10 at 89 taker

            A target is a limit: touched it fills at its price as a maker, gapped over at the open
            rules taker 10 maker 5
            1 buy 10 market
            on 1: 2 sell 5 limit 105 reduce
            on 1: 3 sell 5 limit 106 reduce
            bar 100 105 99 100
            > 1 filled 10 at 100 taker fee 1
            > 2 acknowledged
            > 3 acknowledged
            > 2 filled 5 at 105 maker fee 0.2625
            bar 108 109 107 108
            > 3 filled 5 at 108 maker fee 0.27

            Stop and target in one bar: the stop
            1 buy 10 market
            on 1: 2 sell 10 limit 105 reduce
            on 1: 3 sell 10 stop 95 reduce
            bar 100 106 94 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            > 3 filled 10 at 95 taker
            > 2 cancelled: reduce-only, and the position is gone

            The open beyond the target, and the stop touched as well: the stop all the same
            1 buy 10 market
            on 1: 2 sell 10 limit 105 reduce
            on 1: 3 sell 10 stop 95 reduce
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            bar 106 107 94 100
            > 3 filled 10 at 95 taker
            > 2 cancelled: reduce-only, and the position is gone

            On the adaptive path an open nearer to the high went up first: the target
            rules adaptive
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            on 1: 3 sell 10 limit 105 reduce
            bar 100 105 94 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            > 3 filled 10 at 105 maker
            > 2 cancelled: reduce-only, and the position is gone

            On the adaptive path an open nearer to the low went down first: the stop
            rules adaptive
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            on 1: 3 sell 10 limit 105 reduce
            bar 100 106 95 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            > 2 filled 10 at 95 taker
            > 3 cancelled: reduce-only, and the position is gone

            On the adaptive path an open in the middle says nothing: the stop, long or short
            rules adaptive
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            on 1: 3 sell 10 limit 105 reduce
            4 sell 10 market seat 2
            on 4: 5 buy 10 stop 105 reduce seat 2
            on 4: 6 buy 10 limit 95 reduce seat 2
            bar 100 105 95 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            > 4 filled 10 at 100 taker
            > 5 acknowledged
            > 6 acknowledged
            > 2 filled 10 at 95 taker
            > 5 filled 10 at 105 taker
            > 3 cancelled: reduce-only, and the position is gone
            > 6 cancelled: reduce-only, and the position is gone

            On the adaptive path a short's target lies below
            rules adaptive
            1 sell 10 market
            on 1: 2 buy 10 stop 105 reduce
            on 1: 3 buy 10 limit 95 reduce
            bar 100 106 95 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            > 3 filled 10 at 95 maker
            > 2 cancelled: reduce-only, and the position is gone

            On the adaptive path an open beyond the target has filled it whatever came later
            rules adaptive
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            on 1: 3 sell 10 limit 105 reduce
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            bar 106 120 95 100
            > 3 filled 10 at 106 maker
            > 2 cancelled: reduce-only, and the position is gone

            An entry at a limit inside the bar: its stop counts in that bar, at its level
            1 buy 10 limit 95
            > 1 acknowledged
            on 1: 2 sell 10 stop 93 reduce
            on 1: 3 sell 10 limit 98 reduce
            bar 100 101 92 99
            > 1 filled 10 at 95 maker
            > 2 acknowledged
            > 3 acknowledged
            > 2 filled 10 at 93 taker

            Its target does not: the high may have come before
            1 buy 10 limit 95
            > 1 acknowledged
            on 1: 2 sell 10 stop 93 reduce
            on 1: 3 sell 10 limit 98 reduce
            bar 100 101 94 99
            > 1 filled 10 at 95 maker
            > 2 acknowledged
            > 3 acknowledged
            bar 97 98 96 97
            > 3 filled 10 at 98 maker

            Nor on the adaptive path
            rules adaptive
            1 sell 10 limit 105
            > 1 acknowledged
            on 1: 2 buy 10 limit 102 reduce
            bar 100 106 99 101
            > 1 filled 10 at 105 maker
            > 2 acknowledged
            bar 101 103 100 102
            > 2 filled 10 at 101 maker

            A limit entry whose level the open had passed saw the whole bar: its target counts
            1 buy 10 limit 95
            > 1 acknowledged
            on 1: 2 sell 10 stop 93 reduce
            on 1: 3 sell 10 limit 98 reduce
            bar 100 101 99 100
            bar 94 98 94 97
            > 1 filled 10 at 94 maker
            > 2 acknowledged
            > 3 acknowledged
            > 3 filled 10 at 98 maker

            And its stop is gapped over where the open had passed that too
            1 buy 10 limit 95
            > 1 acknowledged
            on 1: 2 sell 10 stop 93 reduce
            bar 100 101 99 100
            bar 90 98 89 97
            > 1 filled 10 at 90 maker
            > 2 acknowledged
            > 2 filled 10 at 90 taker

            A stop entry inside the bar: the high came after it, so its target counts
            1 buy 10 stop 105
            > 1 acknowledged
            on 1: 2 sell 10 stop 99 reduce
            on 1: 3 sell 10 limit 108 reduce
            bar 101 108 100 107
            > 1 filled 10 at 105 taker
            > 2 acknowledged
            > 3 acknowledged
            > 3 filled 10 at 108 maker

            And its stop counts too, though the low may have come before: never at the open
            1 buy 10 stop 105
            > 1 acknowledged
            on 1: 2 sell 10 stop 104 reduce
            on 1: 3 sell 10 limit 108 reduce
            bar 100 110 99 107
            > 1 filled 10 at 105 taker
            > 2 acknowledged
            > 3 acknowledged
            > 2 filled 10 at 104 taker
            > 3 cancelled: reduce-only, and the position is gone

            Also on the adaptive path, which knows nothing of what came after an entry inside
            rules adaptive
            1 sell 10 stop 95
            > 1 acknowledged
            on 1: 2 buy 10 stop 96 reduce
            on 1: 3 buy 10 limit 92 reduce
            bar 100 104 90 93
            > 1 filled 10 at 95 taker
            > 2 acknowledged
            > 3 acknowledged
            > 2 filled 10 at 96 taker
            > 3 cancelled: reduce-only, and the position is gone

            A trail moves after the close and acts from the next bar
            1 buy 10 market
            on 1: 2 sell 10 trail 95 5 reduce
            bar 100 110 99 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            bar 106 107 104 105
            > 2 filled 10 at 105 taker

            A trail never goes back
            1 buy 10 market
            on 1: 2 sell 10 trail 95 5 reduce
            bar 100 104 100 103
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            bar 103 103 100 100
            bar 100 102 99 101
            > 2 filled 10 at 99 taker

            A short's trail follows the lows
            1 sell 10 market
            on 1: 2 buy 10 trail 105 5 reduce
            bar 100 101 92 95
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            bar 95 96 94 95
            bar 98 99 96 97
            > 2 filled 10 at 98 taker

            A trail placed inside the bar is not raised by a high that may have come before
            1 buy 10 limit 95
            > 1 acknowledged
            on 1: 2 sell 10 trail 90 5 reduce
            bar 100 110 94 97
            > 1 filled 10 at 95 maker
            > 2 acknowledged
            bar 97 98 93 94
            bar 94 95 92 93
            > 2 filled 10 at 93 taker

            A trail placed by a stop entry is raised by the high that came after
            1 buy 10 stop 105
            > 1 acknowledged
            on 1: 2 sell 10 trail 100 5 reduce
            bar 104 110 104 107
            > 1 filled 10 at 105 taker
            > 2 acknowledged
            bar 107 108 105 106
            > 2 filled 10 at 105 taker

            Of stop and trail the nearer fills, though the bar opened beyond both
            1 buy 10 market
            on 1: 2 sell 10 stop 95 reduce
            on 1: 3 sell 10 trail 96 4 reduce
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            > 3 acknowledged
            bar 90 91 89 90
            > 3 filled 10 at 90 taker
            > 2 cancelled: reduce-only, and the position is gone

            Reduce-only without a position is rejected
            1 sell 10 stop 95 reduce
            > 1 rejected: reduce-only, but there is no position to reduce

            Reduce-only on the position's own side is rejected
            1 buy 10 market
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            2 buy 10 limit 95 reduce
            > 2 rejected: reduce-only, but there is no position to reduce

            Reduce-only sells no more than there is, and no other seat's
            1 buy 10 market
            2 buy 10 market seat 2
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            > 2 filled 10 at 100 taker
            3 sell 15 market reduce
            bar 101 102 100 101
            > 3 filled 10 at 101 taker
            > 3 cancelled after 10: reduce-only: the rest had nothing to reduce

            Two exits of one position: the second finds nothing
            1 buy 10 market
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            2 sell 10 market reduce
            3 sell 10 market reduce
            bar 101 102 100 101
            > 2 filled 10 at 101 taker
            > 3 cancelled: reduce-only, and the position is gone

            A stop-limit exit gapped through its limit leaves the position unprotected
            1 buy 10 market
            on 1: 2 sell 10 stop-limit 95 94 reduce
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            bar 90 92 85 88
            bar 88 94 87 93
            > 2 filled 10 at 94 maker
            """;
}
