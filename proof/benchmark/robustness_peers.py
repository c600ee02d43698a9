"""Compares our block lengths, normal distribution, reality check and Sharpe moments with those of arch and scipy."""

import math
import sys

import numpy as np
from arch.bootstrap import SPA, optimal_block_length
from scipy.stats import kurtosis, norm, skew


def series(n, phi, step):
    values, last = [], 0.0
    for t in range(n):
        last = phi * last + ((t * step * (t % 13 + 1)) % 1000) / 1000.0 - 0.5
        values.append(last)
    return np.array(values)


def reality_check(block):
    days, models = 250, 30
    returns = np.array(
        [0.01 * series(days, 0.2, 101 + 2 * k) + 0.0001 * (k % 5) - 0.0002 for k in range(models)]
    )
    spa = SPA(np.zeros(days), -returns.T, block_size=block, reps=5000, bootstrap="stationary", seed=3)
    spa.compute()
    return spa.pvalues["upper"]


def sharpe(word):
    returns = 0.01 * series(250, 0.2, 7919) + 0.0005
    ratio = returns.mean() / returns.std(ddof=1)
    g3, g4 = skew(returns), kurtosis(returns, fisher=False)
    deviation = math.sqrt(1 - g3 * ratio + (g4 - 1) / 4 * ratio**2)
    probability = norm.cdf(ratio * math.sqrt(249) / deviation)
    return {"ratio": ratio, "skewness": g3, "kurtosis": g4, "probability": probability}[word]


def theirs(kind, words):
    if kind == "block":
        return optimal_block_length(series(int(words[0]), float(words[1]), 7919))["circular"].iloc[0], 1e-9
    if kind == "below":
        return norm.cdf(float(words[0])), 1e-12
    if kind == "quantile":
        return norm.ppf(float(words[0])), 1e-10
    if kind == "sharpe":
        return sharpe(words[0]), 1e-12
    return reality_check(int(words[0])), 0.025


worst, failed = {}, 0
for line in sys.stdin:
    kind, *words, ours = line.split()
    expected, allowed = theirs(kind, words)
    scale = 1 if kind == "check" else max(abs(expected), 1e-300)
    away = abs(float(ours) - expected) / scale
    worst[kind] = max(worst.get(kind, 0), away)
    if away > allowed:
        failed += 1
        print(f"DIFFERS: {kind} {' '.join(words)}: ours {ours}, theirs {expected}")
names = {
    "block": "Politis-White block lengths, arch (relative)",
    "below": "normal distribution, scipy (relative)",
    "quantile": "its quantiles, scipy (relative)",
    "check": "reality check p-values, arch (absolute; both are random)",
    "sharpe": "Sharpe ratio, moments and probability, scipy (relative)",
}
for kind, away in worst.items():
    print(f"{names[kind]:<62} worst difference {away:.1e}")
sys.exit(1 if failed else 0)
