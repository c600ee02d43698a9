package io.fulmar.app.fulmar;

import io.fulmar.domain.Rate;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Account;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BuyAndHold;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.Metrics;
import io.fulmar.research.backtest.ReportInput;
import io.fulmar.research.backtest.TradeRow;
import io.fulmar.research.backtest.TradeStatistics;
import io.fulmar.risk.Control;
import io.fulmar.risk.RiskLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** run.json, see docs/results.md: what was run, what came out, and what proves it. */
final class RunJson {
    /** Of the metrics those that people look for first; they stand beside the result as well. */
    private static final List<String> FIRST_METRICS = List.of(
            "sharpe",
            "sortino",
            "calmar",
            "volatility",
            "omega",
            "smartSharpe",
            "smartSortino",
            "adjustedSortino",
            "probabilisticSharpeRatio",
            "ulcerIndex",
            "ulcerPerformanceIndex",
            "serenityIndex",
            "recoveryFactor",
            "gainToPainRatio",
            "tailRatio",
            "commonSenseRatio",
            "valueAtRisk",
            "conditionalValueAtRisk",
            "skew",
            "kurtosis",
            "kellyCriterion",
            "riskOfRuin");

    private static final int BASIS_POINTS = 10_000;

    private final FinishedRun run;
    private final BacktestResult result;
    private final JsonValue.Fields json = new JsonValue.Fields();

    private RunJson(FinishedRun run) {
        this.run = run;
        this.result = run.result();
    }

    static JsonValue of(FinishedRun run, RiskLimits limits) {
        RunJson json = new RunJson(run);
        json.what();
        json.outcome();
        json.proof();
        json.caution(limits);
        json.detail();
        json.json.put("reproduce", run.request().reproduce());
        return json.json;
    }

    /** By name, in the order of importance. */
    static SequencedMap<String, String> hashes(FinishedRun run) {
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        hashes.put("hash", run.result().hashes().run());
        hashes.put("ledgerHash", run.result().hashes().ledger());
        hashes.put("decisionHash", run.result().hashes().decision());
        hashes.put(
                "dataHash",
                joint(run.markets().stream().map(MarketData::dataHash).toList()));
        hashes.put(
                "codeHash",
                joint(run.compiled().strategies().stream()
                        .map(one -> one.source().codeHash())
                        .toList()));
        return hashes;
    }

    /** One stands for itself; several are hashed, joined with line feeds. */
    static String joint(List<String> hashes) {
        return hashes.size() == 1
                ? hashes.getFirst()
                : StrategySource.sha256(String.join("\n", hashes).getBytes(StandardCharsets.US_ASCII));
    }

    private void what() {
        Bars bars = run.market().bars();
        json.put("engine", "fulmar").put("version", Version.number());
        json.put("strategy", run.compiled().strategies().getFirst().name());
        json.put("symbol", run.market().instrument().symbol().toString());
        json.put("timeframe", bars.timeframe().toString());
        json.put("from", IsoTime.of(bars.openTime(run.firstBar())));
        json.put("to", IsoTime.of(bars.closeTime(bars.size() - 1)));
        json.put("bars", run.result().closeTimes().length);
        json.put("parameters", JsonValue.texts(run.seats().getFirst().texts()));
        json.put("currency", run.currency().code());
        json.put("cash", amount(result.cash()));
        BacktestRequest.Account account = run.request().account();
        json.put("leverage", new JsonValue.Literal(account.leverage().toString()));
        json.put(
                "costs",
                new JsonValue.Fields()
                        .put("feeBps", basisPoints(account.takerFee()))
                        .put("makerBps", basisPoints(account.makerFee()))
                        .put("slippageBps", basisPoints(account.slippage()))
                        .put("funding", run.contracts().json()));
        json.put("margin", run.contracts().terms().margin().word());
        json.put("positionMode", run.contracts().terms().hedge() ? "hedge" : "one-way");
        json.put("intrabarPath", account.path().name().toLowerCase(Locale.ROOT));
        json.put("periods", run.request().result().periods());
        json.put(
                "tradeFrom",
                run.request()
                        .data()
                        .tradeFrom()
                        .<JsonValue>map(time -> new JsonValue.Text(time.toString()))
                        .orElse(JsonValue.Literal.NULL));
        json.put(
                "seed",
                run.seed().isPresent()
                        ? new JsonValue.Literal(Long.toString(run.seed().getAsLong()))
                        : JsonValue.Literal.NULL);
    }

    private void outcome() {
        json.put("trades", result.trades().size()).put("openTrades", result.openTrades());
        json.put("fills", result.fills().size()).put("finalEquity", amount(result.finalEquity()));
        json.put("netReturn", result.netReturn());
        json.put("maxDrawdown", result.maxDrawdown());
        json.put("fees", amount(result.fees()));
        Account books = result.desk().ledger().account();
        json.put("funding", amount(books.funding())).put("liquidations", result.liquidations());
        json.put("liquidationFees", amount(books.liquidationFees())).put("deficitCovered", amount(books.covered()));
        json.put("cagr", run.cagr());
        FIRST_METRICS.forEach(name -> json.put(name, run.metrics().value(name)));
        json.put("buyAndHold", buyAndHold());
    }

    private void proof() {
        hashes(run).forEach(json::put);
        json.put("lake", LakeSources.json(run.request(), run.markets()));
    }

    private void caution(RiskLimits limits) {
        List<JsonValue.Fields> warnings =
                run.warnings().stream().map(RunJson::warning).toList();
        json.put("warnings", new JsonValue.Items(warnings));
        JsonValue.Fields refusals = new JsonValue.Fields();
        result.desk().watch().refusals().forEach((refusal, count) -> refusals.put(refusal.name(), count));
        json.put("refusals", refusals);
        JsonValue.Fields controls = new JsonValue.Fields();
        for (Control control : limits.on()) {
            controls.put(control.name(), control.describe(limits.bound(control)));
        }
        json.put("controls", controls);
    }

    private static JsonValue.Fields warning(ReportInput.Warning warning) {
        return new JsonValue.Fields()
                .put("code", warning.code())
                .put("count", warning.count())
                .put("text", warning.sentence());
    }

    private void detail() {
        json.put(
                "strategies",
                new JsonValue.Items(run.placesNamed().map(this::seat).toList()));
        json.put(
                "markets",
                new JsonValue.Items(run.markets().stream().map(RunJson::market).toList()));
        json.put("attribution", RunAttribution.of(run));
        json.put("tradeStatistics", statistics());
        json.put("metrics", metrics(run.metrics()));
    }

    private JsonValue.Fields seat(Contestants.Seated seat) {
        StrategySource source = run.compiled().strategies().get(seat.strategy()).source();
        return new JsonValue.Fields()
                .put("name", seat.name())
                .put("file", source.file().toString())
                .put(
                        "symbol",
                        run.markets()
                                .get(seat.contestant().market())
                                .instrument()
                                .symbol()
                                .toString())
                .put("role", seat.home() ? "home" : "leg")
                .put("parameters", JsonValue.texts(seat.texts()))
                .put("priority", seat.contestant().priority())
                .put("sharePpm", seat.contestant().sharePpm())
                .put("codeHash", source.codeHash());
    }

    private static JsonValue.Fields market(MarketData market) {
        return new JsonValue.Fields()
                .put("symbol", market.instrument().symbol().toString())
                .put("tick", new JsonValue.Literal(market.instrument().tick().toString()))
                .put("lot", new JsonValue.Literal(market.instrument().lot().toString()))
                .put(
                        "contract",
                        new JsonValue.Literal(market.instrument().contract().toString()))
                .put("rows", market.rows())
                .put("bars", market.bars().size())
                .put("from", IsoTime.of(market.bars().openTime(0)))
                .put("to", IsoTime.of(market.bars().closeTime(market.bars().size() - 1)))
                .put("dataHash", market.dataHash());
    }

    /** Buying at the first open with all the cash, and holding. */
    private JsonValue buyAndHold() {
        BuyAndHold hold = BuyAndHold.of(
                run.market().bars(), run.firstBar(), run.request().result().periods());
        return new JsonValue.Fields()
                .put("netReturn", hold.netReturn())
                .put("maxDrawdown", hold.maxDrawdown())
                .put("cagr", hold.metrics().value("cagr"))
                .put("sharpe", hold.metrics().value("sharpe"))
                .put("sortino", hold.metrics().value("sortino"));
    }

    private JsonValue statistics() {
        List<TradeRow> rows = run.rows();
        JsonValue.Fields all = statistics(TradeStatistics.of(rows));
        JsonValue.Fields sides = new JsonValue.Fields();
        TradeStatistics.bySide(rows).forEach((side, of) -> sides.put(side, statistics(of)));
        JsonValue.Fields exits = new JsonValue.Fields();
        TradeStatistics.byExit(rows).forEach((exit, of) -> exits.put(exit, statistics(of)));
        JsonValue.Fields strategies = new JsonValue.Fields();
        TradeStatistics.byStrategy(rows).forEach((name, of) -> strategies.put(name, statistics(of)));
        return all.put("bySide", sides).put("byExit", exits).put("byStrategy", strategies);
    }

    private static JsonValue.Fields statistics(TradeStatistics of) {
        return new JsonValue.Fields()
                .put("number", of.number())
                .put("wins", of.wins())
                .put("losses", of.losses())
                .put("winRate", of.winRate())
                .put("profitFactor", of.profitFactor())
                .put("averageWin", of.averageWin())
                .put("averageLoss", of.averageLoss())
                .put("best", of.best())
                .put("worst", of.worst())
                .put("expectancy", of.expectancy())
                .put("averageReturn", of.averageReturn())
                .put("pValue", of.pValue())
                .put("averageMultipleOfRisk", of.averageMultiple())
                .put("longestWins", of.longestWins())
                .put("longestLosses", of.longestLosses())
                .put("secondsShortest", of.durationMin() / 1_000_000_000)
                .put("secondsAverage", of.durationAverage() / 1_000_000_000)
                .put("secondsLongest", of.durationMax() / 1_000_000_000)
                .put("pnl", of.pnl())
                .put("fees", of.fees())
                .put("turnover", of.turnover())
                .put("barsHeld", of.barsHeld());
    }

    private static JsonValue metrics(Metrics metrics) {
        JsonValue.Fields fields = new JsonValue.Fields();
        metrics.values().forEach(fields::put);
        return fields;
    }

    private JsonValue amount(long units) {
        return new JsonValue.Literal(run.money(units).toString());
    }

    private static JsonValue basisPoints(Rate rate) {
        BigDecimal points = BigDecimal.valueOf(rate.numerator())
                .multiply(BigDecimal.valueOf(BASIS_POINTS))
                .divide(BigDecimal.valueOf(rate.denominator()));
        return new JsonValue.Literal(points.toPlainString());
    }
}
