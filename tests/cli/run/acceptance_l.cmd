# 40 jobs, one bad: 39 delivered, one line, 3; then nothing to do, nothing said, nothing touched
for i in $(seq 40); do
  printf 'series,2018,2019,2020,2021,2022\nSkola %s,1%s,1%s,131,129,126\n' $i $i $i >$i.csv
  printf '[skola %s]\nverb = forecast\nfiles = %s.csv\noutput = ut/%s.csv\n' $i $i $i >>jobs.ini
done
sed 's/131/13l/' 17.csv >bad.csv && mv bad.csv 17.csv
mkdir ut
prognos run jobs.ini; echo "code $?"
ls ut | wc -l
before=$(find . -printf '%p %i %T@ %C@\n' | sort)
prognos run jobs.ini; echo "code $?"
[ "$(find . -printf '%p %i %T@ %C@\n' | sort)" = "$before" ] && echo untouched
# what is spoilt or gone is made anew, and what is put right
cp ut/3.csv kept.csv; rm ut/3.csv; echo more >>ut/4.csv
sed -i 's/13l/131/' 17.csv
prognos run --verbose jobs.ini; echo "code $?"
ls ut | wc -l
cmp ut/3.csv kept.csv; tail -n 1 ut/4.csv | cut -c1-7
ls -A ut jobs.ini.state | grep -c '^\.prognos'
