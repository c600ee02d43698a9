package io.fulmar.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClientOrderIdTest {
    private static final long PART_MAX = 0xffff_ffffL;

    @Test
    void everyIdComesBackFromItsText() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            var id = random(random);
            assertThat(id.toString()).matches("[0-9A-HJKMNP-TV-Z]{26}");
            assertThat(ClientOrderId.parse(id.toString())).isEqualTo(id);
            assertThat(ClientOrderId.parse(id.toString().toLowerCase(Locale.ROOT)))
                    .isEqualTo(id);
        }
    }

    @Test
    void edgesComeBackToo() {
        for (var id : List.of(
                new ClientOrderId(0, 0, 0),
                new ClientOrderId(0, 0, Long.MAX_VALUE),
                new ClientOrderId(0, PART_MAX, 0),
                new ClientOrderId(PART_MAX, PART_MAX, Long.MAX_VALUE))) {
            assertThat(ClientOrderId.parse(id.toString())).isEqualTo(id);
        }
        assertThat(new ClientOrderId(0, 0, 33)).hasToString("00000000000000000000000011");
    }

    @Test
    void textSortsAsTheNumbersDo() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            var one = random(random);
            var two = random(random);
            assertThat(Integer.signum(one.toString().compareTo(two.toString())))
                    .isEqualTo(Integer.signum(one.compareTo(two)));
        }
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : List.of(
                "",
                "0",
                "0000000000000000000000001",
                "000000000000000000000000001",
                "0000000000000000000000000U",
                "0000000000000000000000000I",
                "-0000000000000000000000001",
                "80000000000000000000000000",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")) {
            assertThatThrownBy(() -> ClientOrderId.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new ClientOrderId(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientOrderId(0, PART_MAX + 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientOrderId(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ClientOrderId random(SplittableRandom random) {
        int shift = random.nextInt(32);
        return new ClientOrderId(
                random.nextLong(PART_MAX + 1) >>> shift,
                random.nextLong(PART_MAX + 1) >>> shift,
                random.nextLong(Long.MAX_VALUE) >>> shift);
    }
}
