#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# `armistice watch` on the line of the agreement, on foreign tracks and on bad input.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
shared=${ARMISTICE_SHARED_DATA:-../shared/data}
watch() { "$armistice" watch "$scratch/none" "$@"; }

# A lorry drives south over the line near Cheorwon and stands 6 km past the zone for twenty minutes.
cat > "$scratch/lorry.csv" << 'FIXES'
time,track,latitude,longitude,uncertainty_m,affiliation,kind
1953-08-01T09:00:00+09:00,lorry,38.3700,127.25,15,kpa-cpv by unc,truck
1953-08-01T09:10:00+09:00,lorry,38.3200,127.25,15,kpa-cpv by unc,truck
1953-08-01T09:20:00+09:00,lorry,38.2526,127.25,15,kpa-cpv by unc,truck
1953-08-01T09:30:00+09:00,lorry,38.2526,127.25,15,kpa-cpv by unc,truck
1953-08-01T09:40:00+09:00,lorry,38.2526,127.25,15,kpa-cpv by unc,truck
FIXES
expect "a track that crosses the line is judged" 0 watch --fixes "$scratch/lorry.csv"
has "it crosses the line" "north to south"
has "it enters the zone" "outside to inside"
has "it leaves the zone over its southern edge" "inside to outside"
has "it halts" "halt"
has "the sums stand below" "5 fixes of 1 tracks (0 without a stated error), 0 gaps, 4 events, 0 rejected lines"
has "the ground has a digest" "ground sha256:"
expect "as JSON" 0 watch --fixes "$scratch/lorry.csv" --json
summary=$(printf '%s' "$out" | python3 -c '
import json, sys
answer = json.load(sys.stdin)
for e in answer["events"]:
    print(e["event"], e["boundary"], e["from"], e["to"], e["earliest"] < e["latest"], e["basis"], e["edge_error_mm"] >= 300000)
print("from the edge:", round(answer["events"][-1]["edge_distance_mm"] / 1e6, 1), "km")')
out=$summary
has "each event says from where to where, in which interval, on which basis" "entry zone outside inside True buffer True
crossing line north south True map True
leaving zone inside outside True buffer True
halt zone outside outside True buffer True"
has "it stands 6 km past the zone" "from the edge: 6.0 km"
expect "standard input is read, too" 0 bash -c "'$armistice' watch '$scratch/none' --fixes - < '$scratch/lorry.csv'"
has "with the same events" "north to south"

# Near the edge a fix of 2.5 km decides nothing.
cat > "$scratch/vague.ndjson" << 'FIXES'
{"time":"1953-08-01T00:00:00Z","track":"vague","latitude":38.30,"longitude":127.25,"uncertainty_m":2500}
{"time":"1953-08-01T00:05:00Z","track":"vague","latitude":38.302,"longitude":127.25,"uncertainty_m":2500}
FIXES
expect "a vague track is judged" 0 watch --fixes "$scratch/vague.ndjson"
has "undecidable" "zone: 0 inside, 0 outside, 2 undecidable"

# The line of a node is that on record.
"$armistice" init "$scratch/node" > "$scratch/init.log" || fail "init"
expect "a node's own line is taken" 0 "$armistice" watch "$scratch/node" --fixes "$scratch/lorry.csv"
has "from the record" "of the agreement on record"

# Wrong input.
printf 'time,track,latitude,longitude\n1953-08-01T09:00:00,a,38,127\n1953-08-01T09:00:00Z,a,98,127\n' > "$scratch/bad.csv"
expect "wrong lines are an exit of 1" 1 watch --fixes "$scratch/bad.csv"
has "with line and column" "rejected: line 2, column 1 time:"
has "and what would be right" "line 3, column 3 latitude: 98 is no latitude: decimal degrees from -90 to 90"
expect "a file that is not there" 1 watch --fixes "$scratch/nothing.csv"
expect "a heading that is not there" 1 watch --fixes "$scratch/vague.ndjson" --columns time=When
expect "no fixes named: usage" 2 watch
expect "an offset that is none: usage" 2 watch --fixes "$scratch/lorry.csv" --offset 9
expect "a column that is none: usage" 2 watch --fixes "$scratch/lorry.csv" --columns when=time

# Tracks that nobody here wrote.
cat > "$scratch/zones.geojson" << 'ZONES'
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"centre","basis":"map","error_m":20},"geometry":{"type":"Polygon",
"coordinates":[[[-2.99,53.405],[-2.93,53.41],[-2.95,53.44],[-2.985,53.43],[-2.99,53.405]]]}},
{"type":"Feature","properties":{"name":"donbas","basis":"map","error_m":1000},"geometry":{"type":"Polygon",
"coordinates":[[[37,47],[40,47],[40,49.5],[37,49.5],[37,47]]]}}]}
ZONES
if [ -f "$shared/tracks/gps_bus_liverpool_bods.csv" ]; then
  expect "buses" 0 watch --zones "$scratch/zones.geojson" --offset +00:00 \
    --fixes "$shared/tracks/gps_bus_liverpool_bods.csv" --columns time=timestamp,track=vehicle_id
  has "enter a zone" "entry"
  has "and no line of the file is wrong" "0 rejected lines"
else
  skip "buses" "no tracks beside the checkout"
fi
if [ -f "$shared/tracks/units-2022.csv" ]; then
  expect "units of two sides" 0 watch --zones "$scratch/zones.geojson" --offset +00:00 --uncertainty 2000 \
    --fixes "$shared/tracks/units-2022.csv" --columns time=date,track=unit,latitude=lat,longitude=lng,affiliation=country
  has "days apart are not followed" "not observed"
else
  skip "units of two sides" "no tracks beside the checkout"
fi
echo "1..$number"
