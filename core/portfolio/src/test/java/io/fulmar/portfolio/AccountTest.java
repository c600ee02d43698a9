package io.fulmar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final int SEEDS = 500;
    private static final long CASH = 1_000_000_000_000L;
    private static final Currency USDT = new Currency("USDT", 8);

    @Test
    void equityIsTheBaseAndTheValuesAndAlsoTheBalanceAndWhatIsUnrealised() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Instrument> instruments =
                    List.of(Fills.instrument(1, "0.01", "0.001"), Fills.instrument(2, "0.5", "0.1"));
            Account account = new Account(USDT, CASH, trade -> {});
            long feesPaid = 0;
            long flow = 0;
            long[] marks = {1, 1};
            for (int i = 0; i < 50; i++) {
                int at = random.nextInt(2);
                Instrument instrument = instruments.get(at);
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long lots = random.nextLong(1, 1000);
                marks[at] = random.nextLong(1, 10_000);
                long fee = random.nextLong(-10, 1000);
                account.book(
                        Fills.order(random.nextInt(3), instrument.id(), side, lots),
                        Fills.fill(marks[at], lots, fee, i),
                        instrument,
                        0);
                feesPaid += fee;
                flow -= side.sign() * instrument.value(lots, marks[at]);
            }
            long values = 0;
            long unrealised = 0;
            for (Position position : account.positions()) {
                long mark = marks[(int) position.instrument().id() - 1];
                values += position.valueAt(mark);
                unrealised += position.unrealisedAt(mark);
            }
            assertThat(account.base() + values).as("seed %s", seed).isEqualTo(account.balance() + unrealised);
            assertThat(account.base()).as("cash flow, seed %s", seed).isEqualTo(CASH - feesPaid + flow);
            assertThat(account.fees()).as("seed %s", seed).isEqualTo(feesPaid);
        }
    }

    @Test
    void whatTheVenueSeesIsTheSumOverSeats() {
        Instrument instrument = Fills.instrument(1, "1", "1");
        Account account = new Account(USDT, CASH, trade -> {});
        account.book(Fills.order(0, 1, Side.BUY, 10), Fills.fill(100, 10, 0, 1), instrument, 0);
        account.book(Fills.order(1, 1, Side.SELL, 4), Fills.fill(100, 4, 0, 1), instrument, 0);
        account.book(Fills.order(1, 2, Side.SELL, 7), Fills.fill(100, 7, 0, 1), Fills.instrument(2, "1", "1"), 0);
        assertThat(account.netLots(1)).isEqualTo(6);
        assertThat(account.netLots(2)).isEqualTo(-7);
        assertThat(account.netLots(3)).isZero();
        assertThat(account.positions()).hasSize(3);
    }

    @Test
    void aTradeIsHeardOnceItIsOver() {
        List<Trade> heard = new ArrayList<>();
        Instrument instrument = Fills.instrument(1, "1", "1");
        Account account = new Account(USDT, CASH, heard::add);
        account.book(Fills.order(0, 1, Side.SELL, 10), Fills.fill(100, 10, 0, 1), instrument, 77);
        assertThat(heard).isEmpty();
        account.book(Fills.order(0, 1, Side.BUY, 10), Fills.fill(90, 10, 0, 2), instrument, 88);
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).gross()).isEqualTo(100 * instrument.unit());
        assertThat(heard.get(0).equityBefore()).isEqualTo(77);
    }

    @Test
    void moneyThatNoLongHoldsIsAnError() {
        Instrument instrument = Fills.instrument(1, "1", "1");
        Account account = new Account(USDT, Long.MAX_VALUE, trade -> {});
        account.book(Fills.order(0, 1, Side.BUY, 1), Fills.fill(100, 1, 0, 1), instrument, 0);
        assertThatThrownBy(() -> account.book(Fills.order(0, 1, Side.SELL, 1), Fills.fill(101, 1, 0, 2), instrument, 0))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void capitalIsWhatEquityTimesLeverageLeaves() {
        Capital capital = new Capital(1_000, 2_500_000, 700);
        assertThat(capital.free()).isEqualTo(1_800);
        capital.commit(1_801);
        assertThat(capital.free()).isEqualTo(-1);
        assertThat(new Capital(-5, 1_000_000, 10).free())
                .as("debts lend nothing")
                .isEqualTo(-10);
        assertThat(Capital.share(999, 333_333)).isEqualTo(332);
        assertThat(Capital.share(-999, 333_333)).isZero();
    }
}
