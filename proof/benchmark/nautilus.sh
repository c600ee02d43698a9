#!/usr/bin/env bash
# The desk and the whole backtest command beside NautilusTrader (PyPI): same bars, same signals, same orders.
source "$(dirname "$0")/common.bash"
readonly NAUTILUS=1.221.0 MINUTES=525600 FAST=20 SLOW=100 YEARS="1 3 9" RUNS=9
python_with "nautilus-$NAUTILUS" "nautilus_trader==$NAUTILUS"
mkdir -p "$PROOFS"
compile_benchmarks
benchmark Machine
cat >"$PROOFS/UnitCross.java" <<'JAVA'
import io.fulmar.strategy.*;

public class UnitCross extends Strategy<UnitCross.P> {
    public record P(@Range("1..1000 default 20") int fast, @Range("1..1000 default 100") int slow) {}

    final Series fast = sma(p.fast());
    final Series slow = sma(p.slow());

    @Override
    public void onBar(Bar bar) {
        if (flat() && fast.crossesAbove(slow)) {
            buy(units(1));
        } else if (holding() && fast.crossesBelow(slow)) {
            exit("fast below slow");
        }
    }
}
JAVA

theirs() { "$python" "$BENCHMARKS/nautilus.py" "$csv" $FAST $SLOW --orders "$PROOFS/orders.csv"; }

ours() {
  "$FULMAR_ROOT/fulmar" backtest "$PROOFS/UnitCross.java" --csv "$csv" --symbol BTC/USDT:USDT --timeframe 1m --cash 50000000 \
    --param fast=$FAST --param slow=$SLOW --fee-bps 4 --lot 1 --out "$PROOFS/out-nautilus" --json
}

# further_year YEARS THEIRS OURS: what each year cost since a run of so many years
further_year() {
  local more=$((years - $1))
  printf '  a further year NautilusTrader %8.2f s CPU             Fulmar %7.2f s CPU               ratio %6.1f  goal 50, since %s\n' \
    "$(calc %f "($theirs_whole-$2)/$more")" "$(calc %f "($ours_whole-$3)/$more")" \
    "$(calc %f "($theirs_whole-$2)/($ours_whole-$3)")" "$1"
}

first_years='' first_ours='' first_theirs='' last_years='' last_ours='' last_theirs=''
for years in $YEARS; do
  csv=$PROOFS/years-$years.csv
  [ -s "$csv" ] || benchmark SyntheticCsv "$csv" $((years * MINUTES))
  cpu_seconds theirs
  theirs_whole=$cpu
  theirs_engine=$(sed -n 's/.*"seconds": \([0-9.e-]*\).*/\1/p' "$PROOFS/out")
  orders=$(sed -n 's/.*"orders": \([0-9]*\).*/\1/p' "$PROOFS/out")
  read -r fills ours_engine < <(benchmark NautilusPeer $((years * MINUTES)) $FAST $SLOW "$PROOFS/orders.csv")
  best_of $RUNS ours
  ours_whole=$cpu
  echo "$years year(s): $orders orders by NautilusTrader, $fills filled ones by Fulmar, decided at the same bars, the same sides"
  printf '  engine         NautilusTrader %8.2f s (%6.0f bars/s)  Fulmar %7.4f s (%4.1f M bars/s)  ratio %6.0f  goal 1000\n' \
    "$theirs_engine" "$(calc %f "$years*$MINUTES/$theirs_engine")" "$ours_engine" \
    "$(calc %f "$years*$MINUTES/$ours_engine/1e6")" "$(calc %f "$theirs_engine/$ours_engine")"
  printf '  whole command  NautilusTrader %8.2f s CPU             Fulmar %7.2f s CPU               ratio %6.1f%s\n' \
    "$theirs_whole" "$ours_whole" "$(calc %f "$theirs_whole/$ours_whole")" "$([ "$years" != 1 ] || echo '  goal 5')"
  # A further year is the difference of two runs: over many years, since that of neighbours is too small for a busy machine.
  [ -z "$first_ours" ] || further_year "$first_years" "$first_theirs" "$first_ours"
  [ "$last_years" = "$first_years" ] || further_year "$last_years" "$last_theirs" "$last_ours"
  first_years=${first_years:-$years} first_ours=${first_ours:-$ours_whole} first_theirs=${first_theirs:-$theirs_whole}
  last_years=$years last_ours=$ours_whole last_theirs=$theirs_whole
done
