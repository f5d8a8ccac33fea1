#!/usr/bin/env bash
# Runs the notebooks from top to bottom without a browser, and compares what their cells print with what is committed.
#
#   notebooks/execute.sh [--update] [NOTEBOOK…]
#
#   --update  write the outputs into the notebooks instead
#
# Exit status: 0 fine, 1 a cell failed or says something else than before, 3 there is no Jupyter (see install.sh).
set -euo pipefail
folder="$(dirname "$0")"
python="$(bash "$folder/python.sh")" || {
    echo "execute.sh: there is no Jupyter; notebooks/install.sh tells what is missing" >&2
    exit 3
}
# Else every Python kernel warns that its debugger may miss breakpoints.
export PYDEVD_DISABLE_FILE_VALIDATION=1
exec "$python" "$folder/execute.py" "$@"
