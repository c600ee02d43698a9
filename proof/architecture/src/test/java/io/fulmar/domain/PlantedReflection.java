package io.fulmar.domain;

import java.lang.reflect.Method;

/** Asks itself what it can do. */
public final class PlantedReflection {
    public Method first() {
        return PlantedReflection.class.getDeclaredMethods()[0];
    }
}
