package io.fulmar.bus;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Event;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.RunEvent.InstrumentListed;
import io.fulmar.domain.Size;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.TimeInForce;
import io.fulmar.domain.Timeframe;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the published schema ought to show of an event: names and values, found by reflection and not by our codec. */
final class FlatFields {
    private final Map<String, Object> fields = new TreeMap<>();

    private FlatFields() {}

    static Map<String, Object> of(Envelope envelope, Event event) {
        var flat = new FlatFields();
        flat.record("envelope.", envelope);
        flat.fields.remove("envelope.version");
        flat.record("", event instanceof InstrumentListed(Instrument instrument) ? instrument : event);
        return flat.fields;
    }

    private void record(String prefix, Object record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                field(prefix + component.getName(), accessor.invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(component.toString(), e);
            }
        }
    }

    private void field(String name, Object value) {
        switch (value) {
            case Long number -> fields.put(name, number);
            case Integer number -> fields.put(name, number.longValue());
            case Boolean yes -> fields.put(name, yes ? "YES" : "NO");
            case Double number -> fields.put(name, number);
            case String string -> fields.put(name, string);
            case Enum<?> word -> fields.put(name, word.name());
            case Timeframe timeframe -> fields.put(name, timeframe.nanos());
            case Symbol symbol -> fields.put(name, symbol.toString());
            case Currency currency -> {
                fields.put(name, currency.code());
                fields.put("digits", (long) currency.digits());
            }
            case OrderKind kind -> choice(name, kind, longs(kind, "first", "second"));
            case TimeInForce time -> choice(name, time, longs(time, "timeNanos"));
            case Distance distance -> choice(name, distance, longs(distance, "amount"));
            case Size size -> choice(name, size, size(size));
            default -> record(name + ".", value);
        }
    }

    private void choice(String name, Object choice, Map<String, Long> room) {
        String tag = choice.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1");
        fields.put(name + ".tag", tag.toUpperCase(Locale.ROOT));
        room.forEach((each, value) -> fields.put(name + "." + each, value));
    }

    private static Map<String, Long> longs(Object choice, String... names) {
        var room = new TreeMap<String, Long>();
        var components = choice.getClass().getRecordComponents();
        for (int i = 0; i < names.length; i++) {
            try {
                room.put(
                        names[i],
                        i < components.length
                                ? (Long) components[i].getAccessor().invoke(choice)
                                : 0L);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(names[i], e);
            }
        }
        return room;
    }

    private static Map<String, Long> size(Size size) {
        if (size instanceof Size.Units(Decimal quantity)) {
            return Map.of("amount", quantity.mantissa(), "scale", (long) quantity.scale());
        }
        var room = longs(size, "amount");
        room.put("scale", 0L);
        return room;
    }
}
