# Half a year's figure: 120 in the half of 2023 is no fall.
printf 'år,ärenden\n2018,180\n2019,196\n2020,205\n2021,214\n2022,229\n2023,120\n' | prognos forecast - --kind flow --model poisson --horizon 1
printf 'år,ärenden\n2018,180\n2019,196\n2020,205\n2021,214\n2022,229\n2023,120\n' | prognos forecast - --kind flow --model poisson --horizon 1 --exposure 2023:0,5
printf 'år,ärenden\n2018,180\n2019,196\n2020,205\n2021,214\n2022,229\n2023,120\n' | prognos forecast - --model linear --exposure 2023:0.5; echo $?
for e in 2023 2023:0 2023:x 2031:0.5 2023K1:0.5; do
  prognos trend data/norrkoping_elever.csv --model poisson --exposure $e; echo $?
done
