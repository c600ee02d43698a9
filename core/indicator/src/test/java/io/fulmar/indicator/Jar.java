package io.fulmar.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** TA-Lib's Java version as an oracle, called by the name and the shape of a definition. */
final class Jar {
    /** What the jar calls otherwise, slips of the pen included. */
    private static final Map<String, String> CALLED = Map.of(
            "ma", "movingAverage",
            "mavp", "movingAverageVariablePeriod",
            "var", "variance",
            "trange", "trueRange",
            "cdlhighwave", "cdlHignWave",
            "cdlseparatinglines", "cdlSeperatingLines",
            "cdlsticksandwich", "cdlStickSandwhich");

    private final Method method;

    private Jar(Method method) {
        this.method = method;
    }

    static Optional<Jar> of(Definition definition) {
        String bare = definition.name().replace("_", "");
        String known = CALLED.getOrDefault(bare, bare);
        int parameters = 4
                + definition.inputs().size()
                + definition.parameters().size()
                + definition.outputs().size();
        return Arrays.stream(Core.class.getMethods())
                .filter(m -> m.getName().equalsIgnoreCase(known))
                .filter(m -> m.getParameterCount() == parameters)
                .filter(m -> m.getParameterTypes()[2] == double[].class)
                .filter(m -> m.getReturnType() == RetCode.class)
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
        boolean whole = method.getParameterTypes()[at] == int[].class;
        int[][] numbers = new int[outputs][size];
        double[][] raw = new double[outputs][size];
        for (int o = 0; o < outputs; o++) {
            call[at++] = whole ? numbers[o] : raw[o];
        }
        if (invoke(call) != RetCode.Success) {
            throw new IllegalStateException(method.getName() + " refuses " + Arrays.toString(arguments));
        }
        double[][] out = new double[outputs][size];
        for (int o = 0; o < outputs; o++) {
            Arrays.fill(out[o], Double.NaN);
            for (int i = 0; i < count.value; i++) {
                out[o][first.value + i] = whole ? numbers[o][i] : raw[o][i];
            }
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
