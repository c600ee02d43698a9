package io.fulmar.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.lake.Lake;
import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Lakes that are pushed to a real S3 server and pulled from it. */
class RemoteLakeTest {
    @TempDir
    static Path server;

    @TempDir
    Path folder;

    private static Proxy proxy;
    private String prefix;
    private S3Store store;
    private RemoteLake remote;
    private Lake lake;

    @BeforeAll
    static void startServer() {
        proxy = Proxy.start(server);
    }

    @AfterAll
    static void stopServer() {
        if (proxy != null) proxy.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        Proxy.sign(Proxy.KEY, Proxy.SECRET);
        prefix = "t/" + test.getTestMethod().orElseThrow().getName();
        store = proxy.store(prefix, 5 << 20);
        remote = new RemoteLake(store);
        lake = Lake.open(folder.resolve("lake"));
        Lakes.fill(lake, Lakes.BTC, "2023-01-01", 9_000, 1);
        Lakes.fill(lake, Lakes.ETH, "2023-01-01", 500, 2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Lake another(String name) {
        return Lake.open(folder.resolve(name));
    }

    private void pullAll(Lake into) {
        remote.folders().forEach(each -> remote.pull(into, each, false));
    }

    @Test
    void whatIsPushedIsPulledElsewhereRowForRow() {
        Transfer sent = remote.push(lake, Lakes.BTC);
        remote.push(lake, Lakes.ETH);
        Lake other = another("other");
        pullAll(other);

        assertThat(sent.outcome()).isEqualTo(Transfer.Outcome.MOVED);
        assertThat(sent.rows()).isEqualTo(9_000);
        assertThat(sent.files()).isEqualTo(2);
        assertThat(other.catalogue()).hasSize(2);
        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(Lakes.content(lake, Lakes.BTC));
        assertThat(Lakes.content(other, Lakes.ETH)).isEqualTo(Lakes.content(lake, Lakes.ETH));
        assertThat(remote.push(lake, Lakes.BTC).outcome()).isEqualTo(Transfer.Outcome.SAME);
        assertThat(remote.pull(other, remote.folders().getFirst(), false).outcome())
                .isEqualTo(Transfer.Outcome.SAME);
    }

    @Test
    void objectsAreNamedAfterTheirContent() throws IOException {
        remote.push(lake, Lakes.ETH);

        String object = store.list(prefix).stream()
                .filter(key -> key.endsWith(".arrow"))
                .findFirst()
                .orElseThrow();
        assertThat(object).contains("venue=binance/kind=candles-1h/symbol=ETH%2FUSDT/2023.");
        Path local = lake.path(
                Lakes.ETH, lake.sealed(Lakes.ETH).orElseThrow().files().getFirst());
        assertThat(object).endsWith("." + Hash.sha256(local).substring(0, 16) + ".arrow");
    }

    @Test
    void onlyWhatIsNewIsSentAndPulled() {
        remote.push(lake, Lakes.BTC);
        Lake other = another("other");
        pullAll(other);
        Lakes.fill(lake, Lakes.BTC, "2024-02-01", 1_000, 3);

        Transfer sent = remote.push(lake, Lakes.BTC);
        Transfer brought = remote.pull(other, remote.folders().getFirst(), false);

        assertThat(sent.files()).isEqualTo(brought.files());
        assertThat(sent.bytesThere()).as("2023 stays").isPositive();
        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(Lakes.content(lake, Lakes.BTC));
    }

    @Test
    void correctionsTravelAndNothingIsLostOnTheWay() {
        remote.push(lake, Lakes.BTC);
        Lake other = another("other");
        pullAll(other);
        Lakes.correct(lake, Lakes.BTC, "2023-05-05", 12.34);
        remote.push(lake, Lakes.BTC);
        pullAll(other);

        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(Lakes.content(lake, Lakes.BTC));
        assertThat(other.state(Lakes.BTC).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void whoWasSlowerLosesClearlyAndCanPullAndPushAgain() {
        remote.push(lake, Lakes.BTC);
        Lake other = another("other");
        pullAll(other);
        Lakes.fill(lake, Lakes.BTC, "2024-02-01", 100, 3);
        Lakes.fill(other, Lakes.BTC, "2024-03-01", 100, 4);
        String mine = Lakes.content(other, Lakes.BTC);

        assertThatThrownBy(() -> remote.push(other, Lakes.BTC, () -> remote.push(lake, Lakes.BTC)))
                .isInstanceOfSatisfying(RemoteException.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.CHANGED);
                    assertThat(e.problem()).contains("another writer was quicker");
                });
        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(mine);
        assertThatThrownBy(() -> remote.push(other, Lakes.BTC))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DIVERGED));
        assertThatThrownBy(() -> pullAll(other))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DIVERGED));
    }

    @Test
    void whoHasNotMovedIsBehindAndWhoHasIsAhead() {
        remote.push(lake, Lakes.BTC);
        Lake other = another("other");
        pullAll(other);
        Lakes.correct(lake, Lakes.BTC, "2023-05-05", 12.34);

        assertThat(remote.pull(lake, remote.folders().getFirst(), false).outcome())
                .isEqualTo(Transfer.Outcome.AHEAD);
        remote.push(lake, Lakes.BTC);
        assertThat(remote.push(other, Lakes.BTC).outcome()).isEqualTo(Transfer.Outcome.BEHIND);
    }

    @Test
    void damagedObjectIsSeenAndTheLakeStaysAsItWas() throws IOException {
        remote.push(lake, Lakes.ETH);
        try (Stream<Path> files = Files.walk(proxy.bucket().resolve(prefix))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".arrow")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        Lake other = another("other");

        assertThatThrownBy(() -> pullAll(other))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED));
        assertThat(other.catalogue()).isEmpty();
    }

    @Test
    void datasetIsReadWithoutBeingPulledFromACacheThatNeverGrowsBeyondItsBound() throws IOException {
        remote.push(lake, Lakes.BTC);
        remote.push(lake, Lakes.ETH);
        Path cached = folder.resolve("cache");
        long bound = 560_000;
        try (ColdCache cache = new ColdCache(cached, bound, proxy.server())) {
            Lake lazy = Lake.open(folder.resolve("lazy"), cache);
            remote.folders().forEach(each -> remote.pull(lazy, each, true));

            assertThat(lazy.catalogue()).hasSize(2);
            assertThat(size(folder.resolve("lazy"))).isLessThan(20_000);
            for (int i = 0; i < 3; i++) {
                assertThat(Lakes.content(lazy, Lakes.BTC)).isEqualTo(Lakes.content(lake, Lakes.BTC));
                assertThat(Lakes.content(lazy, Lakes.ETH)).isEqualTo(Lakes.content(lake, Lakes.ETH));
                assertThat(size(cached)).isPositive().isLessThanOrEqualTo(bound);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void cachedFileThatRottedIsFetchedAnew() throws IOException {
        remote.push(lake, Lakes.ETH);
        Path cached = folder.resolve("cache");
        for (int i = 0; i < 2; i++) {
            try (ColdCache cache = new ColdCache(cached, 1 << 20, proxy.server())) {
                Lake lazy = Lake.open(folder.resolve("lazy"), cache);
                remote.pull(lazy, remote.folders().getFirst(), true);
                assertThat(Lakes.content(lazy, Lakes.ETH)).isEqualTo(Lakes.content(lake, Lakes.ETH));
            }
            try (Stream<Path> files = Files.list(cached)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".arrow")).toList()) {
                    Files.write(file, new byte[(int) Files.size(file)]);
                }
            }
        }
    }

    @Test
    void fileLeavesTheDiskOnlyAfterItWasReadBackAndComesBack() throws IOException {
        remote.push(lake, Lakes.ETH);
        String before = Lakes.content(lake, Lakes.ETH);
        String name = lake.sealed(Lakes.ETH).orElseThrow().files().getFirst().name();

        long freed = remote.sendAway(lake, Lakes.ETH, List.of(name));
        assertThat(freed).isPositive();
        assertThat(remote.sendAway(lake, Lakes.ETH, List.of(name))).isZero();
        try (ColdCache cache = new ColdCache(folder.resolve("cache"), 1 << 20, proxy.server())) {
            assertThat(Lakes.content(Lake.open(lake.folder(), cache), Lakes.ETH))
                    .isEqualTo(before);
        }
        assertThatThrownBy(() -> Lakes.content(lake, Lakes.ETH)).hasMessageContaining("fulmar data pull");

        remote.pull(lake, remote.folders().getFirst(), false);
        assertThat(Lakes.content(lake, Lakes.ETH)).isEqualTo(before);
    }

    @Test
    void fileWhoseCopyIsDamagedStays() throws IOException {
        remote.push(lake, Lakes.ETH);
        try (Stream<Path> files = Files.walk(proxy.bucket().resolve(prefix))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".arrow")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[7] ^= 1;
                Files.write(file, bytes);
            }
        }
        String before = Lakes.content(lake, Lakes.ETH);
        String name = lake.sealed(Lakes.ETH).orElseThrow().files().getFirst().name();

        assertThatThrownBy(() -> remote.sendAway(lake, Lakes.ETH, List.of(name)))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED));
        assertThat(Lakes.content(lake, Lakes.ETH)).isEqualTo(before);
    }
}
