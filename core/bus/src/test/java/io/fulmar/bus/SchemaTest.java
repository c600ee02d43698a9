package io.fulmar.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The published schema against the reference implementation of its language: whoever reads by it reads what we wrote. */
class SchemaTest {
    private final SchemaReader reader;
    private final Codec codec = new Codec();

    SchemaTest() throws Exception {
        reader = new SchemaReader();
    }

    @Test
    void schemaNamesEveryTemplate() {
        var ours = Arrays.stream(Template.values())
                .collect(Collectors.toMap(each -> (long) each.id(), each -> each.name()));
        var published = new TreeMap<Long, String>();
        reader.messages()
                .forEach((id, name) -> published.put(
                        id, name.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT)));

        assertThat(published).containsExactlyInAnyOrderEntriesOf(ours);
        assertThat(reader.schemaId()).isEqualTo(Codec.SCHEMA);
        assertThat(reader.version()).isEqualTo(Codec.VERSION);
    }

    @Test
    void schemaReadsEveryEvent() {
        for (long seed = 0; seed < 40; seed++) {
            var events = new Events(seed);
            for (Class<?> kind : Events.kinds()) {
                var event = events.next(kind);
                var envelope = new Envelope(7, 3, seed + 2, -seed, seed * 1_000, seed + 1, Codec.VERSION);
                int length = codec.write(envelope, event);

                var fields = reader.read(codec.bytes(), Codec.MESSAGE);

                assertThat(fields.remove(""))
                        .as("bytes of %s, seed %d", event, seed)
                        .isEqualTo((long) length);
                assertThat(fields).as("%s, seed %d", event, seed).isEqualTo(FlatFields.of(envelope, event));
                int template = codec.bytes()[Codec.MESSAGE + 2] & 0xff;
                int block = (codec.bytes()[Codec.MESSAGE] & 0xff) + ((codec.bytes()[Codec.MESSAGE + 1] & 0xff) << 8);
                assertThat(block).as("%s", event).isEqualTo(reader.blockLength(template));
            }
        }
    }
}
