#!/usr/bin/env bash
# Everything a fresh machine needs, then every test. Last line: "N passed, N failed", over all test projects.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

fail() {
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download and run this again."

# The browser tests need a Chromium, and zbarimg to read our QR codes with a decoder that is not ours; the power-cut test
# builds its disk with gcc; the examples of docs/sandbox.md are run with curl.
browser="${FLINT_OPERATOR_CHROMIUM:-/usr/bin/chromium}"
builds_c() { command -v gcc >/dev/null && echo '#include <stdio.h>' | gcc -E - >/dev/null 2>&1; }
if ! [ -x "$browser" ] || ! command -v zbarimg >/dev/null || ! command -v curl >/dev/null || ! builds_c; then
  if command -v apt-get >/dev/null; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium zbar-tools curl gcc libc6-dev >/dev/null \
      || fail "chromium, zbar-tools, curl and gcc could not be installed: install them and run this again."
  else
    fail "Install Chromium (or name one in FLINT_OPERATOR_CHROMIUM), zbarimg (zbar-tools), curl and gcc, then run this again."
  fi
fi

echo "Building"
dotnet build Flint.Operator.sln -c "$configuration" -v quiet -nologo || fail "The build failed."

passed=0
failed=0
for project in tests/*.Tests/*.csproj; do
  name="$(basename "$project" .csproj)"
  echo "Testing ${name#Flint.Operator.}"
  dotnet test "$project" -c "$configuration" --no-build -v quiet -nologo --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --blame-hang-timeout 8m --blame-hang-dump-type none
  ended=$?
  counters="$(grep -o '<Counters [^>]*' "$results/$name.trx" 2>/dev/null | head -1)"
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total="$(count total)" good="$(count passed)"
  # What did not pass has failed: not run, timed out and skipped as well. A project without results is a failure of its own.
  bad=$(( ${total:-0} - ${good:-0} ))
  [ "${total:-0}" -gt 0 ] || bad=1
  [ "$ended" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  # Said again at the end, where somebody who reads only the last lines finds it.
  if [ "$bad" -gt 0 ] && [ -f "$results/$name.trx" ]; then
    sed -n '/outcome="Failed"/s/.*testName="\([^"]*\)".*/\1/p; /<ErrorInfo>/,/<\/ErrorInfo>/p' "$results/$name.trx" | head -n 40 >>"$results/failures"
  fi
  passed=$(( passed + ${good:-0} ))
  failed=$(( failed + bad ))
done

[ ! -f "$results/failures" ] || cut -c1-400 "$results/failures"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
