package io.fulmar.strategy;

/** A plan's condition made ready for one seat: reads columns where they stand. One virtual call a node and bar. */
sealed interface Verdict {
    boolean holds();

    static Verdict of(Condition condition, Seat seat) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation relation, Value left, Value right) -> {
                Series a = seat.series(left);
                Series b = seat.series(right);
                yield switch (relation) {
                    case ABOVE -> new Above(a, b);
                    case BELOW -> new Above(b, a);
                    case AT_LEAST -> new AtLeast(a, b);
                    case AT_MOST -> new AtLeast(b, a);
                };
            }
            case Condition.Cross(boolean upward, Value left, Value right) ->
                upward
                        ? new CrossUp(seat.series(left), seat.series(right))
                        : new CrossUp(seat.series(right), seat.series(left));
            case Condition.And(Condition left, Condition right) -> new Both(of(left, seat), of(right, seat));
            case Condition.Or(Condition left, Condition right) -> new Either(of(left, seat), of(right, seat));
            case Condition.Not(Condition of) -> new Negated(of(of, seat));
            case Condition.HeldFor(int bars) -> new Held(seat, bars);
            case Condition.Within(Condition of, int bars) -> new Recent(seat.series(new Value.BarsSince(of)), bars);
            case Condition.During during -> new Recent(seat.series(new Value.BarsSince(during)), 1);
        };
    }

    record Above(Series left, Series right) implements Verdict {
        @Override
        public boolean holds() {
            return left.above(right);
        }
    }

    record AtLeast(Series left, Series right) implements Verdict {
        @Override
        public boolean holds() {
            return left.now() >= right.now();
        }
    }

    /** "a crosses below b" is "b crosses above a": was {@code >=} and is {@code <}, seen from the other side. */
    record CrossUp(Series left, Series right) implements Verdict {
        @Override
        public boolean holds() {
            return left.crossesAbove(right);
        }
    }

    record Both(Verdict left, Verdict right) implements Verdict {
        @Override
        public boolean holds() {
            return left.holds() && right.holds();
        }
    }

    record Either(Verdict left, Verdict right) implements Verdict {
        @Override
        public boolean holds() {
            return left.holds() || right.holds();
        }
    }

    record Negated(Verdict of) implements Verdict {
        @Override
        public boolean holds() {
            return !of.holds();
        }
    }

    record Recent(Series since, int bars) implements Verdict {
        @Override
        public boolean holds() {
            return since.below(bars);
        }
    }

    record Held(Seat seat, int bars) implements Verdict {
        @Override
        public boolean holds() {
            return seat.barsInTrade() >= bars;
        }
    }
}
