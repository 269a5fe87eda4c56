printf 'Verksamhet;A;B\n2021;17;23\n2022;19;29\n' | prognos convert -
printf 'Kommun;Antal\n2080;17\n2081;19\n' | prognos convert -; echo "exit $?"
