package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import java.util.List;

/**
 * What a backtest is made of.
 *
 * @param cash in whole currency
 * @param tradeFrom signals count from the bar opening at that time (UTC ns); {@link Long#MIN_VALUE} for all
 * @param terms how the venue keeps the account
 */
public record BacktestSetup(
        List<MarketData> markets,
        List<Contestant> strategies,
        Decimal cash,
        long leveragePpm,
        ExchangeRules rules,
        RiskLimits limits,
        long tradeFrom,
        VenueTerms terms) {
    public BacktestSetup(
            List<MarketData> markets,
            List<Contestant> strategies,
            Decimal cash,
            long leveragePpm,
            ExchangeRules rules,
            RiskLimits limits,
            long tradeFrom) {
        this(markets, strategies, cash, leveragePpm, rules, limits, tradeFrom, VenueTerms.PLAIN);
    }

    public BacktestSetup {
        markets = List.copyOf(markets);
        strategies = List.copyOf(strategies);
        if (markets.isEmpty() || strategies.isEmpty()) {
            throw new IllegalArgumentException("a backtest needs a market and a strategy");
        }
    }

    /**
     * A strategy that takes part.
     *
     * @param market the index of the market it trades
     * @param priority the lowest is served first when signals compete for capital
     * @param sharePpm the part of equity it may commit
     */
    public record Contestant(
            Class<?> type, Record parameters, String codeHash, int market, int priority, long sharePpm) {}
}
