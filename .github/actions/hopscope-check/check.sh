#!/usr/bin/env bash
# The step of the action; also runs by hand: SCENARIOS='scenarios/*.yaml' bash .github/actions/hopscope-check/check.sh
set -euo pipefail

junit="${JUNIT:-target/check.xml}"
summary="$(mktemp)"
trap 'rm -f "$summary"' EXIT
options=(--github --baselines "${BASELINES:-results/baselines}" --junit "$junit" --markdown "$summary")
if [ -n "${CAP:-}" ]; then
    options+=(--cap "$CAP")
fi

status=0
# Unquoted on purpose: the input may be a pattern, or several files.
# shellcheck disable=SC2086
./hopscope check ${SCENARIOS:-scenarios/*.yaml} "${options[@]}" || status=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat "$summary" >>"$GITHUB_STEP_SUMMARY"
fi
if [ "$status" -eq 3 ] && [ "${INCONCLUSIVE:-fail}" = warn ]; then
    echo "::warning title=hopscope check::inconclusive, taken for a warning"
    status=0
fi
exit "$status"
