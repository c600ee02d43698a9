package io.fulmar.strategy;

import io.fulmar.indicator.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Every indicator under TA-Lib's name and with its arguments. {@code S} is a {@link Series} for a strategy written as code and a
 * {@link Value} for a plan: the words are the same in both.
 */
public abstract sealed class Vocabulary<S> permits Author, Market {
    /** The outputs of {@code bbands}. */
    public record Bands<S>(S upper, S middle, S lower) {}

    /** The outputs of {@code macd}. */
    public record Macd<S>(S macd, S signal, S hist) {}

    /** The outputs of {@code stoch}. */
    public record Stoch<S>(S slowk, S slowd) {}

    /** The outputs of {@code aroon}. */
    public record Aroon<S>(S down, S up) {}

    abstract S line(Value value);

    abstract Value value(S line);

    /** Any indicator of docs/indicators.md by its name; a dot names one of several outputs: {@code indicator("bbands.upper", 20, 2)}. */
    public final S indicator(String name, double... arguments) {
        return call(name, List.of(), arguments);
    }

    /** The same over another line instead of the close. */
    public final S indicatorOf(S input, String name, double... arguments) {
        return call(name, List.of(value(input)), arguments);
    }

    /** The same over two lines, where docs/indicators.md shows two in italics: {@code indicatorOf(close(), volume(), "correl", 30)}. */
    public final S indicatorOf(S first, S second, String name, double... arguments) {
        return call(name, List.of(value(first), value(second)), arguments);
    }

    private S call(String name, List<Value> inputs, double... arguments) {
        int dot = name.indexOf('.');
        List<Double> list = new ArrayList<>(arguments.length);
        for (double argument : arguments) {
            list.add(argument);
        }
        String bare = dot < 0 ? name : name.substring(0, dot);
        String output = dot < 0 ? "" : name.substring(dot + 1);
        return line(new Value.OfIndicator(bare, output, List.copyOf(inputs), List.copyOf(list)));
    }

    /** Bars since the condition last held: 0 at such a bar, infinite until it has held for the first time. */
    public final S barsSince(Condition condition) {
        return line(new Value.BarsSince(condition));
    }

    /** What the line was when the condition last held. It has no value before that, so a strategy waits for it. */
    public final S valueWhen(Condition condition, S line) {
        return line(new Value.ValueWhen(condition, value(line)));
    }

    public final S open() {
        return line(new Value.OfField(Field.OPEN));
    }

    public final S high() {
        return line(new Value.OfField(Field.HIGH));
    }

    public final S low() {
        return line(new Value.OfField(Field.LOW));
    }

    public final S close() {
        return line(new Value.OfField(Field.CLOSE));
    }

    public final S volume() {
        return line(new Value.OfField(Field.VOLUME));
    }

    // ---- averages ----

    public final S sma(int bars) {
        return indicator("sma", bars);
    }

    public final S sma(S of, int bars) {
        return indicatorOf(of, "sma", bars);
    }

    public final S ema(int bars) {
        return indicator("ema", bars);
    }

    public final S ema(S of, int bars) {
        return indicatorOf(of, "ema", bars);
    }

    public final S wma(int bars) {
        return indicator("wma", bars);
    }

    public final S wma(S of, int bars) {
        return indicatorOf(of, "wma", bars);
    }

    public final S dema(int bars) {
        return indicator("dema", bars);
    }

    public final S tema(int bars) {
        return indicator("tema", bars);
    }

    public final S trima(int bars) {
        return indicator("trima", bars);
    }

    public final S kama(int bars) {
        return indicator("kama", bars);
    }

    public final S hma(int bars) {
        return indicator("hma", bars);
    }

    public final S vwma(int bars) {
        return indicator("vwma", bars);
    }

    // ---- momentum ----

    public final S rsi(int bars) {
        return indicator("rsi", bars);
    }

    public final S rsi(S of, int bars) {
        return indicatorOf(of, "rsi", bars);
    }

    public final Macd<S> macd(int fast, int slow, int signal) {
        return new Macd<>(
                indicator("macd.macd", fast, slow, signal),
                indicator("macd.signal", fast, slow, signal),
                indicator("macd.hist", fast, slow, signal));
    }

    public final Stoch<S> stoch(int fastK, int slowK, int slowD) {
        return new Stoch<>(
                indicator("stoch.slowk", fastK, slowK, 0, slowD, 0),
                indicator("stoch.slowd", fastK, slowK, 0, slowD, 0));
    }

    public final S adx(int bars) {
        return indicator("adx", bars);
    }

    public final S plusDi(int bars) {
        return indicator("plus_di", bars);
    }

    public final S minusDi(int bars) {
        return indicator("minus_di", bars);
    }

    public final Aroon<S> aroon(int bars) {
        return new Aroon<>(indicator("aroon.down", bars), indicator("aroon.up", bars));
    }

    public final S cci(int bars) {
        return indicator("cci", bars);
    }

    public final S mfi(int bars) {
        return indicator("mfi", bars);
    }

    public final S mom(int bars) {
        return indicator("mom", bars);
    }

    public final S roc(int bars) {
        return indicator("roc", bars);
    }

    public final S willr(int bars) {
        return indicator("willr", bars);
    }

    public final S cmo(int bars) {
        return indicator("cmo", bars);
    }

    public final S trix(int bars) {
        return indicator("trix", bars);
    }

    public final S obv() {
        return indicator("obv");
    }

    // ---- range and channels ----

    /** The average true range, Wilder's. As a distance ({@code atr.times(2)}) it is computed in ticks, exactly. */
    public final S atr(int bars) {
        return indicator("atr", bars);
    }

    public final S natr(int bars) {
        return indicator("natr", bars);
    }

    public final Bands<S> bbands(int bars, double deviations) {
        return new Bands<>(
                indicator("bbands.upper", bars, deviations, deviations),
                indicator("bbands.middle", bars, deviations, deviations),
                indicator("bbands.lower", bars, deviations, deviations));
    }

    public final S sar(double acceleration, double maximum) {
        return indicator("sar", acceleration, maximum);
    }

    public final S highest(S of, int bars) {
        return bars == 1 ? of : indicatorOf(of, "max", bars);
    }

    public final S lowest(S of, int bars) {
        return bars == 1 ? of : indicatorOf(of, "min", bars);
    }

    public final S stddev(int bars) {
        return indicator("stddev", bars, 1);
    }

    public final S linearreg(int bars) {
        return indicator("linearreg", bars);
    }

    public final S linearregSlope(int bars) {
        return indicator("linearreg_slope", bars);
    }
}
