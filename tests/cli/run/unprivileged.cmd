# an account that owns only its state and its outputs, without environment or home
place=$(mktemp -d); chmod 755 "$place"
mkdir "$place/etc" "$place/state" "$place/ut" "$place/bin"
cp "$(command -v prognos)" "$place/bin"; cp data/norrkoping_elever.csv "$place/etc/elever.csv"
cat >"$place/etc/jobs.ini" <<'INI'
state = ../state
log = ../state/run.log
[prognos]
verb = forecast
files = elever.csv
output = ../ut/prognos.csv
alarm-revision = ja
[diagram]
verb = chart
files = ../ut/prognos.csv
series = Grundsärskola
output = ../ut
[rapport]
verb = report
files = elever.csv
series = Grundsärskola
output = ../ut
INI
run() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH=/usr/bin:/bin HOME=/nonexistent \
      "$place/bin/prognos" run "$@" 2>&1
  else
    env -i PATH=/usr/bin:/bin HOME=/nonexistent "$place/bin/prognos" run "$@" 2>&1
  fi
  echo "code $?"
}
[ "$(id -u)" -ne 0 ] || chown 65534:65534 "$place/state" "$place/ut"
chmod 555 "$place/etc"
cd "$place"
run etc/jobs.ini
ls ut state
run etc/jobs.ini
# a directory that cannot be written any more: what is there stays, and it is told
chmod 555 ut
chmod 755 etc; printf 'Del;2020;2021;2022\nGrundsärskola;214;240;251\n' >etc/elever.csv; chmod 555 etc
run --parallel 1 etc/jobs.ini
chmod 755 ut
run --parallel 1 --job prognos etc/jobs.ini
run --state /nonexistent/state etc/jobs.ini
chmod 755 etc; rm -rf "$place"
