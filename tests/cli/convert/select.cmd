prognos convert case/pupils.csv --select kön=flickor,pojkar --select kommun=0580
prognos convert case/pupils.csv --select kommun=norrköping --select kön=pojkar --from 2021
prognos convert case/pupils.csv --select Kommun=Norrköping --select Kommun=Linköping --to 2020/21
