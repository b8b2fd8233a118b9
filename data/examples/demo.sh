#!/bin/sh
# A whole life of a case, in a folder of its own: notified, screened, decided, reviewed, published and
# taken down. Needs `scr` on the PATH; run it with ./dev demo.
set -eu
examples=$(cd "$(dirname "$0")" && pwd)
home=$(mktemp -d "${TMPDIR:-/tmp}/scr-demo.XXXXXX")
export SCR_STORE="$home/scr.db" SCR_CONFIG="$home/config.toml" SCR_BY="Demo Analyst"
cat >"$SCR_CONFIG" <<TOML
[site]
folder      = "$home/site"
partnership = "Northshire Safeguarding Children Partnership"
privacy_url = "https://northshire.example/privacy"
contact     = "reviews@northshire.example"
TOML
cd "$examples"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }
run() {
    printf '$ scr'
    for word in "$@"; do
        case $word in *[!A-Za-z0-9_./=:,-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    status=0
    scr "$@" || status=$?
    [ "$status" = "${expected:-0}" ] || { echo "demo: that ended with $status" >&2; exit 1; }
}

say "1. Notifications arrive. Each is screened; one contradicts itself and is refused (status 3)."
expected=3 run screen --from notifications.csv --record

say "2. The names of the people are kept apart from the facts."
run notify identities N-2018-0001/1 --from identities.csv

say "3. One case, explained: evidence for the people who decide."
run screen N-2018-0001/1

say "4. The subgroup recommends, the chair decides."
run review decide N-2018-0001/1 --meeting 2018-05-21 --recommend scr_required \
    --decide scr_required --reason-file reasons.txt

say "5. A review is opened, teaches on three tiers, and is closed."
run review open N-2018-0001/1 --kind serious_case_review --pseudonym "Child J" --on 2018-05-22
run review lesson R-2018-0001 --tier individual --text-file lesson-individual.txt
run review lesson R-2018-0001 --tier local --text-file lesson-local.txt
run review lesson R-2018-0001 --tier strategic --text-file lesson-strategic.txt
run review close R-2018-0001 --on 2018-11-20

say "6. The report is checked for the names in the record, and published: public since 3 December 2018."
run publish R-2018-0001 report-child-j.md --published-on 2018-12-03 --confirm R-2018-0001
page=$(ls "$home"/site/p-*.html)

say "7. It stays up on its last day, and comes down the day after."
run expire --as-of 2019-12-03
cp "$page" "$home/child-j-as-published.html"
run expire --as-of 2019-12-04
run expire

say "8. The record stays whole, and can be checked."
run show N-2018-0001/1
run audit verify

say "The site lies in $home/site/index.html; the page as it was published in $home/child-j-as-published.html"
cat <<TEXT
Try next:
  export SCR_STORE=$SCR_STORE SCR_CONFIG=$SCR_CONFIG PATH=$(dirname "$(command -v scr)"):\$PATH
  scr                                  # what needs somebody today
  scr list cases                       # every case and its latest outcome
  scr criteria show scr-2015           # the rules themselves
TEXT
