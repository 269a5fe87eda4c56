# A picture of each unit that has places, with its places as a line.
printf 'enhet;från;platser\nGrundsärskola;2017;270\nGrundsärskola;2025;+40\n' >platser.csv
prognos capacity data/norrkoping_elever.csv --places platser.csv --model drift --horizon 5 --format csv --chart out --pictures none --today 2023-03-15 | cut -d, -f1-7
grep "^set label '\(Kapacitet\|Grund\)\|^\$places" -A1 out/norrkoping_elever.gp | cut -d' ' -f1-6
# Of scenarios one each, whose places have its name.
printf 'scenario;option;value\ni dag;capacity;270\nutbyggt;capacity;270,2024:+40\n' >alternativ.csv
prognos capacity data/norrkoping_elever.csv --scenarios alternativ.csv --model drift --horizon 3 --format table --chart alla --pictures none --today 2023-03-15 -q | head -3
ls alla
grep -h "^set label '\(i dag\|utbyggt\) " alla/*Grund*.gp | cut -d' ' -f1-6
prognos capacity data/norrkoping_elever.csv --capacity 270 --chart out --size 1x1 --series Grundsärskola
