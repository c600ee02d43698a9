package io.fulmar.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.bus.BusException.Fault;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent.Filled;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.Cancelled;
import io.fulmar.domain.OrderEvent.Rejected;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final Envelope ENVELOPE = new Envelope(1, 2, 3, 4, 5, 0, Codec.VERSION);
    private static final Filled FILL = new Filled(17, "t-1", 5_000, 3, -12, true, 1_700_000_000_000_000_000L);

    private final Codec codec = new Codec();

    @Test
    void everyEventComesBackAsItWas() {
        for (long seed = 0; seed < 200; seed++) {
            var events = new Events(seed);
            for (Class<?> kind : Events.kinds()) {
                var event = events.next(kind);
                byte[] bytes = bytes(event);
                assertThat(read(bytes)).as("seed %d", seed).isEqualTo(event);
                assertThat(codec.envelope(buffer(bytes), 0)).isEqualTo(ENVELOPE);
            }
        }
    }

    @Test
    void everyKindOfEventHasATemplateOfItsOwn() {
        var kinds = new EnumMap<Template, Class<?>>(Template.class);
        var events = new Events(1);
        for (Class<?> kind : Events.kinds()) {
            byte[] bytes = bytes(events.next(kind));
            assertThat(kinds.put(codec.check(buffer(bytes), 0, bytes.length), kind))
                    .as("beside %s", kind)
                    .isNull();
        }
        assertThat(kinds.keySet()).isEqualTo(EnumSet.allOf(Template.class));
    }

    @Test
    void recordIsFoundWhereverItLies() {
        byte[] bytes = bytes(FILL);
        byte[] shifted = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, shifted, 13, bytes.length);

        var template = codec.check(buffer(shifted), 13, bytes.length);

        assertThat(codec.event(template, buffer(shifted), 13, bytes.length)).isEqualTo(FILL);
    }

    @Test
    void recordThatIsCutShortIsAnError() {
        var events = new Events(2);
        for (Class<?> kind : Events.kinds()) {
            byte[] bytes = bytes(events.next(kind));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> read(cut)).isInstanceOf(BusException.class);
                if (length >= Codec.BODY) {
                    seal(cut);
                    assertFault(cut, Fault.TRUNCATED);
                }
            }
        }
    }

    @Test
    void everyFlippedBitIsFound() {
        var events = new Events(3);
        for (Class<?> kind : Events.kinds()) {
            byte[] bytes = bytes(events.next(kind));
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                assertFault(bytes, Fault.CORRUPT);
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
    }

    @Test
    void bytesThatReadReadAsNothingElse() {
        // Even where the checksum has been made to fit, what reads as an event is that event's own bytes.
        int read = 0;
        int refused = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new SplittableRandom(seed);
            var event = new Events(seed).next();
            byte[] bytes = bytes(event);
            int at = Codec.BODY + random.nextInt(Math.max(1, bytes.length - Codec.BODY));
            if (at < bytes.length) {
                bytes[at] = (byte) random.nextInt(random.nextBoolean() ? 256 : 8);
            }
            seal(bytes);
            try {
                var other = read(bytes);
                if (codec.check(buffer(bytes), 0, bytes.length) != Template.INSTRUMENT_LISTED) {
                    assertThat(bytes(other))
                            .as("seed %d: %s became %s", seed, event, other)
                            .isEqualTo(bytes);
                }
                read++;
            } catch (BusException e) {
                assertThat(e.fault()).isIn(Fault.CORRUPT, Fault.TRUNCATED);
                refused++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void unknownTemplateSchemaAndVersionAreErrors() {
        byte[] bytes = bytes(FILL);
        buffer(bytes).putShort(Codec.MESSAGE + 2, (short) 255);
        assertFault(seal(bytes), Fault.UNKNOWN_TEMPLATE);
        buffer(bytes).putShort(Codec.MESSAGE + 2, (short) 65_000);
        assertFault(seal(bytes), Fault.UNKNOWN_TEMPLATE);
        buffer(bytes).putShort(Codec.MESSAGE + 4, (short) 1);
        assertFault(seal(bytes), Fault.UNKNOWN_SCHEMA);
        buffer(bytes).putShort(Codec.MESSAGE + 4, (short) Codec.SCHEMA).putShort(Codec.MESSAGE + 6, (short) 0);
        assertFault(seal(bytes), Fault.UNKNOWN_SCHEMA);
    }

    @Test
    void envelopeThatCannotBeIsAnError() {
        byte[] bytes = bytes(FILL);
        buffer(bytes).putLong(Codec.BLOCK + 16, 0);
        assertThatThrownBy(() -> codec.envelope(buffer(bytes), 0)).isInstanceOf(BusException.class);
    }

    @Test
    void whatANewerVersionAddedIsPassedOver() {
        var events = new Events(4);
        for (Class<?> kind : Events.kinds()) {
            var event = events.next(kind);
            byte[] bytes = bytes(event);
            int blockEnd = Codec.BLOCK + (buffer(bytes).getShort(Codec.MESSAGE) & 0xffff);
            byte[] newer = new byte[bytes.length + 12 + 5];
            System.arraycopy(bytes, 0, newer, 0, blockEnd);
            Arrays.fill(newer, blockEnd, blockEnd + 12, (byte) 0x5a);
            System.arraycopy(bytes, blockEnd, newer, blockEnd + 12, bytes.length - blockEnd);
            newer[bytes.length + 12] = 3; // one more string of three bytes
            buffer(newer).putShort(Codec.MESSAGE, (short) (blockEnd - Codec.BLOCK + 12));
            buffer(newer).putShort(Codec.MESSAGE + 6, (short) (Codec.VERSION + 1));

            assertThat(read(seal(newer))).isEqualTo(event);
            assertThat(codec.envelope(buffer(newer), 0).version()).isEqualTo(Codec.VERSION + 1);

            buffer(newer).putShort(Codec.MESSAGE + 6, (short) Codec.VERSION);
            assertThatThrownBy(() -> read(seal(newer))).isInstanceOf(BusException.class);
        }
    }

    @Test
    void longReasonIsCutWithAMarkBetweenCharacters() {
        for (String unit : new String[] {"x", "é", "€", "🦅", "ab€"}) {
            var event = (Rejected) read(bytes(new Rejected(1, unit.repeat(2_000))));
            assertThat(event.reason()).endsWith("...").doesNotContain("\ufffd");
            var kept = event.reason().substring(0, event.reason().length() - 3);
            assertThat(unit.repeat(2_000)).startsWith(kept);
            assertThat(event.reason().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .isBetween(ByteWriter.TEXT_BYTES_MAX - 3, ByteWriter.TEXT_BYTES_MAX);
        }
        var longest = new Rejected(1, "x".repeat(ByteWriter.TEXT_BYTES_MAX));
        assertThat(read(bytes(longest))).isEqualTo(longest);
    }

    @Test
    void nameThatDoesNotFitIsRefusedInsteadOfCut() {
        assertUnfit(new Acknowledged(1, "x".repeat(ByteWriter.NAME_BYTES_MAX + 1)));
        assertUnfit(new Acknowledged(1, "€".repeat(ByteWriter.NAME_BYTES_MAX / 2)));
        assertUnfit(new Acknowledged(1, "half a pair \ud83e"));
        assertUnfit(new Acknowledged(1, "half a pair \ud83e?"));
        assertThat(read(bytes(new Acknowledged(1, "what?")))).isEqualTo(new Acknowledged(1, "what?"));
        var longest = new Acknowledged(1, "x".repeat(ByteWriter.NAME_BYTES_MAX));
        assertThat(read(bytes(longest))).isEqualTo(longest);
    }

    @Test
    void halfACharacterInAReasonIsReplaced() {
        assertThat(read(bytes(new Cancelled(1, 0, "half a pair \ud83e"))))
                .isEqualTo(new Cancelled(1, 0, "half a pair ?"));
    }

    private void assertUnfit(Event event) {
        assertThatThrownBy(() -> bytes(event))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNFIT_STRING));
    }

    private void assertFault(byte[] bytes, Fault fault) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private byte[] bytes(Event event) {
        int length = codec.write(ENVELOPE, event);
        return Arrays.copyOf(codec.bytes(), length);
    }

    private Event read(byte[] bytes) {
        var buffer = buffer(bytes);
        return codec.event(codec.check(buffer, 0, bytes.length), buffer, 0, bytes.length);
    }

    private static byte[] seal(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes, Codec.MESSAGE, bytes.length - Codec.MESSAGE);
        buffer(bytes).putInt(0, (int) checksum.getValue());
        return bytes;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
