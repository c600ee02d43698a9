package io.fulmar.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/** Copies of the loop, one a strategy class. A copy unloads with its strategy. */
final class Runners {
    private static final ClassValue<Runner> COPIES = new ClassValue<>() {
        @Override
        protected Runner computeValue(Class<?> strategy) {
            return copy();
        }
    };

    private Runners() {}

    static Runner of(Class<?> strategy) {
        return COPIES.get(strategy);
    }

    private static Runner copy() {
        try (InputStream in = Loop.class.getResourceAsStream("Loop.class")) {
            if (in == null) {
                throw new IllegalStateException("Loop.class is not where it was compiled to");
            }
            return (Runner) MethodHandles.lookup()
                    .defineHiddenClass(in.readAllBytes(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the loop cannot be copied", e);
        }
    }
}
