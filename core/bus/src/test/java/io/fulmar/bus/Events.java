package io.fulmar.bus;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Event;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Every kind of event that there is, with random contents. */
final class Events {
    private static final String[] WORDS = {
        "", "a", "fast crossed slow", "Über 100 €", "日本", "🦅 soars", "x".repeat(300), "line\nbreak", "\u0000"
    };
    private static final String[] SYMBOLS = {
        "BTC/USDT", "BTC/USDT:USDT", "BTC/USD:BTC", "BTC/USD:BTC-261225", "BTC/USDT:USDT-261225-50000-C"
    };

    private final SplittableRandom random;

    Events(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The records that an event may be. */
    static List<Class<?>> kinds() {
        return leaves(Event.class);
    }

    private static List<Class<?>> leaves(Class<?> type) {
        var subclasses = type.getPermittedSubclasses();
        if (subclasses == null) {
            return List.of(type);
        }
        var found = new ArrayList<Class<?>>();
        Arrays.stream(subclasses).forEach(each -> found.addAll(leaves(each)));
        return found;
    }

    Event next() {
        var kinds = kinds();
        return next(kinds.get(random.nextInt(kinds.size())));
    }

    Event next(Class<?> kind) {
        return (Event) value(kind);
    }

    private Object value(Class<?> type) {
        if (type == long.class) {
            return number();
        } else if (type == int.class) {
            return random.nextBoolean() ? random.nextInt(20) : random.nextInt();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == double.class) {
            return random.nextInt(8) == 0 ? Double.NaN : random.nextDouble() * number();
        } else if (type == String.class) {
            return WORDS[random.nextInt(WORDS.length)];
        } else if (type == Instrument.class) {
            return instrument();
        } else if (type == Bracket.class && random.nextBoolean()) {
            return Bracket.NONE;
        } else if (type == Distance.class && random.nextBoolean()) {
            return Distance.NONE;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        var leaves = leaves(type);
        return construct(leaves.get(random.nextInt(leaves.size())));
    }

    /** Records refuse what cannot be, so it takes a few throws. */
    private Object construct(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int i = 0; i < 1_000; i++) {
            var values = Arrays.stream(types).map(this::value).toArray();
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError(type.toString(), e);
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(type.toString(), e);
            }
        }
        throw new AssertionError("no luck with " + type);
    }

    private long number() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MAX_VALUE - random.nextInt(3);
            case 2 -> -random.nextLong(1_000_000);
            case 3 -> random.nextInt(4);
            default -> random.nextLong(100_000_000);
        };
    }

    private Instrument instrument() {
        var symbol = Symbol.parse(SYMBOLS[random.nextInt(SYMBOLS.length)]);
        var tick = Decimal.of(1, random.nextInt(4));
        return Instrument.of(
                random.nextLong(), "sim-" + random.nextInt(9), symbol, tick, Decimal.of(1, 3), Decimal.ONE);
    }
}
