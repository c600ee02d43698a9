#!/usr/bin/env python3
"""Three strategies in hftbacktest, as its users write them: the peer of hftbacktest.sh.

usage: hftbacktest_peer.py FEED FOLDER RUNS

FEED holds five little-endian 64-bit numbers an event: kind (0 bid, 1 ask, 2 buy, 3 sell, 4 clear), the venue's time, ours, price in ticks,
lots. For each strategy the best CPU seconds of RUNS runs are printed, and its fills are written to FOLDER/NAME.hft: time at the
venue, side, ticks, lots. Constant latency of 10 ms each way, risk-averse queue model, no partial fills, tick and lot size 1.
"power" is the maker once more, with a power probability queue model of exponent 2.
"""
import sys
import time

import numpy as np
from hftbacktest import (
    BUY_EVENT,
    BacktestAsset,
    DEPTH_EVENT,
    EXCH_EVENT,
    FILLED,
    GTX,
    LIMIT,
    LOCAL_EVENT,
    NONE,
    ROIVectorMarketDepthBacktest,
    SELL_EVENT,
    TRADE_EVENT,
)
from hftbacktest.types import event_dtype
from numba import njit

IOC = 3
LATENCY = 10_000_000
SECOND = 1_000_000_000


def feed_of(path):
    rows = np.fromfile(path, dtype="<i8").reshape(-1, 5)
    rows = rows[rows[:, 0] < 4]
    kinds = np.array(
        [DEPTH_EVENT | BUY_EVENT, DEPTH_EVENT | SELL_EVENT, TRADE_EVENT | BUY_EVENT, TRADE_EVENT | SELL_EVENT],
        dtype=np.uint64,
    )
    feed = np.zeros(len(rows), dtype=event_dtype)
    feed["ev"] = kinds[rows[:, 0]] | np.uint64(EXCH_EVENT | LOCAL_EVENT)
    feed["exch_ts"] = rows[:, 1]
    feed["local_ts"] = rows[:, 2]
    feed["px"] = rows[:, 3]
    feed["qty"] = rows[:, 4]
    return feed


def backtest(feed, queue):
    depth = feed["px"]
    asset = (
        BacktestAsset()
        .data([feed])
        .linear_asset(1.0)
        .constant_order_latency(LATENCY, LATENCY)
        .no_partial_fill_exchange()
        .trading_value_fee_model(0.0, 0.0)
        .tick_size(1.0)
        .lot_size(1.0)
        .roi_lb(float(depth.min()) - 100)
        .roi_ub(float(depth.max()) + 100)
        .last_trades_capacity(0)
    )
    if queue == 0:
        asset = asset.risk_adverse_queue_model()
    else:
        asset = asset.power_prob_queue_model(queue)
    return ROIVectorMarketDepthBacktest([asset])


@njit
def note_fills(hbt, fills, count):
    values = hbt.orders(0).values()
    while values.has_next():
        order = values.get()
        if order.status == FILLED:
            fills[count, 0] = order.exch_timestamp
            fills[count, 1] = order.side
            fills[count, 2] = order.exec_price_tick
            fills[count, 3] = order.exec_qty
            count += 1
    hbt.clear_inactive_orders(0)
    return count


@njit
def taker(hbt, first, fills):
    """Takes two lots where the other side is more than twice as heavy, from flat or against what it holds."""
    count = 0
    number = 0
    hbt.elapse(first)
    while hbt.elapse(SECOND) == 0:
        count = note_fills(hbt, fills, count)
        depth = hbt.depth(0)
        bid_tick = depth.best_bid_tick
        ask_tick = depth.best_ask_tick
        bid = depth.bid_qty_at_tick(bid_tick)
        ask = depth.ask_qty_at_tick(ask_tick)
        position = hbt.position(0)
        if position <= 0 and bid > 2 * ask:
            number += 1
            hbt.submit_buy_order(0, number, ask_tick, 2, IOC, LIMIT, False)
        elif position >= 0 and ask > 2 * bid:
            number += 1
            hbt.submit_sell_order(0, number, bid_tick, 2, IOC, LIMIT, False)
    return count


@njit
def maker(hbt, first, fills):
    """One lot on each side of the touch, moved once a second, up to ten lots long or short."""
    count = 0
    number = 0
    bid_order = 0
    ask_order = 0
    bid_price = 0
    ask_price = 0
    hbt.elapse(first)
    while hbt.elapse(SECOND) == 0:
        count = note_fills(hbt, fills, count)
        depth = hbt.depth(0)
        bid_tick = depth.best_bid_tick
        ask_tick = depth.best_ask_tick
        position = hbt.position(0)
        orders = hbt.orders(0)
        if bid_order in orders:
            if bid_price != bid_tick and orders.get(bid_order).req == NONE:
                hbt.cancel(0, bid_order, False)
        elif position < 10:
            number += 1
            bid_order = number
            bid_price = bid_tick
            hbt.submit_buy_order(0, bid_order, bid_tick, 1, GTX, LIMIT, False)
        if ask_order in orders:
            if ask_price != ask_tick and orders.get(ask_order).req == NONE:
                hbt.cancel(0, ask_order, False)
        elif position > -10:
            number += 1
            ask_order = number
            ask_price = ask_tick
            hbt.submit_sell_order(0, ask_order, ask_tick, 1, GTX, LIMIT, False)
    return count


@njit
def grid(hbt, first, fills):
    """Three levels a side around a middle that leans against the position; what is not wanted any more is cancelled."""
    count = 0
    number = 0
    levels = 3
    numbers = np.zeros(2 * levels, np.int64)
    prices = np.zeros(2 * levels, np.int64)
    hbt.elapse(first)
    while hbt.elapse(SECOND) == 0:
        count = note_fills(hbt, fills, count)
        depth = hbt.depth(0)
        bid_tick = depth.best_bid_tick
        ask_tick = depth.best_ask_tick
        position = int(hbt.position(0))
        middle = (bid_tick + ask_tick) // 2 - position // 4
        orders = hbt.orders(0)
        for level in range(levels):
            wanted = min(middle - 1 - 2 * level, bid_tick)
            if numbers[level] in orders:
                if prices[level] != wanted and orders.get(numbers[level]).req == NONE:
                    hbt.cancel(0, numbers[level], False)
            elif position < 20:
                number += 1
                numbers[level] = number
                prices[level] = wanted
                hbt.submit_buy_order(0, number, wanted, 2, GTX, LIMIT, False)
        for level in range(levels):
            wanted = max(middle + 1 + 2 * level, ask_tick)
            slot = levels + level
            if numbers[slot] in orders:
                if prices[slot] != wanted and orders.get(numbers[slot]).req == NONE:
                    hbt.cancel(0, numbers[slot], False)
            elif position > -20:
                number += 1
                numbers[slot] = number
                prices[slot] = wanted
                hbt.submit_sell_order(0, number, wanted, 2, GTX, LIMIT, False)
    return count


def run(strategy, feed, queue):
    hbt = backtest(feed, queue)
    start = min(feed["exch_ts"][0], feed["local_ts"][0])
    first = (start // SECOND) * SECOND - start  # whole seconds since 1970, like a timer
    if first < 0:
        first += SECOND
    fills = np.zeros((2_000_000, 4), np.int64)
    before = time.process_time()
    count = strategy(hbt, first, fills)
    seconds = time.process_time() - before
    hbt.close()
    return seconds, fills[:count]


def main():
    feed = feed_of(sys.argv[1])
    folder, runs = sys.argv[2], int(sys.argv[3])
    for name, strategy, queue in (("taker", taker, 0), ("maker", maker, 0), ("grid", grid, 0), ("power", maker, 2.0)):
        run(strategy, feed[:20_000], queue)  # compiles it
        best, fills = min((run(strategy, feed, queue) for _ in range(runs)), key=lambda one: one[0])
        with open(f"{folder}/{name}.hft", "w", encoding="ascii") as out:
            for when, side, ticks, lots in fills:
                out.write(f"{when} {'buy' if side > 0 else 'sell'} {ticks} {lots}\n")
        print(f"{name} {best} {len(fills)} {len(feed)}", flush=True)


if __name__ == "__main__":
    main()
