package io.fulmar.risk;

import static io.fulmar.risk.GatesTest.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Side;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskLimitsTest {
    @Test
    void backtestHasSolvencyImpossibleDataAndModeOnly() {
        assertThat(RiskLimits.backtest().on()).containsExactly(Control.SOLVENCY, Control.IMPOSSIBLE_DATA, Control.MODE);
        assertThat(new Risk(RiskLimits.backtest()).watchesBars()).isFalse();
    }

    @Test
    void liveLacksNothingThatLiveRequires() {
        assertThat(RiskLimits.live(Set.of(1L)).missingForLive()).isEmpty();
        assertThat(RiskLimits.backtest().missingForLive()).containsExactly("C-1", "C-2", "C-3", "C-4");
        assertThat(new Risk(RiskLimits.live(Set.of(1L))).watchesBars()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Control.class)
    void everyControlGoesOnAndOffByItself(Control control) {
        var bound = control.live().on() ? control.live() : Bound.of(5);
        var on = RiskLimits.backtest().with(control, bound);
        assertThat(on.on()).contains(control);
        assertThat(on.bound(control)).isEqualTo(bound);
        if (control == Control.MODE) {
            assertThatThrownBy(() -> on.without(control)).hasMessageContaining("cannot be off");
        } else {
            assertThat(on.without(control).on()).doesNotContain(control);
            assertThat(on.without(control).bound(control)).isEqualTo(Bound.OFF);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PRICE_COLLAR, 0, 0",
        "PRICE_COLLAR, 1000000001, 0",
        "PRICE_COLLAR, 50000, 1",
        "ORDER_RATE, 10, 0",
        "ORDER_RATE, 10001, 1",
        "ORDER_RATE, 10, 9223372036854775807",
        "SOLVENCY, 2, 0",
        "DATA_GAP, 3, 0"
    })
    void impossibleBoundIsRefusedWhenItIsSet(Control control, long limit, long span) {
        assertThatThrownBy(() -> RiskLimits.backtest().with(control, new Bound(limit, span)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(control.name());
    }

    @Test
    void onlySomeControlsMayDifferForASeatOrAnInstrument() {
        var limits = RiskLimits.backtest();
        assertThatThrownBy(() -> limits.withSeat(1, Control.DRAWDOWN, Bound.of(1)))
                .hasMessageContaining("seat 1");
        assertThatThrownBy(() -> limits.withInstrument(1, Control.ORDER_RATE, new Bound(1, 1)))
                .hasMessageContaining("instrument 1");
        assertThat(limits.withSeat(1, Control.ORDER_LOTS, Bound.of(1)).on()).contains(Control.ORDER_LOTS);
    }

    @Test
    void seatHoldsBesideTheAccountAndInstrumentInItsPlace() {
        var desk = new FakeDesk();
        var five = FakeDesk.entry(1, Side.BUY, 5);
        var account = FakeDesk.only(Control.ORDER_LOTS, Bound.of(4));
        assertThat(word(new Risk(account).submit(five, desk))).isEqualTo("ORDER_SIZE");
        assertThat(word(new Risk(account.withSeat(FakeDesk.SEAT, Control.ORDER_LOTS, Bound.of(9))).submit(five, desk)))
                .isEqualTo("ORDER_SIZE");
        var looser = account.withInstrument(FakeDesk.ID, Control.ORDER_LOTS, Bound.of(5));
        assertThat(word(new Risk(looser).submit(five, desk))).isEqualTo("PASS");
        assertThat(word(new Risk(looser.withSeat(FakeDesk.SEAT, Control.ORDER_LOTS, Bound.of(4))).submit(five, desk)))
                .isEqualTo("ORDER_SIZE");
        var seat = RiskLimits.backtest().withSeat(FakeDesk.SEAT, Control.POSITION_LOTS, Bound.of(10));
        desk.seatLots = 3;
        desk.seatWaiting = 2;
        desk.net = 500;
        assertThat(word(new Risk(seat).submit(five, desk))).isEqualTo("PASS");
        desk.seatWaiting = 3;
        assertThat(word(new Risk(seat).submit(five, desk))).isEqualTo("POSITION_LIMIT");
    }

    @Test
    void limitsCannotBeChangedAfterwards() {
        var limits = RiskLimits.live(Set.of(1L));
        assertThatThrownBy(() -> limits.account().put(Control.LEVERAGE, Bound.OFF))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(new RiskLimits(limits.account(), Map.of(), Map.of(), Set.of(1L)))
                .isEqualTo(limits);
    }

    @Test
    void marketOrdersAreBoundedByTheCollar() {
        var desk = new FakeDesk();
        var risk = new Risk(RiskLimits.live(Set.of(FakeDesk.ID)));
        assertThat(risk.marketBound(Side.BUY, desk)).isEqualTo(105);
        assertThat(risk.marketBound(Side.SELL, desk)).isEqualTo(95);
        var off = new Risk(RiskLimits.backtest());
        assertThat(off.marketBound(Side.BUY, desk)).isEqualTo(Long.MAX_VALUE);
        assertThat(off.marketBound(Side.SELL, desk)).isEqualTo(1);
    }
}
