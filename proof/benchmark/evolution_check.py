"""Compares the medians that Landscapes printed with pycma's, and its Sobol points with scipy's."""
import statistics
import sys
import warnings

import cma
from scipy.stats import qmc

LANDSCAPES = {
    "sphere": lambda x: sum(v * v for v in x),
    "rosenbrock": lambda x: sum(100 * (b - a * a) ** 2 + (1 - a) ** 2 for a, b in zip(x, x[1:])),
    "cigar": lambda x: x[0] ** 2 + sum(1e6 * v * v for v in x[1:]),
}


def tries(landscape, n, seed):
    options = {"seed": seed, "verbose": -9, "ftarget": 1e-9, "CMA_active": False, "maxfevals": 1_000_000}
    found = cma.CMAEvolutionStrategy(n * [0.8], 0.5, options).optimize(landscape)
    return found.result.evaluations


def main():
    warnings.simplefilter("ignore")
    points = {}
    worst = 0.0
    for line in open(sys.argv[1], encoding="utf-8"):
        kind, *rest = line.split()
        if kind == "sobol":
            points[int(rest[0])] = [float(v) for v in rest[1:]]
            continue
        name, n, ours = kind, int(rest[0]), float(rest[1])
        theirs = statistics.median(tries(LANDSCAPES[name], n, seed) for seed in range(1, 16))
        ratio = ours / theirs
        worst = max(worst, ratio)
        print(f"{name:12} {n:3} dimensions: {ours:7.0f} tries, pycma {theirs:7.0f}: {ratio:.2f}")
    dimensions = len(points[0])
    expected = qmc.Sobol(dimensions, scramble=False).random(len(points))
    for number, point in points.items():
        if list(expected[number]) != point:
            sys.exit(f"point {number} of Sobol's sequence is {point}, scipy's {list(expected[number])}")
    print(f"{len(points)} points of Sobol's sequence in {dimensions} dimensions are scipy's")
    if worst > 2:
        sys.exit("more than twice pycma's tries")


main()
