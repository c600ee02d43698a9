package io.fulmar.bus;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import uk.co.real_logic.sbe.PrimitiveType;
import uk.co.real_logic.sbe.ir.Encoding;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.otf.AbstractTokenListener;
import uk.co.real_logic.sbe.otf.OtfHeaderDecoder;
import uk.co.real_logic.sbe.otf.OtfMessageDecoder;
import uk.co.real_logic.sbe.otf.Types;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

/** Reads messages with the reference implementation of Simple Binary Encoding, by nothing but the published schema. */
final class SchemaReader {
    private final Ir schema;
    private final OtfHeaderDecoder header;

    SchemaReader() throws Exception {
        // Its warnings are about words that some language has taken for itself, such as close in Go.
        var options =
                ParserOptions.builder().stopOnError(true).suppressOutput(true).build();
        try (var stream = Codec.class.getResourceAsStream("journal-schema.xml")) {
            schema = new IrGenerator().generate(XmlSchemaParser.parse(stream, options));
        }
        header = new OtfHeaderDecoder(schema.headerStructure());
    }

    int schemaId() {
        return schema.id();
    }

    int version() {
        return schema.version();
    }

    Map<Long, String> messages() {
        return schema.messages().stream()
                .collect(Collectors.toMap(
                        each -> (long) each.getFirst().id(),
                        each -> each.getFirst().name()));
    }

    int blockLength(int template) {
        return schema.getMessage(template).getFirst().encodedLength();
    }

    /** Names and values of a message, and as {@code ""} the number of bytes that it took. */
    Map<String, Object> read(byte[] bytes, int offset) {
        var buffer = new UnsafeBuffer(bytes);
        int template = header.getTemplateId(buffer, offset);
        var fields = new Fields();
        int end = OtfMessageDecoder.decode(
                buffer,
                offset + header.encodedLength(),
                header.getSchemaVersion(buffer, offset),
                header.getBlockLength(buffer, offset),
                schema.getMessage(template),
                fields);
        fields.values.put("", (long) end);
        return fields.values;
    }

    private static final class Fields extends AbstractTokenListener {
        private final Map<String, Object> values = new TreeMap<>();
        private final ArrayDeque<String> path = new ArrayDeque<>();

        @Override
        public void onEncoding(Token field, DirectBuffer buffer, int index, Token type, int version) {
            var encoding = type.encoding();
            Object value = encoding.primitiveType() == PrimitiveType.DOUBLE
                    ? (Object) buffer.getDouble(index, ByteOrder.LITTLE_ENDIAN)
                    : (Object) number(buffer, index, encoding);
            // Inside a composite the type has the name, outside the field.
            values.put(name(path.isEmpty() ? field.name() : type.name()), value);
        }

        private static long number(DirectBuffer buffer, int index, Encoding encoding) {
            return Types.getLong(buffer, index, encoding);
        }

        @Override
        public void onEnum(
                Token field, DirectBuffer buffer, int index, List<Token> tokens, int from, int to, int version) {
            long value = Types.getLong(buffer, index, tokens.get(from + 1).encoding());
            String word = tokens.subList(from + 1, to).stream()
                    .filter(each -> each.encoding().constValue().longValue() == value)
                    .map(Token::name)
                    .findFirst()
                    .orElse("no word " + value);
            values.put(name(path.isEmpty() ? field.name() : tokens.get(from).name()), word);
        }

        @Override
        public void onBeginComposite(Token field, List<Token> tokens, int from, int to) {
            path.addLast(path.isEmpty() ? field.name() : tokens.get(from).name());
        }

        @Override
        public void onEndComposite(Token field, List<Token> tokens, int from, int to) {
            path.removeLast();
        }

        @Override
        public void onVarData(Token field, DirectBuffer buffer, int index, int length, Token type) {
            byte[] utf8 = new byte[length];
            buffer.getBytes(index, utf8);
            values.put(field.name(), new String(utf8, StandardCharsets.UTF_8));
        }

        private String name(String last) {
            return path.isEmpty() ? last : String.join(".", path) + "." + last;
        }
    }
}
