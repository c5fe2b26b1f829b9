#!/bin/sh
# Cablewright's command line, from the packed program: no window, and no display needed.
here=$(dirname "$(readlink -f "$0")")
# Chromium's sandbox cannot be had as root.
[ "$(id -u)" = 0 ] && root=--no-sandbox
exec "$here/cablewright" $root --ozone-platform=headless --disable-gpu --log-level=3 cli "$@"
