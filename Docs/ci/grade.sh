#!/bin/sh
# SPDX-License-Identifier: MIT
# Grades a class folder and writes its reports; what has not changed since the last time is not graded again.
#
#   grade.sh SUBMISSIONS OUTPUT
#
# SUBMISSIONS has LEARNER/EXERCISE.js. In OUTPUT come to be: state/ (the journals, which are to be kept), results.jsonl,
# junit.xml, results.sarif, results.html, and with CLASS a page of feedback for each learner in feedback/.
#
# The environment may say more:
#   LOOPLAB    the program (default: looplab on the PATH)
#   SHARDS     in how many parts to grade, one after the other (default 1); on several machines give each one SHARD
#   SHARD      grade this part only (from 1 to SHARDS), and write no report
#   GRADEBOOK  a gradebook that keeps all results
#   CLASS      the class file: deadlines, late policy, extensions, overrides
#
# Exit codes are those of looplab grade: 0 all pass, 1 some do not, 2 usage, 3 some could not be graded.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: grade.sh SUBMISSIONS OUTPUT" >&2
    exit 2
fi
submissions=$1
output=$2
looplab=${LOOPLAB:-looplab}
shards=${SHARDS:-1}
mkdir -p "$output/state"

# One part. That somebody has not passed is no reason to stop here, so --exit-zero leaves only real trouble.
grade() {
    "$looplab" grade "$submissions" --shard "$1/$shards" --state "$output/state/$1" --regrade changed \
        --format jsonl="$output/state/part-$1.jsonl" --exit-zero
}

if [ -n "${SHARD:-}" ]; then
    grade "$SHARD"
    exit 0
fi

part=1
while [ "$part" -le "$shards" ]; do
    grade "$part"
    part=$((part + 1))
done

# All parts together; its exit code is that of the class.
set -- "$output"/state/*/
status=0
"$looplab" grade merge "$@" --format jsonl="$output/results.jsonl" --format junit="$output/junit.xml" \
    --format sarif="$output/results.sarif" --format html="$output/results.html" --format text \
    ${GRADEBOOK:+--gradebook "$GRADEBOOK"} || status=$?

if [ -n "${CLASS:-}" ] && [ "$status" -le 1 ]; then
    mkdir -p "$output/feedback"
    for folder in "$submissions"/*/; do
        learner=$(basename "$folder")
        "$looplab" feedback --results "$output/results.jsonl" --class "$CLASS" \
            --output "$output/feedback/$learner.html" -- "$learner"
    done
fi
exit "$status"
