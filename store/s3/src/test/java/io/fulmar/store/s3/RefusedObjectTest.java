package io.fulmar.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.lake.Lake;
import io.fulmar.store.s3.RemoteException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A key that may do less than everything: what it may not is told with its address, nothing is lost, and the rest goes on. */
class RefusedObjectTest {
    @TempDir
    static Path server;

    @TempDir
    Path folder;

    private static Proxy proxy;
    private Gate gate;
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
    void open(TestInfo test) throws IOException {
        Proxy.sign(Proxy.KEY, Proxy.SECRET);
        gate = Gate.before(proxy);
        store = gate.store("g/" + test.getTestMethod().orElseThrow().getName());
        remote = new RemoteLake(store);
        lake = Lake.open(folder.resolve("lake"));
        Lakes.fill(lake, Lakes.BTC, "2023-01-01", 9_000, 1);
        Lakes.fill(lake, Lakes.ETH, "2023-01-01", 500, 2);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        gate.close();
    }

    private static void isRefused(String address, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RemoteException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.NOT_ALLOWED);
            assertThat(e.place()).contains("s3://fulmar-test/g/").contains(address);
            assertThat(e.problem())
                    .contains("the key may not do this")
                    .contains("HTTP 403")
                    .doesNotContain("null");
            assertThat(e.fix()).contains("s3:GetObject").contains("s3:PutObject");
            assertThat(e.endsAll()).isFalse();
        });
    }

    private static boolean isOneOfBtc(String request) {
        return request.contains("BTC") && request.contains("/2024.");
    }

    private String folder(String symbol) {
        return remote.folders().stream()
                .filter(each -> each.contains(symbol))
                .findFirst()
                .orElseThrow();
    }

    private void pushBoth() {
        remote.push(lake, Lakes.BTC);
        remote.push(lake, Lakes.ETH);
    }

    @Test
    void objectThatMayNotBeReadLeavesNothingHalfAndTheOthersCome() {
        pushBoth();
        Lake other = Lake.open(folder.resolve("other"));
        gate.refuse(request -> request.startsWith("GET ") && isOneOfBtc(request));

        isRefused("/2024.", () -> remote.pull(other, folder("BTC"), false));
        remote.pull(other, folder("ETH"), false);

        assertThat(other.catalogue()).hasSize(1);
        assertThat(Lakes.content(other, Lakes.ETH)).isEqualTo(Lakes.content(lake, Lakes.ETH));
        gate.refuse(request -> false);
        remote.pull(other, folder("BTC"), false);
        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(Lakes.content(lake, Lakes.BTC));
    }

    @Test
    void objectThatMayNotBeWrittenLeavesWhatIsThereAsItWas() {
        pushBoth();
        String before = Lakes.content(lake, Lakes.BTC);
        Lakes.fill(lake, Lakes.BTC, "2024-02-01", 900, 3);
        Lakes.fill(lake, Lakes.ETH, "2024-02-01", 900, 4);
        gate.refuse(request -> !request.startsWith("GET ") && isOneOfBtc(request));

        isRefused("/2024.", () -> remote.push(lake, Lakes.BTC));
        remote.push(lake, Lakes.ETH);

        Lake other = Lake.open(folder.resolve("other"));
        remote.folders().forEach(each -> remote.pull(other, each, false));
        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(before);
        assertThat(Lakes.content(other, Lakes.ETH)).isEqualTo(Lakes.content(lake, Lakes.ETH));
        gate.refuse(request -> false);
        assertThat(remote.push(lake, Lakes.BTC).outcome()).isEqualTo(Transfer.Outcome.MOVED);
    }

    @Test
    void manifestThatMayNotBeWrittenLeavesTheOldOneInForce() {
        pushBoth();
        String before = Lakes.content(lake, Lakes.BTC);
        Lakes.fill(lake, Lakes.BTC, "2024-02-01", 900, 3);
        gate.refuse(request -> request.startsWith("PUT ") && request.contains("manifest.txt"));

        isRefused("manifest.txt", () -> remote.push(lake, Lakes.BTC));

        Lake other = Lake.open(folder.resolve("other"));
        remote.pull(other, folder("BTC"), false);
        assertThat(Lakes.content(other, Lakes.BTC)).isEqualTo(before);
    }

    @Test
    void fileThatMayNotBeReadBackStaysOnTheDisk() {
        pushBoth();
        String before = Lakes.content(lake, Lakes.BTC);
        List<String> names = lake.sealed(Lakes.BTC).orElseThrow().files().stream()
                .map(file -> file.name())
                .toList();
        gate.refuse(request -> request.startsWith("GET ") && isOneOfBtc(request));

        isRefused("/2024.", () -> remote.sendAway(lake, Lakes.BTC, names));

        gate.refuse(request -> false);
        remote.pull(lake, folder("BTC"), false);
        assertThat(Lakes.content(lake, Lakes.BTC)).isEqualTo(before);
    }

    @Test
    void objectThatMayNotBeReadIsToldWhenRowsOfItAreAskedFor() {
        pushBoth();
        try (ColdCache cache = new ColdCache(folder.resolve("cache"), 1 << 20, store.server())) {
            Lake lazy = Lake.open(folder.resolve("lazy"), cache);
            remote.folders().forEach(each -> remote.pull(lazy, each, true));
            gate.refuse(request -> request.startsWith("GET ") && isOneOfBtc(request));

            isRefused("/2024.", () -> Lakes.content(lazy, Lakes.BTC));

            assertThat(Lakes.content(lazy, Lakes.ETH)).isEqualTo(Lakes.content(lake, Lakes.ETH));
            gate.refuse(request -> false);
            assertThat(Lakes.content(lazy, Lakes.BTC)).isEqualTo(Lakes.content(lake, Lakes.BTC));
        }
    }
}
