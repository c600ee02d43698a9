package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.List;

/** The gates that a result failed, by name. */
public final class Gates {
    private Gates() {}

    /** Those whose bit is set. */
    public static List<String> failed(List<String> gates, int reasons) {
        List<String> failed = new ArrayList<>();
        for (int bit = 0; bit < gates.size(); bit++) {
            if ((reasons >>> bit & 1) != 0) {
                failed.add(gates.get(bit));
            }
        }
        return failed;
    }
}
