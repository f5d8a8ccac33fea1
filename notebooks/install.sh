#!/usr/bin/env bash
# Installs the kernel "Java (Hopscope)" for the current user, so that the notebooks here run. May be run again at any time.
#
#   notebooks/install.sh [--jupyter]
#
#   --jupyter  install Jupyter, pandas and matplotlib, too, if they are missing: from Debian's packages, as root
#
# It is the Rapaio kernel, from Maven Central, checked against the checksum below.
#
# Exit status: 0 installed, 1 it failed, 2 wrong usage, 3 there is no Jupyter.
set -euo pipefail
home="$(cd "$(dirname "$0")/.." && pwd)"

version=3.0.1
sha256=cffac185dafff9a4d62ffdbeb357822b56931c41421c576314a84d3605addd09
jupyter=false

fail() {
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

for option in "$@"; do
    case "$option" in
        --jupyter) jupyter=true ;;
        *) fail 2 "install.sh: unknown option '$option'; expected --jupyter" ;;
    esac
done

# Java: the kernel needs Java 17 and the module jdk.jshell, which a bare runtime lacks.
java=java
[ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ] && java="$JAVA_HOME/bin/java"
command -v "$java" >/dev/null || fail 1 "install.sh: there is no 'java'; install a JDK, 17 or later, or set JAVA_HOME"
java="$(command -v "$java")"
release="$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')"
case "$release" in
    '' | 1.* | [0-9] | 1[0-6]) fail 1 "install.sh: $java is Java $release; the notebooks need a JDK, 17 or later: set JAVA_HOME" ;;
esac
"$java" --list-modules | grep -q '^jdk\.jshell@' \
    || fail 1 "install.sh: $java has no module jdk.jshell; install a full JDK, not a runtime, or set JAVA_HOME"

# Jupyter.
if ! python="$(bash "$home/notebooks/python.sh")" && $jupyter && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "install.sh: installing Jupyter, pandas and matplotlib from Debian's packages …"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        python3-nbclient python3-nbformat python3-ipykernel python3-pandas python3-matplotlib >/dev/null; } || true
    python="$(bash "$home/notebooks/python.sh")" || true
fi
[ -n "$python" ] || fail 3 "install.sh: no Python here has nbclient, ipykernel, pandas and matplotlib. Either" \
    "  pip install notebook nbclient ipykernel pandas matplotlib" \
    "or, on Debian and Ubuntu," \
    "  apt-get install jupyter-notebook python3-nbclient python3-ipykernel python3-pandas python3-matplotlib" \
    "The environment variable PYTHON names an interpreter to use."

# Hopscope itself: what the cells of the notebooks import.
"$home/hopscope" --version >/dev/null

# The kernel.
folder="$("$python" -c 'from jupyter_core.paths import jupyter_data_dir; print(jupyter_data_dir())')/kernels/hopscope-java"
jar="$folder/rapaio-jupyter-kernel-$version.jar"
is_good() {
    [ -f "$jar" ] && [ "$("$python" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$jar")" = "$sha256" ]
}
mkdir -p "$folder"
if ! is_good; then
    (cd "$home" && mvn -q -B dependency:copy -Dartifact="io.github.padreati:rapaio-jupyter-kernel:$version" \
        -DoutputDirectory="$folder" -Dmdep.overWriteReleases=true) || fail 1 "install.sh: Maven Central did not give the kernel"
    is_good || fail 1 "install.sh: $jar has not the SHA-256 $sha256; it is not used, remove it"
fi

# Pictures need no screen. The class path is for every notebook with this kernel.
"$python" - "$folder" "$java" "$jar" "$home/target/hopscope.jar" <<'END'
import json, os, sys

folder, java, jar, classpath = sys.argv[1:]
spec = {
    "argv": [java, "-Djava.awt.headless=true", "-jar", jar, "{connection_file}"],
    "display_name": "Java (Hopscope)",
    "language": "java",
    "interrupt_mode": "message",
    "env": {
        "RJK_CLASSPATH": classpath,
        "RJK_COMPILER_OPTIONS": "",
        "RJK_INIT_SCRIPT": "",
        "RJK_TIMEOUT_MILLIS": "-1",
        "RJK_MIMA_CACHE": "mima_cache",
    },
}
new = os.path.join(folder, "kernel.json.new")
with open(new, "w", encoding="utf-8") as file:
    json.dump(spec, file, indent=1)
os.replace(new, os.path.join(folder, "kernel.json"))
END
echo "install.sh: kernel 'Java (Hopscope)' (Rapaio $version, Java $release) is in $folder"
