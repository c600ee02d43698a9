package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutLogTest {
    @TempDir
    Path folder;

    @Test
    void openingsAreNumberedAndWhatWasSeenStandsBesideThem() {
        HoldoutLog.Opening first = HoldoutLog.open(folder, "2026-01-01T00:00:00Z", List.of(7L));
        HoldoutLog.Seen seen = new HoldoutLog.Seen(1, 7, "BTC/USDT 1h", 12, 0.1, 0.05, 300, 0.02, Double.NaN);
        HoldoutLog.note(folder, List.of(seen));
        HoldoutLog.Opening second = HoldoutLog.open(folder, "2026-01-02T00:00:00Z", List.of(7L, 9L));
        HoldoutLog.Content content = HoldoutLog.read(folder);
        assertThat(content.openings()).containsExactly(first, second);
        assertThat(second.number()).isEqualTo(2);
        assertThat(content.seen()).containsExactly(seen);
        assertThat(content.combinations()).isEqualTo(2);
    }

    @Test
    void aTornLineIsCutAndTheOthersStay() throws IOException {
        HoldoutLog.open(folder, "now", List.of(1L));
        Path file = folder.resolve(HoldoutLog.NAME);
        byte[] one = Files.readAllBytes(file);
        HoldoutLog.open(folder, "then", List.of(2L));
        byte[] two = Files.readAllBytes(file);
        for (int cut = one.length; cut < two.length; cut++) {
            Files.write(file, Arrays.copyOf(two, cut));
            assertThat(HoldoutLog.read(folder).openings()).as("cut at %s", cut).hasSize(1);
            assertThat(HoldoutLog.open(folder, "then", List.of(2L)).number()).isEqualTo(2);
            assertThat(Files.readAllBytes(file)).isEqualTo(two);
        }
    }

    @Test
    void aLogThatSomebodyChangedIsAnError() throws IOException {
        Files.writeString(folder.resolve(HoldoutLog.NAME), "never opened\n");
        assertThatThrownBy(() -> HoldoutLog.read(folder))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("cannot be read");
    }
}
