package io.fulmar.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.MarginTiers;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Worth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What venues print in their help pages, and what this venue makes of the same numbers. Each page is named with its date; where it reckons
 * otherwise, the test says by how much and why.
 */
class PublishedExamplesTest {
    private static final long BTC = 1_000_000_000_000L;
    private static final long USDT = 100_000_000;

    /** Notionals in whole coins, rates in percent: {@code 0 0.4, 50000 0.5}. */
    private static MarginTiers tiers(long unit, String text) {
        List<MarginTiers.Tier> tiers = new ArrayList<>();
        for (String each : text.split(", ")) {
            String[] words = each.split(" ");
            tiers.add(new MarginTiers.Tier(Long.parseLong(words[0]) * unit, Rate.ofPercent(words[1]), 0, 0));
        }
        return MarginTiers.of(tiers, Long.MAX_VALUE);
    }

    private static Listing listing(
            long id, String symbol, String tick, String lot, String contract, MarginTiers tiers) {
        Instrument instrument = Instrument.of(
                id, "test", Symbol.parse(symbol), Decimal.parse(tick), Decimal.parse(lot), Decimal.parse(contract));
        return new Listing(instrument, ContractTerms.plain(id).withTiers(tiers));
    }

    /** Positions of one account, opened at these prices. */
    private static final class Account {
        private final Clearing clearing;

        Account(MarginMode margin, long cash, long leverage, List<Listing> listings) {
            this.clearing = new Clearing(
                    listings,
                    new AccountTerms(margin, cash, leverage * 1_000_000, false, List.of()),
                    ExchangeRules.FREE);
        }

        Holding open(Listing listing, Side side, String quantity, String price) {
            Order order = new Order(
                    1,
                    0,
                    listing.instrument.id(),
                    side,
                    listing.instrument.lots(Decimal.parse(quantity)),
                    OrderKind.MARKET,
                    Order.Terms.OPENING,
                    Cause.SIGNAL,
                    0,
                    Bracket.NONE);
            clearing.book(order, order.lots(), listing.instrument.ticks(Decimal.parse(price)), 0, Moment.BEFORE);
            return clearing.holding(order);
        }

        /** The mark of one market as seen by the others. */
        void mark(Listing listing, String price) {
            listing.last = listing.instrument.ticks(Decimal.parse(price));
            clearing.liquidator().levels();
        }

        double below(Holding holding) {
            return holding.listing.instrument.price(holding.below);
        }
    }

    /**
     * Binance, "How to Calculate Liquidation Price of USD-M Futures Contracts", 2020-08-14,
     * https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93; the numbers of its calculation example as freqtrade's
     * tests/exchange/test_binance.py has them: wallet 1,535,443.01; 3,683.979 ETH at 1,456.84, mark 1,335.18; 109.488 BTC at 32,481.98, mark
     * 31,967.27. BTC's tiers: Binance, "Updates to Leverage and Margin Tiers", 2021-03-18; ETH's are those that give its amount, 135,365.
     */
    private static final MarginTiers BTCUSDT = tiers(
            USDT, "0 0.4, 50000 0.5, 250000 1, 1000000 2.5, 10000000 5, 20000000 10, 50000000 12.5, 100000000 15");

    private static final MarginTiers ETHUSDT =
            tiers(USDT, "0 0.5, 10000 0.65, 100000 1, 500000 2, 1000000 5, 2000000 10, 5000000 12.5");

    private static final long WALLET = 153_544_301_000_000L;

    @Test
    void binancesTiersGiveBinancesMaintenanceAmounts() {
        assertThat(BTCUSDT.tier(3_500_000 * USDT).deduction()).isEqualTo(16_300 * USDT);
        assertThat(ETHUSDT.tier(4_900_000 * USDT).deduction()).isEqualTo(135_365 * USDT);
        long notional = Exact.mulDivHalfUp(109_488L * 3_196_727, USDT, 100_000);
        assertThat(BTCUSDT.maintenance(notional) / (double) USDT).isCloseTo(71_200.81144, within(0.00001));
    }

    @Test
    void binancesCrossExampleOfTwoPositions() {
        Listing eth = listing(1, "ETH/USDT:USDT", "0.01", "0.001", "1", ETHUSDT);
        Listing btc = listing(2, "BTC/USDT:USDT", "0.01", "0.001", "1", BTCUSDT);
        Account account = new Account(MarginMode.CROSS, WALLET, 20, List.of(eth, btc));
        Holding longEth = account.open(eth, Side.BUY, "3683.979", "1456.84");
        Holding longBtc = account.open(btc, Side.BUY, "109.488", "32481.98");
        account.mark(eth, "1335.18");
        account.mark(btc, "31967.27");
        assertThat(account.below(longEth)).as("published 1,153.26").isCloseTo(1_153.26, within(0.0100001));
        assertThat(account.below(longBtc)).as("published 26,316.89").isCloseTo(26_316.89, within(0.0100001));
    }

    @Test
    void binancesExampleWithTheSameWalletBehindOnePosition() {
        Listing eth = listing(1, "ETH/USDT:USDT", "0.01", "0.001", "1", ETHUSDT);
        Account alone = new Account(MarginMode.CROSS, WALLET, 20, List.of(eth));
        assertThat(alone.below(alone.open(eth, Side.BUY, "3683.979", "1456.84")))
                .as("published 1,114.78")
                .isCloseTo(1_114.78, within(0.0100001));
        Listing btc = listing(2, "BTC/USDT:USDT", "0.01", "0.001", "1", BTCUSDT);
        Account other = new Account(MarginMode.CROSS, WALLET, 20, List.of(btc));
        assertThat(other.below(other.open(btc, Side.BUY, "109.488", "32481.98")))
                .as("published 18,778.73")
                .isCloseTo(18_778.73, within(0.0100001));
    }

    /**
     * Binance, "Leverage and Margin in Coin-Margined Futures Contracts", 2020-06-11,
     * https://www.binance.com/en/support/faq/be2c7d9d95b04a7e8044ed02dd7dfe5c: positions up to 5, 10, 20, 50, 100, 200 and 400 BTC. The price is
     * that of Binance's calculator, as quoted in https://dev.binance.vision/t/6292: 101 BTC, long 100,000 contracts of 100 USD at 45,000.
     */
    @Test
    void binancesCoinMarginedCalculator() {
        MarginTiers table = tiers(BTC, "0 0.4, 5 0.5, 10 1, 20 2.5, 50 5, 100 10, 200 12.5");
        assertThat(table.tier(300 * BTC).rate()).isEqualTo(Rate.ofPercent("12.5"));
        Listing coin = listing(1, "BTC/USD:BTC", "0.1", "1", "100", table);
        Account account = new Account(MarginMode.CROSS, 101 * BTC, 5, List.of(coin));
        Holding holding = account.open(coin, Side.BUY, "100000", "45000");
        assertThat(account.below(holding)).as("published 33,599.40").isEqualTo(33_599.4);
    }

    /**
     * Binance, "How to Calculate Liquidation Price of COIN-M Futures Contracts", 2021-02-05,
     * https://www.binance.com/es/support/faq/ceccfcfb4e3a45e3b48b0b1bb1a8ae46: on level 5 the amount is 50 BTC x (5 % - 2.5 %) + 0.56 = 1.81, and
     * at 300 BTC it is 11.81.
     */
    @Test
    void binancesMaintenanceAmountsGrowFromLevelToLevel() {
        MarginTiers table = tiers(BTC, "0 0.4, 5 0.5, 10 1, 20 2.5, 50 5, 100 10, 200 12.5");
        long before = table.tier(20 * BTC).deduction();
        assertThat(table.tier(50 * BTC).deduction() - before).isEqualTo(BTC * 125 / 100);
        assertThat(table.tier(300 * BTC).deduction() - before).isEqualTo(BTC * 1_125 / 100);
    }

    /**
     * Bybit, "Liquidation Price (USDT Contract)", https://testnet.bybit.com/en-US/help-center/s/article/Liquidation-Price-USDT-Contract (stored copy
     * without a date): long 1 BTC at 20,000 with 50x and 0.5 %: margin 400, maintenance 100, liquidation at 19,700. That page reckons the
     * maintenance at the entry; here, and on Bybit's page of 2026-05-27, it falls with the price: 1.51 lower.
     */
    @Test
    void bybitsLinearExample() {
        Listing btc = listing(1, "BTC/USDT:USDT", "0.01", "0.001", "1", MarginTiers.flat(Rate.ofPercent("0.5")));
        Account account = new Account(MarginMode.ISOLATED, 10_000 * USDT, 50, List.of(btc));
        Holding holding = account.open(btc, Side.BUY, "1", "20000");
        assertThat(holding.margin).isEqualTo(400 * USDT);
        assertThat(holding.margin + holding.unrealised(1_970_000))
                .as("left at 19,700")
                .isEqualTo(100 * USDT);
        assertThat(account.below(holding)).as("19,600 / 0.995").isEqualTo(19_698.49);
    }

    /**
     * Bybit, "Liquidation Price Calculation under Isolated Mode", 2026-05-27,
     * https://www.kbybit.com/en/help-center/article/Liquidation-Price-Calculation-under-Isolated-Mode-Unified-Trading-Account: inverse long = size x
     * (1 + rate) / (size / entry + size / entry / leverage + deduction), short = size x (1 - rate) / (size / entry - size / entry / leverage -
     * deduction). The position is the one of the page's older copy: 60,000 USD at 50,000 with 10x and 0.5 %: 1.2 BTC, margin 0.12.
     */
    @Test
    void bybitsInverseFormulas() {
        Listing coin = listing(1, "BTC/USD:BTC", "0.1", "1", "1", MarginTiers.flat(Rate.ofPercent("0.5")));
        Account shorts = new Account(MarginMode.ISOLATED, BTC, 10, List.of(coin));
        Holding sold = shorts.open(coin, Side.SELL, "60000", "50000");
        assertThat(coin.worth.notional(60_000, 500_000)).isEqualTo(BTC * 12 / 10);
        assertThat(sold.margin).isEqualTo(BTC * 12 / 100);
        double above = 60_000 * (1 - 0.005) / (60_000 / 50_000.0 - 60_000 / 50_000.0 / 10);
        assertThat(coin.instrument.price(sold.above)).isCloseTo(above, within(0.1));
        Account longs = new Account(MarginMode.ISOLATED, BTC, 10, List.of(coin));
        double below = 60_000 * (1 + 0.005) / (60_000 / 50_000.0 + 60_000 / 50_000.0 / 10);
        assertThat(longs.below(longs.open(coin, Side.BUY, "60000", "50000"))).isCloseTo(below, within(0.1));
    }

    /**
     * Bybit's bankruptcy prices: 1 BTC long at 10,000 with 50x is bankrupt at 9,800 (as quoted on
     * https://mobie.io/faq/what-is-bybits-bankruptcy-price-how-can-i-calculate-it). Bybit, "How to calculate Liquidation Price (Inverse Contract)",
     * https://help.bybit.com/hc/en-us/articles/360039261334: 0.5 BTC behind a long of 10,000 contracts at 8,000 are gone at 5,718.57, of which the
     * factor 1.00075 is the fee to close, which is not part of the margin here.
     */
    @Test
    void bybitsBankruptcyPrices() {
        Listing btc = listing(1, "BTC/USDT:USDT", "0.01", "0.001", "1", MarginTiers.flat(Rate.ofPercent("0.5")));
        Account account = new Account(MarginMode.ISOLATED, 10_000 * USDT, 50, List.of(btc));
        Holding holding = account.open(btc, Side.BUY, "1", "10000");
        assertThat(btc.instrument.price(holding.bankruptcy(1_000_000))).isEqualTo(9_800.0);
        Listing coin = listing(2, "BTC/USD:BTC", "0.01", "1", "1", MarginTiers.flat(Rate.ofPercent("0.5")));
        Account inverse = new Account(MarginMode.ISOLATED, BTC, 1, List.of(coin));
        Holding contracts = inverse.open(coin, Side.BUY, "10000", "8000");
        contracts.margin = BTC / 2;
        double bankrupt = coin.instrument.price(contracts.bankruptcy(800_000));
        assertThat(bankrupt * 1.00075).as("published 5,718.57").isCloseTo(5_718.57, within(0.02));
    }

    /**
     * Bybit, "Profit and Loss calculations (Inverse Contracts)",
     * https://testnet.bytick.com/kk-KZ/help-center/article/Profit-Loss-calculations-Inverse-Contracts: 1,000 contracts at 5,000 and 2,000 at 6,000 average
     * 5,625; 1,000 contracts from 5,000 to 5,500 gain 0.01819 BTC (it rounds 1/5,000 - 1/5,500 up first). 10,000 contracts from 8,000 to 12,500
     * gain 0.45 BTC (https://mobie.io/faq/what-is-the-quotation-method-of-bybit-inverse-perpetual-contracts).
     */
    @Test
    void bybitsInverseProfits() {
        Worth worth = listing(1, "BTC/USD:BTC", "0.5", "1", "1", MarginTiers.NONE).worth;
        long cost = worth.value(1_000, 10_000) + worth.value(2_000, 12_000);
        assertThat(worth.ticksAt(3_000, cost) * 0.5).isCloseTo(5_625, within(1e-6));
        long profit = worth.value(1_000, 11_000) - worth.value(1_000, 10_000);
        assertThat((double) profit / BTC).isCloseTo(0.01819, within(0.00001));
        assertThat(worth.value(10_000, 25_000) - worth.value(10_000, 16_000)).isEqualTo(BTC * 45 / 100);
    }

    /**
     * Deribit, "Example (futures)", https://www.deribit.com/docs/example-futures/ (stored copy without a date): 100 contracts of 10 USD bought at 600
     * and sold at 700 gain 0.238095 BTC; fees of 0.05 % are 0.0008333 + 0.00071425 = 0.00154755 BTC. And
     * https://deribit.freshdesk.com/support/solutions/articles/1000197257: a maintenance margin of 5 % is 5 BTC of a position of 100 BTC, and its
     * initial margin at 10x is 10 BTC.
     */
    @Test
    void deribitsProfitFeesAndMargins() {
        Worth worth = listing(1, "BTC/USD:BTC", "0.5", "1", "10", MarginTiers.NONE).worth;
        long profit = worth.value(100, 1_400) - worth.value(100, 1_200);
        assertThat((double) profit / BTC).isCloseTo(0.238095, within(0.0000005));
        Rate rate = Rate.ofPercent("0.05");
        long fees = Exact.fee(worth.notional(100, 1_200), rate) + Exact.fee(worth.notional(100, 1_400), rate);
        assertThat((double) fees / BTC).isCloseTo(0.00154755, within(0.0000001));
        assertThat(MarginTiers.flat(Rate.ofPercent("5")).maintenance(100 * BTC)).isEqualTo(5 * BTC);
        assertThat(MarginTiers.initial(100 * BTC, 10_000_000)).isEqualTo(10 * BTC);
    }
}
