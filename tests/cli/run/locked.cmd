printf '[a]\nverb = convert\nfiles = data/norrkoping_elever.csv\noutput = a.csv\n' >jobs.ini
mkdir jobs.ini.state
flock jobs.ini.state/lock prognos run jobs.ini; echo "code $?"
flock jobs.ini.state/lock sh -c 'echo "$$ since 2026-11-26T02:30:00+0100" >jobs.ini.state/lock; prognos run --lang en jobs.ini' 2>&1 | sed 's/process [0-9]*/process N/'
ls
prognos run jobs.ini; echo "code $?"; ls
