package io.fulmar.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/** Does what only the copy of the loop may do. */
public final class PlantedHiddenClass {
    public Class<?> copy(InputStream bytes) throws IOException, IllegalAccessException {
        return MethodHandles.lookup()
                .defineHiddenClass(bytes.readAllBytes(), true)
                .lookupClass();
    }
}
