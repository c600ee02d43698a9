package io.fulmar.simulation.exchange;

/** How each kind of entry fills, worked out by hand. */
final class EntryScripts {
    private EntryScripts() {}

    static final String TEXT = """
            A market order fills at the next open as a taker, slippage against it
            rules taker 10 maker 5 slippage 100
            1 buy 10 market
            bar 100 105 95 102
            > 1 filled 10 at 101 taker fee 1.01

            A limit rests until the price touches it, and pays the maker's fee at its own price
            rules taker 10 maker 5 slippage 100
            1 buy 10 limit 95
            > 1 acknowledged
            bar 100 101 96 100
            bar 100 101 95 100
            > 1 filled 10 at 95 maker fee 0.475

            A sell limit mirrors it
            1 sell 10 limit 105
            > 1 acknowledged
            bar 100 104 99 100
            bar 100 105 99 100
            > 1 filled 10 at 105 maker

            A limit that rested fills at the open where the market opened beyond it, as a target does
            1 buy 10 limit 95
            > 1 acknowledged
            bar 100 101 99 100
            bar 90 92 89 91
            > 1 filled 10 at 90 maker

            A limit marketable at its first open is a taker at the open
            rules taker 10 maker 5
            1 buy 10 limit 101
            > 1 acknowledged
            bar 100 105 95 102
            > 1 filled 10 at 100 taker fee 1

            A limit at exactly its first open is a taker too
            1 sell 10 limit 100
            > 1 acknowledged
            bar 100 105 95 102
            > 1 filled 10 at 100 taker

            Slippage never pushes a limit beyond itself
            rules slippage 200
            1 buy 10 limit 101
            > 1 acknowledged
            2 sell 10 limit 99 seat 2
            > 2 acknowledged
            bar 100 105 95 102
            > 1 filled 10 at 101 taker
            > 2 filled 10 at 99 taker

            A limit touched inside its first bar is a maker
            rules taker 10 maker 5
            1 buy 10 limit 95
            > 1 acknowledged
            bar 100 101 94 100
            > 1 filled 10 at 95 maker fee 0.475

            A stop entry fills at its trigger as a taker
            rules taker 10 maker 5
            1 buy 10 stop 105
            > 1 acknowledged
            bar 100 104 99 100
            bar 100 105 99 100
            > 1 filled 10 at 105 taker fee 1.05

            A stop entry gapped over fills at the open, the worse price
            rules slippage 100
            1 buy 10 stop 105
            > 1 acknowledged
            2 sell 10 stop 95 seat 2
            > 2 acknowledged
            bar 110 111 109 110
            > 1 filled 10 at 112 taker
            bar 90 92 88 91
            > 2 filled 10 at 89 taker

            A stop entry whose trigger is passed already fills at the next open
            1 buy 10 stop 95
            > 1 acknowledged
            bar 100 101 99 100
            > 1 filled 10 at 100 taker

            A stop-limit whose limit lies beyond its trigger fills at the trigger as a taker
            rules taker 10 maker 5
            1 buy 10 stop-limit 105 106
            > 1 acknowledged
            bar 100 106 99 100
            > 1 filled 10 at 105 taker fee 1.05

            A stop-limit slips no further than its limit
            rules slippage 200
            1 buy 10 stop-limit 105 106
            > 1 acknowledged
            bar 100 106 99 100
            > 1 filled 10 at 106 taker

            A stop-limit gapped through its limit stays resting as a maker
            rules taker 10 maker 5
            1 buy 10 stop-limit 105 106
            > 1 acknowledged
            bar 110 112 107 111
            bar 110 112 107 111
            bar 107 109 106 108
            > 1 filled 10 at 106 maker fee 0.53

            A stop-limit gapped through may fill later in that bar, when the price comes back to its limit
            1 buy 10 stop-limit 105 106
            > 1 acknowledged
            bar 110 112 106 108
            > 1 filled 10 at 106 maker

            A stop-limit opened between trigger and limit is a taker at the open
            1 buy 10 stop-limit 105 107
            > 1 acknowledged
            bar 106 112 104 108
            > 1 filled 10 at 106 taker

            A stop-limit with its limit short of the trigger waits for the next bar: the low may have come first
            1 buy 10 stop-limit 105 104
            > 1 acknowledged
            bar 100 106 99 105
            bar 105 106 104 105
            > 1 filled 10 at 104 maker

            A sell stop-limit mirrors it
            1 sell 10 stop-limit 95 94
            > 1 acknowledged
            bar 90 92 89 91
            bar 91 94 90 93
            > 1 filled 10 at 94 maker

            A take-profit entry is a market order once the price has come to it
            rules taker 10 maker 5 slippage 100
            1 buy 10 take-profit 95
            > 1 acknowledged
            bar 100 101 96 100
            bar 100 101 95 100
            > 1 filled 10 at 96 taker fee 0.96

            A take-profit gapped over fills at the open
            1 sell 10 take-profit 105
            > 1 acknowledged
            bar 110 111 109 110
            > 1 filled 10 at 110 taker

            A trailing entry follows the price down and buys when it turns
            1 buy 10 trail 110 5
            > 1 acknowledged
            bar 100 104 99 100
            bar 100 103 98 99
            bar 99 103 97 102
            > 1 filled 10 at 103 taker

            A post-only limit that would trade against the last price is rejected
            bar 100 101 99 100
            1 buy 10 limit 100 post-only
            > 1 rejected: post-only, but it would trade at once
            2 sell 10 limit 100 post-only
            > 2 rejected: post-only, but it would trade at once
            3 buy 10 limit 99 post-only
            > 3 acknowledged
            bar 100 101 99 100
            > 3 filled 10 at 99 maker

            A post-only limit that its first open has reached is called back, never a taker
            bar 100 101 99 100
            1 buy 10 limit 99 post-only
            > 1 acknowledged
            bar 98 101 97 100
            > 1 cancelled: post-only, but it would trade at once

            Post-only needs a limit
            1 buy 10 market post-only
            > 1 rejected: post-only goes with a limit
            2 buy 10 stop 105 post-only
            > 2 rejected: post-only goes with a limit

            An immediate order trades at its first open or not at all
            1 buy 10 limit 100 ioc
            > 1 acknowledged
            2 buy 10 limit 99 ioc
            > 2 acknowledged
            3 sell 10 limit 100 fok seat 2
            > 3 acknowledged
            4 sell 10 limit 101 fok seat 2
            > 4 acknowledged
            bar 100 110 90 100
            > 1 filled 10 at 100 taker
            > 2 cancelled: not marketable at the open
            > 3 filled 10 at 100 taker
            > 4 cancelled: not marketable at the open

            An immediate stop-limit trades at its trigger or not at all
            1 buy 10 stop-limit 105 105 ioc
            > 1 acknowledged
            bar 100 104 99 100
            bar 106 108 104 105
            > 1 cancelled: not marketable at its trigger

            An order good till a date expires before the bar that opens then
            1 buy 10 limit 95 until 2
            > 1 acknowledged
            bar 100 101 99 100
            bar 100 101 96 100
            bar 90 101 89 100
            > 1 expired

            A missing bar brings the date nearer all the same
            1 buy 10 limit 95 until 2
            > 1 acknowledged
            bar 100 101 99 100
            gap
            bar 90 101 89 100
            > 1 expired

            Entries that one bar reaches fill in the order in which they came
            1 buy 10 stop 105
            > 1 acknowledged
            2 buy 10 limit 95 seat 2
            > 2 acknowledged
            3 buy 10 stop 102 seat 3
            > 3 acknowledged
            bar 100 106 94 100
            > 1 filled 10 at 105 taker
            > 2 filled 10 at 95 maker
            > 3 filled 10 at 102 taker

            Less than the venue's minimum is rejected
            1 buy 1 market
            > 1 rejected: less than the venue's minimum of 2 lots

            A cancel ends what waits and knows nothing else
            1 buy 10 limit 95
            > 1 acknowledged
            cancel 1
            > 1 cancelled: asked
            cancel 1
            > 1 not cancelled: no such order is working
            bar 90 91 89 90

            An amended price is a new arrival
            1 buy 10 limit 95
            > 1 acknowledged
            bar 100 101 99 100
            amend 1 10 limit 101
            > 1 amended
            bar 100 102 99 100
            > 1 filled 10 at 100 taker
            amend 1 5 limit 94
            > 1 not amended: no such order is working

            An amended size keeps its place
            1 buy 10 limit 95
            > 1 acknowledged
            2 buy 10 limit 95 seat 2
            > 2 acknowledged
            bar 100 101 99 100
            amend 1 4 limit 95
            > 1 amended
            bar 100 101 94 100
            > 1 filled 4 at 95 maker
            > 2 filled 10 at 95 maker

            When the data ends, what could still open is cancelled and what protects stays
            1 buy 10 market
            on 1: 2 sell 10 stop 90 reduce
            bar 100 101 99 100
            > 1 filled 10 at 100 taker
            > 2 acknowledged
            3 buy 10 limit 95 seat 2
            > 3 acknowledged
            4 sell 10 market reduce
            end
            > 3 cancelled: the data ended
            > 4 cancelled: the data ended
            """;
}
