cat >jobs.ini <<'INI'
parralel = 2
[defaults]
horison = 5
[a]
verb = forecast
files = elever.csv
horizon = fem
output = a.csv
levls = 80
[b]
verb = forcast
files = elever.csv
[c]
verb = capacity
files = -
alarm-moved = ja
whole = kanske
[d]
output = a.csv
[e]
verb = forecast
files = a.csv
output = ./a.csv
after = e, f
timeout = nej
INI
prognos run jobs.ini; echo "code $?"
prognos run --lang en --dry-run jobs.ini 2>&1 | tail -n 3
printf '[a]\nverb = check\nfiles = x\n[b\n' >line.ini; prognos run line.ini; echo "code $?"
printf '[a]\nverb = check\nfiles = x\n[a]\n' >twice.ini; prognos run twice.ini; echo "code $?"
printf '[a]\nverb = check\nfiles = x\nafter = b\n[b]\nverb = check\nfiles = x\nafter = a\n' >ring.ini; prognos run ring.ini; echo "code $?"
printf 'include = self.ini\n' >self.ini; prognos run self.ini; echo "code $?"
prognos run none.ini; echo "code $?"
prognos run; echo "code $?"
for i in $(seq 30); do printf '[%s]\nverb = sing\n' $i; done >many.ini; prognos run many.ini 2>&1 | tail -n 2
ls
