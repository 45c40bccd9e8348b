#!/bin/sh
# Scores the `backstory` command on one of the shared benchmarks and holds it to what it must reach.
#
#   sh bench/gates.sh news|squad
#
# Exit status: 0 all reached, 1 one falls short, 2 wrong use, 77 the benchmark is not on this machine.
set -u
cd "$(dirname "$0")/.." || exit 1

# What the engine must reach, all at once and with one set of weights.
NEWS='
  hit1              0.78
  balanced          0.70
  answered_right    0.60
  abstained_right   0.65
  confidence_auc    0.83
  span_f1           0.45
  summary_hits      0.50
  verbatim          1
  people_f1         0.80
  roles_f1          0.70
  quotes_f1         0.85
  speakers_f1       0.78
  places_f1         0.70
  organisations_f1  0.50
  dates_f1          0.70
  numbers_f1        0.55
'
SQUAD='
  hit1              0.81
  hit3              0.935
  f1                0.46
'

case ${1-} in
  news) scorer=score.mjs table=$NEWS && shift && set -- ;;
  squad) scorer=score-squad.mjs table=$SQUAD && shift && set -- --every 4 ;;
  *) echo 'usage: sh bench/gates.sh news|squad' >&2 && exit 2 ;;
esac
path=../shared/bench/$scorer
if [ ! -f "$path" ]; then
  echo "skipped: there is no $path on this machine"
  exit 77
fi
while read -r metric least; do
  if [ -n "$metric" ]; then set -- "$@" --min "$metric=$least"; fi
done <<END
$table
END
exec node "$path" "$@"
