#!/bin/sh
# Runs several builds of the program over the same files in all formats: compare.sh FOLDER PROGRAM...
# They have to print the same bytes. What each prints is kept in FOLDER. Run from the top of the repository.
set -eu

folder=$1
shift
day=2026-11-22

# Everything that `program` prints, and the exit statuses, as files in `to`.
try() { # TO ARGUMENTS...
    to=$1
    shift
    status=0
    "$program" "$@" >"$to" 2>"$to.err" || status=$?
    echo "$status" >"$to.status"
}

try_all() { # TO
    mkdir -p "$1"
    for practice in examples/*.yaml tests/report/practices/*.yaml; do
        name=$1/$(basename "$practice" .yaml)
        for format in text markdown html json jsonl sarif junit github gitlab csv oscal; do
            try "$name.$format" --as-of $day -f $format "$practice"
        done
        try "$name.v" --as-of $day -v "$practice"
        try "$name.brief" --as-of $day --brief "$practice"
        try "$name.worksheet" ask --print --as-of $day "$practice"
        try "$name.ics" due -f ics --as-of $day "$practice"
        try "$name.diff" diff -f json --as-of $day examples/willow-creek.yaml "$practice"
    done
    for format in text html csv json oscal; do
        try "$1/all.$format" --as-of $day -f $format --jobs 3 examples tests/report/practices
    done
    for checklist in rules/*.test.yaml; do
        try "$1/$(basename "$checklist").test" test --coverage "$checklist"
    done
    for checklist in spruce security-rule any-product; do
        try "$1/$checklist.lint" lint "rules/$checklist.yaml"
        try "$1/$checklist.explain" explain "rules/$checklist.yaml"
    done
    for kind in practice checklist report; do try "$1/$kind.schema" schema $kind; done
    try "$1/list" list
    try "$1/controls" list controls -f oscal
}

rm -rf "$folder"
number=0
for program in "$@"; do
    try_all "$folder/$number"
    if ! diff -rq "$folder/0" "$folder/$number"; then
        echo "$program does not print what $1 prints"
        exit 1
    fi
    number=$((number + 1))
done
echo "$number programs print the same $(find "$folder/0" -type f | wc -l) files"
