#!/usr/bin/env bash
# Installs what the browser tests need and this machine lacks: three browsers, a virtual screen, two servers.
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A packages=(
  [chromium]=chromium [firefox-esr]=firefox-esr [WebKitWebDriver]=webkit2gtk-driver
  [Xvfb]=xvfb [nginx]=nginx-light [apache2]=apache2
)
# Debian keeps servers out of an ordinary user's PATH.
export PATH="$PATH:/usr/sbin:/usr/local/sbin"

missing() {
  for command in "${!packages[@]}"; do
    command -v "$command" >/dev/null || echo "$command"
  done | sort
}

mapfile -t lacking < <(missing)
[ ${#lacking[@]} -eq 0 ] && exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
  root=(sudo -n)
fi
if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
  echo "Installing for the browser tests: ${lacking[*]}"
  names=()
  for command in "${lacking[@]}"; do names+=("${packages[$command]}"); done
  "${root[@]}" apt-get update -qq
  # The servers are started by the tests alone, never by the system.
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
    apt-get install -y -qq --no-install-recommends "${names[@]}" >/dev/null
else
  echo "Not a Debian or Ubuntu where packages can be installed: taking Playwright's Chromium and Firefox."
  .venv/bin/playwright install chromium firefox
fi

mapfile -t lacking < <(missing)
[ ${#lacking[@]} -eq 0 ] && exit 0
echo "Not found: ${lacking[*]}. Tests that need them are skipped (WebKit's need WebKitWebDriver and Xvfb)."
if [ "${CI:-}" = true ]; then
  echo "CI=true: nothing may be skipped." >&2
  exit 1
fi
