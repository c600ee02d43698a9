package io.fulmar.simulation.exchange;

/**
 * Cancels come from ahead or from behind with a probability that follows from how much there is of each (Rigtorp 2013). What trades took
 * from the level is not counted as a cancel again. It flatters when patient orders stand in front, as they tend to.
 */
public record ProbabilityQueue(Shape shape) implements QueueModel {
    /** The probability that what left the level left behind us. */
    @FunctionalInterface
    public interface Shape {
        double behind(double ahead, double behind);
    }

    /** f(behind) / (f(behind) + f(ahead)) with f(x) = x^n. */
    public static ProbabilityQueue power(double n) {
        return new ProbabilityQueue((ahead, behind) -> {
            double back = StrictMath.pow(behind, n);
            return back / (back + StrictMath.pow(ahead, n));
        });
    }

    /** f(behind) / f(behind + ahead) with f(x) = x^n. */
    public static ProbabilityQueue powerOfAll(double n) {
        return new ProbabilityQueue((ahead, behind) -> StrictMath.pow(behind, n) / StrictMath.pow(behind + ahead, n));
    }

    /** 1 - f(ahead / (ahead + behind)) with f(x) = x^n. */
    public static ProbabilityQueue powerOfShare(double n) {
        return new ProbabilityQueue((ahead, behind) -> 1 - StrictMath.pow(ahead / (ahead + behind), n));
    }

    /** f(behind) / (f(behind) + f(ahead)) with f(x) = ln(1 + x), x in units of the base: {@code lot} is what a lot is worth of them. */
    public static ProbabilityQueue log(double lot) {
        return new ProbabilityQueue((ahead, behind) -> {
            double back = StrictMath.log(1 + behind * lot);
            return back / (back + StrictMath.log(1 + ahead * lot));
        });
    }

    /** f(behind) / f(behind + ahead) with f(x) = ln(1 + x). */
    public static ProbabilityQueue logOfAll(double lot) {
        return new ProbabilityQueue(
                (ahead, behind) -> StrictMath.log(1 + behind * lot) / StrictMath.log(1 + (behind + ahead) * lot));
    }

    @Override
    public void join(Place place, long levelLots) {
        place.ahead = levelLots;
        place.traded = 0;
    }

    @Override
    public void traded(Place place, long lots) {
        place.ahead -= lots;
        place.traded += lots;
    }

    @Override
    public void changed(Place place, long before, long after) {
        double left = (double) before - after - place.traded;
        place.traded = 0;
        if (left < 0) {
            place.ahead = Math.min(place.ahead, (double) after);
            return;
        }
        double behind = before - place.ahead;
        double probability = shape.behind(place.ahead, behind);
        double share = Double.isInfinite(probability) ? 1 : probability;
        double ahead = place.ahead - (1 - share) * left + Math.min(behind - share * left, 0);
        place.ahead = Double.isNaN(ahead) ? Math.min(place.ahead, (double) after) : Math.min(ahead, (double) after);
    }
}
