package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.domain.MarginMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was at stake at each close, against a count of the fills, and where liquidation was, against what the venue then did. */
class ExposureTest {
    private static final int SEEDS = 300;

    @Test
    void exposureIsWhatTheFillsLeftOverWhatTheAccountWasWorth() {
        int held = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ContractCase random = new ContractCase(seed, false, false);
            BacktestSetup setup = random.setup();
            BacktestResult result = new Backtest(setup).run();
            Exposure found = Exposure.of(result, setup.markets(), 0, random.bars.length);
            assertThat(found.distance()).as("without margin").isEmpty();
            for (int bar = 0; bar < random.bars.length; bar++) {
                long lots = 0;
                for (BacktestResult.FillRow fill : result.fills()) {
                    lots += fill.time() <= bar * ContractCase.HOUR ? fill.side().sign() * fill.lots() : 0;
                }
                double value = random.instrument.value(Math.abs(lots), random.bars[bar][3]);
                double share = Math.abs(value) / result.equity()[bar];
                if (result.equity()[bar] > 0) {
                    String where = "seed " + seed + ", bar " + bar;
                    assertThat(found.gross()[bar]).as(where).isCloseTo(share, within(1e-9 * (1 + share)));
                    assertThat(found.net()[bar])
                            .as(where)
                            .isCloseTo(Long.signum(lots) * share, within(1e-9 * (1 + share)));
                }
                held += lots == 0 ? 0 : 1;
            }
        }
        assertThat(held).isGreaterThan(SEEDS * 10);
    }

    @Test
    void thePriceOfALiquidationIsWhereTheDistanceSaid() {
        int liquidated = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ContractCase random = new ContractCase(seed, true, false);
            BacktestSetup setup = random.setup();
            BacktestResult result = new Backtest(setup).run();
            Exposure found = Exposure.of(result, setup.markets(), 0, random.bars.length);
            List<BacktestResult.FillRow> fills = result.fills();
            for (int i = 1; i < fills.size(); i++) {
                BacktestResult.FillRow fill = fills.get(i);
                int bar = (int) (fill.time() / ContractCase.HOUR);
                // Funding may move the level between the close before and the liquidation.
                boolean known = fill.cause().word().equals("liquidation")
                        && fills.get(i - 1).time() < fill.time() - ContractCase.HOUR
                        && random.funding.isEmpty()
                        && random.margin == MarginMode.ISOLATED;
                if (known) {
                    liquidated++;
                    long before = random.bars[bar - 1][3];
                    double distance = found.distance()[bar - 1];
                    boolean wasLong = fill.side().sign() < 0;
                    double level = before * (wasLong ? 1 - distance : 1 + distance);
                    double worst = wasLong ? random.bars[bar][2] : random.bars[bar][1];
                    assertThat(wasLong ? worst <= level + 1e-6 : worst >= level - 1e-6)
                            .as("seed %s, bar %s: level %s, worst %s", seed, bar, level, worst)
                            .isTrue();
                }
            }
            for (int bar = 0; bar < random.bars.length; bar++) {
                if (found.distance().length > 0 && found.gross()[bar] == 0) {
                    assertThat(found.distance()[bar])
                            .as("seed %s, flat at %s", seed, bar)
                            .isNaN();
                }
            }
        }
        assertThat(liquidated).isGreaterThan(5);
    }
}
