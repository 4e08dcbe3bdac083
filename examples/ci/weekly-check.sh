#!/bin/sh
# Checks a folder of practice files, and keeps reports by date: what is new since the report before, and what changed.
# It prints and mails nothing; status.txt gets a line from each run. For `crontab -e`, every Monday at 6:17:
#   17 6 * * 1  PATH=/usr/local/bin:/usr/bin:/bin  $HOME/weekly-check.sh $HOME/practices $HOME/reports
set -eu
umask 077    # the reports are for whoever runs this, and nobody else
practices=${1:?usage: weekly-check.sh PRACTICES REPORTS} reports=${2:?usage: weekly-check.sh PRACTICES REPORTS}
today=$(date +%Y-%m-%d)
mkdir -p "$reports"
rm -f "$reports/$today".*    # of an earlier run today

# The names are dates, so the last one before today's is that of the run before.
before=''
for report in "$reports"/????-??-??.json; do
    if [ -f "$report" ] && [ "$report" != "$reports/$today.json" ]; then before=$report; fi
done

# With the report before as baseline, all is shown, but only what is new or worse since then makes the status 1 or 4.
status=0
hipaa-check --quiet --as-of "$today" ${before:+--baseline "$before"} --output "$reports/$today.html" \
    --output "$reports/$today.json" "$practices" 2>"$reports/$today.log" || status=$?

# Only for its report: the status is known already.
if [ -n "$before" ] && [ -f "$reports/$today.json" ]; then
    hipaa-check diff "$before" "$reports/$today.json" --format markdown >"$reports/$today.changes.md" \
        2>>"$reports/$today.log" || true
fi

echo "$today $status" >>"$reports/status.txt"
exit "$status"
