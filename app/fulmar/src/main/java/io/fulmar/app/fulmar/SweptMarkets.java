package io.fulmar.app.fulmar;

import io.fulmar.domain.Size;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.strategy.Strategies;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * At which markets a strategy is swept, and which stand beside each.
 *
 * @param parameters some that it takes
 * @param named the markets that some combination reads or trades besides its own
 */
record SweptMarkets(CompiledStrategies.One one, Record parameters, Set<String> named) {
    /** Every market but those that are traded besides another; behind each the others that are named. */
    List<List<MarketData>> of(List<MarketData> markets) {
        List<String> legs = Strategies.otherMarkets(one.type(), parameters);
        Contestants.Bound bound = new Contestants.Bound(0, one, parameters, legs, 0, Size.WHOLE);
        List<List<MarketData>> swept = new ArrayList<>();
        for (Contestants.Seated seat : Contestants.seated(List.of(bound), markets, false)) {
            if (seat.home()) swept.add(from(markets.get(seat.contestant().market()), markets));
        }
        return swept;
    }

    private List<MarketData> from(MarketData home, List<MarketData> markets) {
        List<MarketData> all = new ArrayList<>();
        all.add(home);
        markets.stream()
                .filter(other -> !other.equals(home))
                .filter(other -> named.contains(other.instrument().symbol().toString()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** A backtest's setup on the first of these markets, whatever the parameters. */
    BacktestSetup setup(BacktestRequest backtest, List<MarketData> markets, Terminal terminal) {
        BacktestSetup.Contestant contestant = new BacktestSetup.Contestant(
                one.type(), parameters, one.source().codeHash(), 0, 0, Size.WHOLE);
        List<Contestants.Seated> seats =
                List.of(new Contestants.Seated(0, one.name(), parameters, Contestants.Role.HOME, contestant));
        RunContracts contracts = RunContracts.of(backtest, markets);
        contracts.fundingMissing(markets).forEach(terminal::progress);
        return new BacktestRunner(backtest, terminal, OptionalLong.empty()).setup(markets, seats, contracts);
    }
}
