package io.fulmar.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.SealedFile;
import io.fulmar.store.s3.RemoteException.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final S3Place COLD = S3Place.parse("s3://fulmar-test/cold");
    private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");

    @TempDir
    Path folder;

    @TempDir
    Path server;

    private Lake lake;

    @BeforeEach
    void fill() {
        lake = Lake.open(folder.resolve("lake"));
        Lakes.fill(lake, Lakes.BTC, "2022-06-01", 24 * 1_000, 1); // files of 2022, 2023 and 2024, and of February 2025
        Lakes.fill(lake, Lakes.ETH, "2025-02-01", 24 * 10, 2);
    }

    private static Retention keeping(String kind, int hotDays, int warmDays) {
        return new Retention(
                List.of(new RetentionRule(
                        "*",
                        "*",
                        kind,
                        Optional.of(Duration.ofDays(hotDays)),
                        Optional.of(Duration.ofDays(warmDays)),
                        Optional.of(COLD))),
                NOW);
    }

    private List<String> forms() {
        return lake.sealed(Lakes.BTC).orElseThrow().files().stream()
                .map(file -> file.name().substring(0, 4)
                        + (file.compression() == Compression.ZSTD ? " packed" : " plain")
                        + (lake.away(Lakes.BTC, file).isPresent() ? " away" : ""))
                .toList();
    }

    @Test
    void youngFilesStayOlderOnesArePackedAndTheOldestLeaveAndEveryRowCanStillBeRead() {
        String before = Lakes.content(lake, Lakes.BTC);
        Retention retention = keeping("candles-*", 30, 500);
        assertThat(forms()).containsExactly("2022 plain", "2023 plain", "2024 plain", "2025 plain");
        List<RetentionStep> planned = retention.plan(lake, Lakes.BTC);

        assertThat(planned)
                .extracting(step -> step.getClass().getSimpleName() + " " + step.file())
                .containsExactly("Pack 2022.arrow", "SendAway 2022.arrow", "Pack 2023.arrow", "Pack 2024.arrow");
        assertThat(forms()).as("a plan changes nothing").allMatch(form -> form.endsWith("plain"));
        Proxy.sign(Proxy.KEY, Proxy.SECRET);
        try (Proxy proxy = Proxy.start(server);
                S3Store store = S3Store.open(COLD, proxy.server());
                ColdCache cache = new ColdCache(folder.resolve("cache"), 10 << 20, proxy.server())) {
            RemoteLake remote = new RemoteLake(store);
            long freed = retention.apply(lake, Lakes.BTC, place -> remote);

            assertThat(freed).isPositive();
            assertThat(forms()).containsExactly("2022 packed away", "2023 packed", "2024 packed", "2025 plain");
            assertThat(Lakes.content(Lake.open(lake.folder(), cache), Lakes.BTC))
                    .isEqualTo(before);
            assertThat(retention.plan(lake, Lakes.BTC)).isEmpty();
            assertThat(retention.apply(lake, Lakes.BTC, place -> remote)).isZero();
            assertThat(lake.state(Lakes.BTC).orElseThrow().revision())
                    .as("no row changed")
                    .isZero();
        }
    }

    @Test
    void whereNothingCanBeSentFilesArePackedAndStay() {
        String before = Lakes.content(lake, Lakes.BTC);

        assertThatThrownBy(() -> keeping("candles-*", 30, 500).apply(lake, Lakes.BTC, place -> {
                    throw new RemoteException(Fault.NOT_ALLOWED, "s3://x", "no", "ask");
                }))
                .isInstanceOf(RemoteException.class);
        assertThat(forms()).containsExactly("2022 packed", "2023 packed", "2024 packed", "2025 plain");
        assertThat(Lakes.content(lake, Lakes.BTC)).isEqualTo(before);
    }

    @Test
    void datasetsThatNoRuleFitsAreLeftAlone() {
        assertThat(keeping("trades", 0, 0).plan(lake, Lakes.BTC)).isEmpty();
        assertThat(keeping("candles-1h", 30, 500).plan(lake, Lakes.ETH)).isEmpty();
    }

    @Test
    void firstRuleThatFitsCounts() {
        RetentionRule never = new RetentionRule(
                "bin*", "BTC/*", "*", Optional.of(Duration.ofDays(36_500)), Optional.empty(), Optional.empty());
        RetentionRule always =
                new RetentionRule("*", "*", "*", Optional.of(Duration.ZERO), Optional.empty(), Optional.empty());
        Retention retention = new Retention(List.of(never, always), NOW);

        assertThat(retention.plan(lake, Lakes.BTC)).isEmpty();
        assertThat(retention.plan(lake, Lakes.ETH)).hasSize(1);
        SealedFile file = lake.sealed(Lakes.ETH).orElseThrow().files().getFirst();
        assertThat(retention.plan(lake, Lakes.ETH).getFirst().file()).isEqualTo(file.name());
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> new RetentionRule(
                        "*",
                        "*",
                        "*",
                        Optional.of(Duration.ofDays(9)),
                        Optional.of(Duration.ofDays(8)),
                        Optional.of(COLD)))
                .hasMessageContaining("cannot be the shorter");
        assertThatThrownBy(() -> new RetentionRule(
                        "*", "*", "*", Optional.empty(), Optional.of(Duration.ofDays(8)), Optional.empty()))
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> new RetentionRule("*", "*", "*", Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("a rule says");
    }
}
