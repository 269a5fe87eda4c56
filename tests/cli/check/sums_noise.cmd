printf 'Del;Förälder;2024;2025\nRiket;;1000;1000\nNorr;Riket;401;401\nSöder;Riket;599;602\n' >folk.csv
prognos check folk.csv --parent-column Förälder --kind area-total
prognos check folk.csv --parent-column Förälder --noise-from 2025 | tail -n 1
sed 's/;1000;/;1003;/' folk.csv | prognos check - --parent-column Förälder --noise-from 2025
