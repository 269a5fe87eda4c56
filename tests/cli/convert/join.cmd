prognos convert case/pupils.csv case/pupils_2022.csv --sum kommun
prognos convert case/old_names.csv case/new_names.csv --rename case/names.csv
