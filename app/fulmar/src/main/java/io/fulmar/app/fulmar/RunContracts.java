package io.fulmar.app.fulmar;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.InstrumentKind;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.MarginTiers;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.Funding;
import io.fulmar.research.backtest.FundingFile;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.simulation.exchange.ContractTerms;
import io.fulmar.simulation.exchange.FundingSchedule;
import io.fulmar.simulation.market.SyntheticFunding;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms under which a run's contracts are traded, made from options and files.
 *
 * @param funding by symbol, where there is any
 * @param assumedTiers whether no table was given, so that one was assumed
 */
record RunContracts(VenueTerms terms, Map<Symbol, Funding> funding, boolean assumedTiers) {
    /** Of the notional, where nobody says what the venue asks. */
    static final String ASSUMED_MAINTENANCE_PERCENT = "0.5";

    /** Dated contracts of Binance, Bybit, Deribit and OKX are settled at this hour. */
    private static final LocalTime EXPIRY_HOUR = LocalTime.of(8, 0);

    private static final long SECOND = 1_000_000_000L;

    static RunContracts of(BacktestRequest request, List<MarketData> markets) {
        ContractOptions.Wanted wanted = request.contracts();
        Map<Symbol, Funding> funding = funding(wanted, markets);
        request.data().lake().ifPresent(lake -> recorded(lake, request, markets, funding));
        Optional<InstrumentTerms> file = request.steps().instrument().map(InstrumentTerms::of);
        List<ContractTerms> contracts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (MarketData market : markets) {
            onlyContracts(market.instrument(), wanted);
            Optional<Funding> own =
                    Optional.ofNullable(funding.get(market.instrument().symbol()));
            ContractTerms terms = new ContractTerms(
                    market.instrument().id(),
                    own.map(Funding::schedule).orElse(FundingSchedule.NONE),
                    tiers(wanted, file, market.instrument()),
                    liquidationFee(wanted, file),
                    expiry(market.instrument(), file),
                    file.flatMap(InstrumentTerms::settlementFee)
                            .orElse(request.account().takerFee()));
            if (own.isPresent() || wanted.margin() != MarginMode.NONE || terms.expiryNanos() != Long.MAX_VALUE) {
                contracts.add(terms);
                words.append(words(terms, own));
            }
        }
        boolean plain = contracts.isEmpty() && !wanted.hedge();
        return new RunContracts(
                plain ? VenueTerms.PLAIN : new VenueTerms(wanted.margin(), wanted.hedge(), contracts, words.toString()),
                funding,
                wanted.margin() != MarginMode.NONE && table(wanted, file).isEmpty());
    }

    private static void onlyContracts(Instrument instrument, ContractOptions.Wanted wanted) {
        boolean spot = switch (instrument.kind()) {
            case SPOT, FOREX, EQUITY, AMM_POOL, OPTION -> true;
            case LINEAR_PERPETUAL, INVERSE_PERPETUAL, LINEAR_FUTURE, INVERSE_FUTURE -> false;
        };
        if (spot && (wanted.margin() != MarginMode.NONE || wanted.hedge())) {
            throw new Failure(
                            ErrorCode.BAD_CONFIGURATION,
                            instrument.symbol() + " is paid for in full: --margin and --hedge are for contracts")
                    .help("a linear perpetual is written BTC/USDT:USDT, an inverse one BTC/USD:BTC");
        }
    }

    /** By symbol what funding was reckoned; null where there was none. */
    JsonValue json() {
        if (funding.isEmpty()) return JsonValue.Literal.NULL;
        JsonValue.Fields all = new JsonValue.Fields();
        funding.forEach((symbol, of) -> all.put(
                symbol.toString(),
                new JsonValue.Fields()
                        .put("settlements", of.schedule().settlements().size())
                        .put("missing", of.missing())
                        .put("hash", of.hash())));
        return all;
    }

    // ---- funding ----

    /** A line for each perpetual whose funding nobody gave. */
    List<String> fundingMissing(List<MarketData> markets) {
        return markets.stream()
                .map(MarketData::instrument)
                .filter(instrument -> instrument.kind() == InstrumentKind.LINEAR_PERPETUAL
                        || instrument.kind() == InstrumentKind.INVERSE_PERPETUAL)
                .map(Instrument::symbol)
                .filter(symbol -> !funding.containsKey(symbol))
                .map(symbol -> "no funding of " + symbol + " is known: its payments are not reckoned")
                .toList();
    }

    private static Map<Symbol, Funding> funding(ContractOptions.Wanted wanted, List<MarketData> markets) {
        Map<Symbol, Funding> found = new LinkedHashMap<>();
        for (ContractOptions.FundingSource source : wanted.funding()) {
            MarketData market = market(source, markets);
            InstrumentKind kind = market.instrument().kind();
            if (kind != InstrumentKind.LINEAR_PERPETUAL && kind != InstrumentKind.INVERSE_PERPETUAL) {
                throw new Failure(
                                ErrorCode.BAD_CONFIGURATION,
                                market.instrument().symbol() + " is no perpetual: it has no funding")
                        .help("leave --funding out, or name a perpetual such as BTC/USDT:USDT");
            }
            found.put(
                    market.instrument().symbol(),
                    source.seed().isPresent()
                            ? synthetic(source.seed().getAsLong(), market.bars())
                            : FundingFile.read(source.file(), market));
        }
        return found;
    }

    /** What the lake has of the perpetuals that no option speaks of. */
    private static void recorded(
            LakeRequest lake, BacktestRequest request, List<MarketData> markets, Map<Symbol, Funding> found) {
        for (MarketData market : markets) {
            InstrumentKind kind = market.instrument().kind();
            Symbol symbol = market.instrument().symbol();
            boolean perpetual = kind == InstrumentKind.LINEAR_PERPETUAL || kind == InstrumentKind.INVERSE_PERPETUAL;
            if (perpetual && !found.containsKey(symbol)) {
                LakeData.funding(lake, market, request.data()).ifPresent(funding -> found.put(symbol, funding));
            }
        }
    }

    private static MarketData market(ContractOptions.FundingSource source, List<MarketData> markets) {
        if (source.symbol().isEmpty() && markets.size() == 1) return markets.getFirst();
        return markets.stream()
                .filter(market -> source.symbol()
                        .filter(market.instrument().symbol()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new Failure(
                                ErrorCode.BAD_VALUE,
                                source.symbol()
                                        .map(symbol -> "--funding " + symbol + "=...: no --csv holds " + symbol)
                                        .orElse("with several --csv each --funding must name its symbol"))
                        .help("such as: --funding "
                                + markets.getFirst().instrument().symbol() + "=rates.csv"));
    }

    private static Funding synthetic(long seed, Bars bars) {
        return Funding.generated(SyntheticFunding.of(seed, bars.openTime(0), bars.closeTime(bars.size() - 1)).stream()
                .map(each -> new FundingSchedule.Settlement(
                        each.timeNanos(), new Rate(each.rate(), SyntheticFunding.DENOMINATOR), 0))
                .toList());
    }

    // ---- margin and expiry ----

    private static Optional<MarginFile> table(ContractOptions.Wanted wanted, Optional<InstrumentTerms> file) {
        return wanted.tiers().map(MarginFile::of).or(() -> file.flatMap(InstrumentTerms::margin));
    }

    private static MarginTiers tiers(
            ContractOptions.Wanted wanted, Optional<InstrumentTerms> file, Instrument instrument) {
        if (wanted.margin() == MarginMode.NONE) return MarginTiers.NONE;
        return table(wanted, file)
                .map(table -> table.tiers(instrument.settlement()))
                .orElseGet(() -> MarginTiers.flat(Rate.ofPercent(ASSUMED_MAINTENANCE_PERCENT)));
    }

    private static Optional<Rate> liquidationFee(ContractOptions.Wanted wanted, Optional<InstrumentTerms> file) {
        return table(wanted, file).flatMap(MarginFile::liquidationFee);
    }

    private static long expiry(Instrument instrument, Optional<InstrumentTerms> file) {
        return switch (instrument.kind()) {
            case LINEAR_FUTURE, INVERSE_FUTURE ->
                file.flatMap(InstrumentTerms::expiryNanos)
                        .orElseGet(() -> instrument
                                        .symbol()
                                        .expiry()
                                        .orElseThrow()
                                        .atTime(EXPIRY_HOUR)
                                        .toEpochSecond(ZoneOffset.UTC)
                                * SECOND);
            case SPOT, LINEAR_PERPETUAL, INVERSE_PERPETUAL, OPTION, FOREX, EQUITY, AMM_POOL -> Long.MAX_VALUE;
        };
    }

    /** For the journal: a run under other terms is another run. */
    private static String words(ContractTerms terms, Optional<Funding> funding) {
        return "%d: funding %s, tiers %s, liquidation fee %s, expiry %d, settlement fee %s; "
                .formatted(
                        terms.instrument(),
                        funding.map(Funding::hash).orElse("none"),
                        terms.tiers(),
                        terms.liquidationFee().map(Rate::toString).orElse("all"),
                        terms.expiryNanos(),
                        terms.settlementFee());
    }
}
