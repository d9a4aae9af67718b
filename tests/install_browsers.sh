#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: three browsers, a virtual screen, three servers, readers, and
# Java to check PDFs with.
set -euo pipefail
cd "$(dirname "$0")/.."

# command or file=Debian package
wanted=(
  chromium=chromium firefox-esr=firefox-esr WebKitWebDriver=webkit2gtk-driver
  Xvfb=xvfb nginx=nginx-light apache2=apache2 caddy=caddy wrk=wrk
  pdftotext=poppler-utils java=default-jre-headless /usr/share/java/jaxb-runtime.jar=libjaxb-java
)
# Debian keeps servers out of an ordinary user's PATH.
export PATH="$PATH:/usr/sbin:/usr/local/sbin"

lacking() { # prints those of "$@" whose command or file is not there
  local pair
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || [ -f "${pair%%=*}" ] || echo "$pair"
  done
}

mapfile -t missing < <(lacking "${wanted[@]}")
[ ${#missing[@]} -eq 0 ] && exit 0

root=()
[ "$(id -u)" -eq 0 ] || root=(sudo -n)
if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
  echo "Installing for the tests: ${missing[*]%%=*}"
  "${root[@]}" apt-get update -qq
  for package in "${missing[@]#*=}"; do
    # RUNLEVEL: the tests start the servers, the system must not.
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -y -qq --no-install-recommends "$package" >/dev/null || echo "No package $package here."
  done
fi

if [ -n "$(lacking chromium firefox-esr)" ]; then
  echo "Taking Playwright's own Chromium and Firefox."
  .venv/bin/playwright install chromium firefox
fi

mapfile -t missing < <(lacking "${wanted[@]:2}")
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Not found: ${missing[*]%%=*}. The tests that need them are skipped."
if [ "${CI:-}" = true ]; then
  echo "CI=true: nothing may be skipped." >&2
  exit 1
fi
