prognos convert case/pupils.csv --select ort=Boden
prognos convert --lang en case/pupils.csv --select kön=hen
prognos convert case/pupils.csv --select kön
prognos convert case/pupils.csv --from 2030
prognos convert --lang en case/pupils.csv --from 2021K1
