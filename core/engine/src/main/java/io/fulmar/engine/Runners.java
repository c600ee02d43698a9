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
            return copyOf(Loop.class);
        }
    };

    private Runners() {}

    /** Where bars are seen as something else than what was traded, a loop that reads both. */
    static Runner of(Class<?> strategy, Tape tape) {
        return tape.bars.seenAsTraded() ? COPIES.get(strategy) : SeenLoop.SHARED;
    }

    /** An instance of a copy of that class, which has no static state and a constructor without arguments. */
    @SuppressWarnings("unchecked") // the copy implements what the original does
    static <T> T copyOf(Class<? extends T> loop) {
        String file = loop.getSimpleName() + ".class";
        try (InputStream in = loop.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not where it was compiled to");
            }
            return (T) MethodHandles.lookup()
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
