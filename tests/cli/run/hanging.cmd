# gnuplot hangs, then is missing, then is there
mkdir bin; printf '#!/bin/sh\nsleep 1000\n' >bin/gnuplot; chmod +x bin/gnuplot
printf '[bild]\nverb = chart\nfiles = data/norrkoping_elever.csv\nseries = Grundsärskola\noutput = bilder\ntimeout = 1\n' >jobs.ini
PATH=$PWD/bin:$PATH prognos run jobs.ini; echo "code $?"
ls -A bilder
mkdir only; ln -s "$(command -v prognos)" only/prognos
sed -i 's/timeout = 1/timeout = 50/' jobs.ini
real=$PATH; PATH=$PWD/only prognos run jobs.ini; code=$?; PATH=$real; echo "code $code"
ls -A bilder
prognos run jobs.ini; echo "code $?"; ls -A bilder
prognos run jobs.ini; echo "code $?"
