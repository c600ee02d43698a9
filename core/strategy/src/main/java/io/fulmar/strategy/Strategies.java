package io.fulmar.strategy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds strategies: the class and its parameters in, an instance at its seat out. */
public final class Strategies {
    private Strategies() {}

    /** Whether that class is one a user would run. */
    public static boolean isStrategy(Class<?> type) {
        return Author.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    }

    /** The record that declares the strategy's parameters. */
    public static Class<? extends Record> parametersOf(Class<?> strategy) {
        for (Class<?> type = strategy; type != null; type = type.getSuperclass()) {
            if (type.getGenericSuperclass() instanceof ParameterizedType generic) {
                Type first = generic.getActualTypeArguments()[0];
                if (first instanceof Class<?> declared && declared.isRecord()) {
                    return declared.asSubclass(Record.class);
                }
            }
        }
        throw new StrategyException(
                strategy.getSimpleName() + " names no record of parameters: write `extends Strategy<"
                        + strategy.getSimpleName() + ".P>` and `public record P(...) {}` inside it");
    }

    /** The markets that the strategy trades besides the one it sits in, by their symbols: it is built once to see what it asks for. */
    public static List<String> otherMarkets(Class<?> type, Record parameters) {
        List<String> asked = new ArrayList<>();
        Columns nowhere = new Nowhere();
        seated(type, parameters, new Seat(0, 0, 1, nowhere, symbol -> {
            asked.add(symbol);
            return new Seat(0, 0, 1, nowhere);
        }));
        return List.copyOf(asked);
    }

    /** Seats a strategy: its series are declared at that seat while it is built. */
    public static Strategy<?> seated(Class<?> type, Record parameters, Seat seat) {
        if (!isStrategy(type)) {
            throw new StrategyException(type.getName()
                    + " is not a strategy: it must extend Strategy or PlannedStrategy and not be abstract");
        }
        return ScopedValue.where(Setting.CURRENT, new Setting(seat, parameters)).call(() -> {
            Object built = construct(type);
            Strategy<?> strategy = switch (built) {
                case Strategy<?> code -> code;
                case PlannedStrategy<?> planned -> new PlanInterpreter(planOf(planned));
                default -> throw new StrategyException(type.getName() + " is neither code nor a plan");
            };
            seat.seated();
            return strategy;
        });
    }

    /** What a strategy is made of with those parameters, without a desk. */
    public static Sketch sketch(Class<?> type, Record parameters) {
        Columns nowhere = new Nowhere();
        Seat seat = new Seat(0, 0, 1, nowhere, symbol -> new Seat(0, 0, 1, nowhere));
        Strategy<?> strategy = seated(type, parameters, seat);
        return new Sketch(
                strategy instanceof PlanInterpreter drawn ? Optional.of(drawn.plan) : Optional.empty(),
                seat.declared());
    }

    private static Plan planOf(PlannedStrategy<?> planned) {
        @Nullable Plan plan = planned.plan(); // an author's code need not keep our promise that nothing is null
        if (plan == null) {
            throw new StrategyException(
                    planned.getClass().getSimpleName() + ".plan() returned null: return what when(...).buy(...) makes");
        }
        return plan;
    }

    private static Object construct(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException own
                    ? own
                    : new StrategyException("the strategy's constructor failed", e.getCause());
        } catch (NoSuchMethodException e) {
            throw new StrategyException(
                    type.getSimpleName() + " needs a constructor without arguments; its parameters come in the record",
                    e);
        } catch (ReflectiveOperationException e) {
            throw new StrategyException(type.getSimpleName() + " cannot be constructed: make the class public", e);
        }
    }
}
