#!/usr/bin/env python3
"""An SMA cross in NautilusTrader, as its users write one: the peer of nautilus.sh.

usage: nautilus.py FILE FAST SLOW [--orders FILE]

FILE is a CSV of one-minute bars (time,open,high,low,close,volume), prices with at most two decimals. Market orders of one unit, long
while the fast average is above the slow one; risk engine on, logging off. Prints one line of JSON: bars, orders, and the CPU seconds
of the engine's run alone. With --orders the side and time of every order is written, to be compared.

Prices go in as whole ticks, so that averages that are equal are equal here too. No margin is asked for: with sums that large its check
of the balance (doubles) would stop the run.
"""
import json
import sys
import time
from decimal import Decimal


def main():
    path, fast, slow = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    orders_to = sys.argv[sys.argv.index("--orders") + 1] if "--orders" in sys.argv else None

    import pandas
    from nautilus_trader.backtest.engine import BacktestEngine, BacktestEngineConfig
    from nautilus_trader.backtest.models import FillModel
    from nautilus_trader.config import LoggingConfig, StrategyConfig
    from nautilus_trader.indicators import SimpleMovingAverage
    from nautilus_trader.model.currencies import BTC, USDT
    from nautilus_trader.model.data import Bar, BarType
    from nautilus_trader.model.enums import AccountType, OmsType, OrderSide
    from nautilus_trader.model.identifiers import InstrumentId, Symbol, Venue
    from nautilus_trader.model.instruments import CryptoPerpetual
    from nautilus_trader.model.objects import Money, Price, Quantity
    from nautilus_trader.persistence.wranglers import BarDataWrangler
    from nautilus_trader.trading.strategy import Strategy

    class CrossConfig(StrategyConfig, frozen=True):
        instrument_id: InstrumentId
        bar_type: BarType
        fast: int
        slow: int

    class Cross(Strategy):
        def __init__(self, config):
            super().__init__(config)
            self.fast = SimpleMovingAverage(config.fast)
            self.slow = SimpleMovingAverage(config.slow)
            self.before = None
            self.sent = []

        def on_start(self):
            self.register_indicator_for_bars(self.config.bar_type, self.fast)
            self.register_indicator_for_bars(self.config.bar_type, self.slow)
            self.subscribe_bars(self.config.bar_type)

        def on_bar(self, bar: Bar):
            if not self.indicators_initialized():
                return
            fast, slow = self.fast.value, self.slow.value
            before, self.before = self.before, (fast, slow)
            if before is None:
                return
            if self.portfolio.is_flat(self.config.instrument_id):
                if before[0] <= before[1] and fast > slow:
                    self.order(OrderSide.BUY, bar)
            elif before[0] >= before[1] and fast < slow:
                self.order(OrderSide.SELL, bar)

        def order(self, side, bar):
            self.sent.append((bar.ts_init, "BUY" if side == OrderSide.BUY else "SELL"))
            self.submit_order(
                self.order_factory.market(self.config.instrument_id, side, Quantity.from_int(1)))

    frame = pandas.read_csv(path, usecols=["time", "open", "high", "low", "close", "volume"])
    frame.index = pandas.DatetimeIndex(pandas.to_datetime(frame.pop("time"), utc=True))
    for column in ("open", "high", "low", "close"):
        frame[column] = (frame[column] * 100).round()

    venue = Venue("SIM")
    instrument = CryptoPerpetual(
        instrument_id=InstrumentId(Symbol("BTCUSDT-PERP"), venue), raw_symbol=Symbol("BTCUSDT"),
        base_currency=BTC, quote_currency=USDT, settlement_currency=USDT, is_inverse=False,
        price_precision=0, size_precision=0, price_increment=Price.from_str("1"), size_increment=Quantity.from_int(1),
        ts_event=0, ts_init=0, margin_init=Decimal(0), margin_maint=Decimal(0),
        maker_fee=Decimal("0.0004"), taker_fee=Decimal("0.0004"))
    bar_type = BarType.from_str(f"{instrument.id}-1-MINUTE-LAST-EXTERNAL")
    # a bar is known at its close, a minute after its time
    bars = BarDataWrangler(bar_type, instrument).process(frame, ts_init_delta=60_000_000_000)

    engine = BacktestEngine(BacktestEngineConfig(logging=LoggingConfig(bypass_logging=True)))
    engine.add_venue(venue=venue, oms_type=OmsType.NETTING, account_type=AccountType.MARGIN, base_currency=None,
                     starting_balances=[Money(50_000_000, USDT)], fill_model=FillModel())
    engine.add_instrument(instrument)
    engine.add_data(bars)
    strategy = Cross(CrossConfig(instrument_id=instrument.id, bar_type=bar_type, fast=fast, slow=slow))
    engine.add_strategy(strategy)
    before = time.process_time()
    engine.run()
    seconds = time.process_time() - before
    report = engine.trader.generate_order_fills_report()
    engine.trader.generate_positions_report()
    if orders_to:
        with open(orders_to, "w", encoding="utf-8") as out:
            out.writelines(f"{ts},{side}\n" for ts, side in strategy.sent)
    print(json.dumps({"bars": len(bars), "orders": len(strategy.sent), "filled": len(report), "seconds": seconds}))


if __name__ == "__main__":
    main()
