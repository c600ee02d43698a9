package io.fulmar.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** TA-Lib's Java version as an oracle, called by the name and the shape of a definition. */
final class Jar {
    private final Method method;

    private Jar(Method method) {
        this.method = method;
    }

    static Optional<Jar> of(Definition definition) {
        String name = definition.name().equals("ma")
                ? "movingAverage"
                : definition.name().replace("_", "");
        String known = name.equals("ad") || name.equals("var") || name.equals("stddev")
                ? name.replace("var", "variance").replace("stddev", "stdDev")
                : name;
        int parameters = 4
                + definition.inputs().size()
                + definition.parameters().size()
                + definition.outputs().size();
        return Arrays.stream(Core.class.getMethods())
                .filter(m -> m.getName().equalsIgnoreCase(known))
                .filter(m -> m.getParameterCount() == parameters)
                .filter(m -> m.getParameterTypes()[2] == double[].class)
                .findFirst()
                .map(Jar::new);
    }

    /** Runs over whole columns; NaN where TA-Lib gives nothing. */
    double[][] run(double[][] inputs, double[] arguments, int outputs) {
        int size = inputs[0].length;
        Object[] call = new Object[method.getParameterCount()];
        int at = 0;
        call[at++] = 0;
        call[at++] = size - 1;
        for (double[] input : inputs) {
            call[at++] = input;
        }
        for (double argument : arguments) {
            call[at] = argument(method.getParameterTypes()[at], argument);
            at++;
        }
        MInteger first = new MInteger();
        MInteger count = new MInteger();
        call[at++] = first;
        call[at++] = count;
        double[][] raw = new double[outputs][size];
        for (double[] column : raw) {
            call[at++] = column;
        }
        if (invoke(call) != RetCode.Success) {
            throw new IllegalStateException(method.getName() + " refuses " + Arrays.toString(arguments));
        }
        double[][] out = new double[outputs][size];
        for (int o = 0; o < outputs; o++) {
            Arrays.fill(out[o], Double.NaN);
            System.arraycopy(raw[o], 0, out[o], first.value, count.value);
        }
        return out;
    }

    private static Object argument(Class<?> type, double value) {
        if (type == MAType.class) {
            String kind = MovingAverage.of(value).name();
            return Arrays.stream(MAType.values())
                    .filter(theirs -> theirs.name().equalsIgnoreCase(kind))
                    .findFirst()
                    .orElseThrow();
        }
        return type == int.class ? (Object) (int) value : (Object) value;
    }

    private RetCode invoke(Object[] call) {
        try {
            return (RetCode) method.invoke(new Core(), call);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(method.getName(), e);
        }
    }
}
