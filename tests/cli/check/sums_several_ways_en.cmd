printf 'Region;Kön;2023;2024\nRiket;;57;61\nNorr;flickor;11;13\nNorr;pojkar;17;16\nSöder;flickor;12;14\nSöder;pojkar;17;18\nNorr;;28;29\nSöder;;29;32\nflickor;;23;27\npojkar;;34;34\n' >befolkning.csv
printf 'grouping,part,parent\nregion,Norr,Riket\nregion,Söder,Riket\nsex,flickor,Riket\nsex,pojkar,Riket\n,Norr · flickor,Norr\n,Norr · pojkar,Norr\n' >structure.csv
prognos check --lang en befolkning.csv --structure structure.csv
