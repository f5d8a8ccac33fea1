#!/usr/bin/env bash
# Installs the kernel "Java (Hopscope)" for the current user, so that the notebooks here run. May be run again at any time.
#
#   notebooks/install.sh [--kernel auto|rapaio|jshell] [--jupyter]
#
#   --kernel   rapaio: the Rapaio kernel from Maven Central; jshell: the small one in notebooks/kernel, which downloads
#              nothing; auto (default): Rapaio if Maven Central has it, else jshell
#   --jupyter  install Jupyter, pandas and matplotlib, too, if they are missing: from Debian's packages, as root
#
# Exit status: 0 installed, 1 it failed, 2 wrong usage, 3 there is no Jupyter.
set -euo pipefail
home="$(cd "$(dirname "$0")/.." && pwd)"

rapaio_version=3.0.4
kernel=auto
jupyter=false

fail() {
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

while [ $# -gt 0 ]; do
    case "$1" in
        --kernel)
            kernel="${2:-}"
            shift
            ;;
        --jupyter) jupyter=true ;;
        *) fail 2 "install.sh: unknown option '$1'; expected --kernel or --jupyter" ;;
    esac
    shift
done
case "$kernel" in
    auto | rapaio | jshell) ;;
    *) fail 2 "install.sh: --kernel $kernel: expected auto, rapaio or jshell" ;;
esac

# Java: the kernels need the JDK's jdk.jshell, which a bare runtime lacks.
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
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends \
        python3-nbclient python3-nbformat python3-ipykernel python3-pandas python3-matplotlib >/dev/null
    python="$(bash "$home/notebooks/python.sh")" || true
fi
[ -n "$python" ] || fail 3 "install.sh: no Python here has nbclient, ipykernel, pandas and matplotlib. Either" \
    "  pip install notebook nbclient ipykernel pandas matplotlib" \
    "or, on Debian and Ubuntu," \
    "  apt-get install jupyter-notebook python3-nbclient python3-ipykernel python3-pandas python3-matplotlib" \
    "The environment variable PYTHON names an interpreter to use."

# Hopscope itself: what the cells of the notebooks import.
"$home/hopscope" --version >/dev/null

# The kernel. Maven checks what it downloads against the repository's checksum, and with -C a difference is an error.
folder="$("$python" -c 'from jupyter_core.paths import jupyter_data_dir; print(jupyter_data_dir())')/kernels/hopscope-java"
mkdir -p "$folder"
jar="rapaio-jupyter-kernel-$rapaio_version.jar"
if [ "$kernel" != jshell ] && [ ! -f "$folder/$jar" ]; then
    if (cd "$home" && mvn -q -B -C dependency:copy -Dartifact="io.github.padreati:rapaio-jupyter-kernel:$rapaio_version" \
        -DoutputDirectory="$folder") >"$home/target/rapaio.log" 2>&1; then
        echo "install.sh: Rapaio kernel $rapaio_version from Maven Central"
    elif [ "$kernel" = rapaio ]; then
        cat "$home/target/rapaio.log" >&2
        fail 1 "install.sh: the Rapaio kernel $rapaio_version cannot be had; --kernel jshell needs no download"
    else
        echo "install.sh: Maven Central does not give the Rapaio kernel $rapaio_version; taking notebooks/kernel instead"
    fi
fi
[ "$kernel" = auto ] && { [ -f "$folder/$jar" ] && kernel=rapaio || kernel=jshell; }

"$python" - "$folder" "$kernel" "$java" "$folder/$jar" "$home" <<'END'
import json, os, sys

folder, kernel, java, jar, home = sys.argv[1:]
classpath = os.path.join(home, "target", "hopscope.jar")
if kernel == "rapaio":
    argv = [java, "-Djava.awt.headless=true", "-jar", jar, "{connection_file}"]
    env = {"RJK_CLASSPATH": classpath, "RJK_COMPILER_OPTIONS": "", "RJK_INIT_SCRIPT": "", "RJK_TIMEOUT_MILLIS": "-1"}
    interrupt = "message"
else:
    argv = [sys.executable, os.path.join(home, "notebooks", "kernel", "jshell_kernel.py"), "-f", "{connection_file}"]
    env = {"HOPSCOPE_JAVA": java, "HOPSCOPE_CLASSPATH": classpath}
    interrupt = "signal"
spec = {"argv": argv, "display_name": "Java (Hopscope)", "language": "java", "interrupt_mode": interrupt, "env": env}
with open(os.path.join(folder, "kernel.json.new"), "w", encoding="utf-8") as file:
    json.dump(spec, file, indent=1)
os.replace(os.path.join(folder, "kernel.json.new"), os.path.join(folder, "kernel.json"))
END
echo "install.sh: kernel 'Java (Hopscope)' ($kernel, Java $release) is in $folder"
