package io.fulmar.strategy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a parameter may be: {@code "1..20000 default 20"}, {@code "0..99 % default 0"}, {@code "1..5 step 0.5 default 2"}. A parameter
 * without a default must be given.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    String value();
}
