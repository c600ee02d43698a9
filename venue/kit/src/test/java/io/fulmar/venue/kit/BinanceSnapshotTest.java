package io.fulmar.venue.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceSnapshotTest {
    private static final String FUTURES =
            "{'lastUpdateId':1027024,'E':1589436922972,'T':1589436922959,'bids':[['4.00','431.0'],['3.9','1']],'asks':[['4.02','12']]}"
                    .replace('\'', '"');

    private final BinanceSnapshot snapshot = new BinanceSnapshot();

    private boolean read(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
        return snapshot.read(bytes, 0, bytes.length);
    }

    @Test
    void aBookIsReadToTheLastDigit() {
        assertThat(read(FUTURES)).isTrue();
        assertThat(snapshot.lastUpdate()).isEqualTo(1_027_024);
        assertThat(snapshot.eventMillis()).isEqualTo(1_589_436_922_972L);
        assertThat(snapshot.millis()).isEqualTo(1_589_436_922_959L);
        assertThat(snapshot.bids().size()).isEqualTo(2);
        assertThat(snapshot.bids().price(0)).isEqualTo(400);
        assertThat(snapshot.bids().priceScale(0)).isEqualTo(2);
        assertThat(snapshot.bids().quantity(0)).isEqualTo(4310);
        assertThat(snapshot.asks().price(0)).isEqualTo(402);
        assertThat(snapshot.asks().quantity(0)).isEqualTo(12);
    }

    @Test
    void bookOfSpotSaysNoTime() {
        assertThat(read(" { 'asks' : [] , 'lastUpdateId':7, 'bids':[['1','2']], 'x':{'y':[null]} } "))
                .isTrue();
        assertThat(snapshot.eventMillis()).isEqualTo(-1);
        assertThat(snapshot.millis()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'lastUpdateId':7,'bids':[]}",
                "{'bids':[],'asks':[]}",
                "{'lastUpdateId':'7','bids':[],'asks':[]}",
                "{'lastUpdateId':7,'bids':null,'asks':[]}",
                "{'lastUpdateId':7,'bids':[],'asks':[['1']]}",
                "{'lastUpdateId':7,'bids':[],'asks':[['-1','2']]}",
                "{'lastUpdateId':7,'bids':[],'asks':[],'bids':[]}",
                "{'lastUpdateId':7,'bids':[],'asks':[],}",
                "{'lastUpdateId':7,'bids':[] 'asks':[]}",
                "[{'lastUpdateId':7,'bids':[],'asks':[]}]"
            })
    void whatIsNoWholeBookIsNotBelieved(String text) {
        assertThat(read(text)).isFalse();
    }

    @Test
    void whatIsBelievedOfDamagedBooksTheOracleReadsToo() {
        byte[] whole = FUTURES.getBytes(UTF_8);
        int believed = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            byte[] bytes = Messages.damaged(new SplittableRandom(seed), whole);
            boolean taken = snapshot.read(bytes, 0, bytes.length);
            byte[] padded = Arrays.copyOf(bytes, bytes.length + 64);
            assertThat(snapshot.read(padded, 0, bytes.length))
                    .as("seed " + seed)
                    .isEqualTo(taken);
            believed += taken ? 1 : 0;
            if (taken) {
                // what Jackson refuses, it refuses with other words than for a message of no kind
                assertThat(JacksonDecoder.decode(bytes, 0, bytes.length))
                        .as("seed %d: %s", seed, new String(bytes, UTF_8))
                        .isEqualTo(new Message.Refused("unknown event"));
            }
        }
        assertThat(believed).isGreaterThan(500);
    }
}
