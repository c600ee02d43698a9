package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.bus.Journal;
import io.fulmar.domain.Side;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.Verification;
import io.fulmar.portfolio.Account;
import io.fulmar.risk.RiskLimits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inverse and linear contracts, funding, margin, liquidation and settlement: the desk against the slow twin on random markets. */
class ContractTwinTest {
    private static final int SEEDS = 4_000;
    private static final int SEEDS_OF_JOURNALS = 150;

    private static String row(BacktestResult.FillRow fill) {
        return fill.time() / ContractCase.HOUR + " "
                + (fill.side() == Side.BUY ? "buy" : "sell") + " " + fill.lots() + " at "
                + fill.ticks() + " " + fill.cause().word() + " fee " + fill.fee();
    }

    private static void compare(ContractCase random, ContractTwin twin) {
        twin.run();
        BacktestResult result = new Backtest(random.setup()).run();
        String seed = "seed " + random.seed;
        // within one bar the two sides of a hedged account are closed in the order in which the venue looks at them
        assertThat(result.fills().stream().map(ContractTwinTest::row).sorted())
                .as(seed)
                .isEqualTo(twin.fills.stream().sorted().toList());
        Account account = result.desk().ledger().account();
        assertThat(BigInteger.valueOf(account.balance())).as(seed).isEqualTo(twin.balance);
        assertThat(BigInteger.valueOf(account.fees())).as(seed).isEqualTo(twin.fees);
        assertThat(BigInteger.valueOf(account.funding())).as(seed).isEqualTo(twin.funding);
        assertThat(BigInteger.valueOf(account.covered())).as(seed).isEqualTo(twin.covered);
        assertThat(Arrays.stream(result.equity()).mapToObj(BigInteger::valueOf))
                .as(seed)
                .isEqualTo(twin.equity);
    }

    @Test
    void contractsWithFundingAndExpiryEqualTheTwin() {
        int filled = 0;
        int funded = 0;
        int settled = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ContractCase random = new ContractCase(seed, false, false);
            ContractTwin twin = new ContractTwin(random);
            compare(random, twin);
            filled += twin.fills.size();
            funded += twin.funding.signum() != 0 ? 1 : 0;
            settled += twin.settlements;
        }
        assertThat(filled).isGreaterThan(SEEDS * 3);
        assertThat(funded).isGreaterThan(SEEDS / 3);
        assertThat(settled).isGreaterThan(SEEDS / 30);
    }

    @Test
    void marginAndLiquidationEqualTheTwin() {
        int liquidated = 0;
        int covered = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ContractCase random = new ContractCase(seed, true, false);
            ContractTwin twin = new ContractTwin(random);
            compare(random, twin);
            liquidated += twin.liquidations;
            covered += twin.covered.signum();
        }
        assertThat(liquidated).isGreaterThan(SEEDS / 2);
        assertThat(covered).isGreaterThan(SEEDS / 50);
    }

    @Test
    void hedgedAccountsEqualTheTwin() {
        int both = 0;
        int liquidated = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ContractCase random = new ContractCase(seed, seed % 4 != 0, true);
            ContractTwin twin = new ContractTwin(random);
            compare(random, twin);
            both += twin.both;
            liquidated += twin.liquidations;
        }
        assertThat(both).as("bars with a long and a short at once").isGreaterThan(SEEDS);
        assertThat(liquidated).isGreaterThan(SEEDS / 4);
    }

    @Test
    void journalsWithEveryKindOfEventRecoverAndVerifyAtEveryCut() {
        for (long seed = 0; seed < SEEDS_OF_JOURNALS; seed++) {
            ContractCase random = new ContractCase(seed, true, seed % 2 == 0);
            BacktestResult result = new Backtest(random.setup()).run();
            RiskLimits limits = RiskLimits.backtest();
            assertThat(Recovery.fold(result.log(), limits).hash())
                    .as("seed %s", seed)
                    .isEqualTo(result.hashes().ledger());
            assertThat(Backtest.verify(random.setup(), result.log()))
                    .as("seed %s", seed)
                    .isEqualTo(new Verification.Same(result.log().last()));
            for (long cut = 1; cut <= result.log().last(); cut++) {
                Account account =
                        Recovery.fold(result.log(), limits, cut, trade -> {}).account();
                assertThat(account.postings().sum())
                        .as("seed %s, after event %s", seed, cut)
                        .isZero();
            }
        }
    }

    @Test
    void everyEventThatMovesMoneyIsInTheJournal() {
        List<String> kinds = new ArrayList<>();
        for (long seed = 0; seed < SEEDS_OF_JOURNALS; seed++) {
            BacktestResult result = new Backtest(new ContractCase(seed, true, false).setup()).run();
            Journal.read(
                    result.log(),
                    1,
                    (envelope, event) -> kinds.add(event.getClass().getSimpleName()));
        }
        assertThat(kinds).contains("TermsAgreed", "Adopted", "FundingSettled", "DeficitCovered", "Filled");
    }
}
