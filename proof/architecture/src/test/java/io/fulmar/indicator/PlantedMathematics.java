package io.fulmar.indicator;

/** Uses what a Java machine may answer differently, beside what it may not. */
public final class PlantedMathematics {
    public final double bad = Math.log(2) + Math.exp(2) + Math.pow(2, 3) + Math.random();
    public final double good = Math.sqrt(2) + StrictMath.log(2) + Math.fma(1, 2, 3) + Math.addExact(1, 2) * Math.PI;
}
