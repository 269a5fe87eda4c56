prognos convert case/pupils.csv case/pupils_other.csv
prognos convert --lang en case/pupils.csv case/pupils_other.csv
prognos convert case/pupils.csv case/pupils_other.csv --later-wins --select kön=flickor --select kommun=0581
printf 'Verksamhet;2021K1;2021K2\nSärskola;1;2\n' | prognos convert - case/old_names.csv
prognos convert case/old_names.csv -
printf 'gammalt;nytt\nFinns ej;Ny\n' | prognos convert case/old_names.csv --rename -
