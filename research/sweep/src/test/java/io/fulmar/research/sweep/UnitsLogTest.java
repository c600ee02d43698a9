package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.store.lake.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsLogTest {
    private static final String SWEEP = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private static Frame frame(int unit, long... combinations) {
        byte[] rows = new byte[combinations.length * Row.BYTES];
        ByteBuffer out = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : combinations) {
            new Row(number, 0, Tier.S, 1, 0, 0.5, 0.25, 7, unit, number).put(out);
        }
        return new Frame(unit, 1, rows);
    }

    private Path log(Frame... frames) throws IOException {
        Path path = folder.resolve("units.log");
        Files.deleteIfExists(path);
        try (UnitsLog log = UnitsLog.open(Disk.REAL, folder, path, SWEEP, 0)) {
            for (Frame frame : frames) {
                log.append(frame);
            }
        }
        return path;
    }

    private static List<Integer> units(Path path) throws IOException {
        List<Integer> units = new ArrayList<>();
        UnitsLog.scan(path, SWEEP, (place, rows) -> units.add(place.unit()));
        return units;
    }

    @Test
    void framesComeBackInTheirOrder() throws IOException {
        assertThat(units(log(frame(3, 1, 2), frame(0), frame(7, 9)))).containsExactly(3, 0, 7);
    }

    @Test
    void aTornEndOfAnyLengthIsNoFrameAndIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(log(frame(3, 1, 2), frame(7, 9)));
        int second = UnitsLog.START + Frame.HEAD + 2 * Row.BYTES;
        for (int length = second; length < whole.length; length++) {
            Path path = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            long end = UnitsLog.scan(
                    path, SWEEP, (place, rows) -> assertThat(place.unit()).isEqualTo(3));
            assertThat(end).isEqualTo(second);
            try (UnitsLog log = UnitsLog.open(Disk.REAL, folder, path, SWEEP, end)) {
                log.append(frame(8, 4));
            }
            assertThat(units(path)).containsExactly(3, 8);
        }
    }

    @Test
    void aFrameThatWasChangedIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(log(frame(3, 1, 2), frame(7, 9)));
        for (int at = UnitsLog.START; at < UnitsLog.START + Frame.HEAD + 2 * Row.BYTES; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Path path = Files.write(folder.resolve("changed"), changed);
            assertThatThrownBy(() -> units(path))
                    .as("byte %d", at)
                    .isInstanceOf(SweepException.class)
                    .hasMessageContaining("damaged at byte " + UnitsLog.START);
        }
    }

    @Test
    void aLogOfAnotherSweepIsRefused() throws IOException {
        Path path = log(frame(1, 2));

        assertThatThrownBy(() -> UnitsLog.scan(path, "fedcba9876543210", (place, rows) -> {}))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("another sweep");
    }

    @Test
    void aWorkUnitIsTheSameAfterJsonAndBack() {
        WorkUnit unit = new WorkUnit(
                "sweep",
                3,
                12L << 40,
                64,
                List.of(5L, 9L),
                "engine",
                "code",
                "space",
                List.of(new Manifest.Market("BTC/USDT", "1m", "data", 7, "1..2", "USDT", 8)),
                Sample.grids("--fee-bps=4", "--cash=10"),
                new WorkUnit.Measure("robust", 64, -1));
        WorkUnit plain = new WorkUnit(
                "a \"quoted\"\\ \u00fc",
                0,
                0,
                1,
                List.of(),
                "",
                "",
                "",
                List.of(),
                Sample.grids(),
                new WorkUnit.Measure("", 0, Long.MIN_VALUE));

        assertThat(WorkUnit.parse(unit.json())).isEqualTo(unit);
        assertThat(WorkUnit.parse(plain.json())).isEqualTo(plain);
    }
}
