# told to end while gnuplot draws: it is ended with the job, nothing is left half-made
mkdir bin bilder
printf '#!/bin/sh\nread -r pid <"%s/pid"; kill -TERM "$pid"; sleep 1000\n' "$PWD" >bin/gnuplot; chmod +x bin/gnuplot
cat >jobs.ini <<'INI'
[bild]
verb = chart
files = data/norrkoping_elever.csv
series = Grundsärskola
output = bilder
pictures = svg
[sedan]
verb = convert
files = data/norrkoping_elever.csv
output = sedan.csv
after = bild
INI
PATH=$PWD/bin:$PATH sh -c 'echo $$ >pid; exec prognos run --verbose jobs.ini'; echo "code $?"
ls -A . bilder
prognos run jobs.ini; echo "code $?"
ls -A . bilder
