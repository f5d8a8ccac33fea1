#!/usr/bin/env bash
# Prints a Python that has what the notebooks need, $PYTHON first; status 1 and nothing if there is none.
for python in "${PYTHON:-}" python3 /usr/bin/python3; do
    if [ -n "$python" ] && "$python" -c 'import nbclient, nbformat, ipykernel, pandas, matplotlib' 2>/dev/null; then
        command -v "$python"
        exit 0
    fi
done
exit 1
