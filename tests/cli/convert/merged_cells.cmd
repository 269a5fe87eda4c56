printf 'region;kön;2021;2022\nNorrköping;flickor;712;724\n;pojkar;739;741\nLinköping;flickor;812;815\n;pojkar;836;829\n' | prognos convert -
printf 'År;Kvartal;Besök\n2021;1;312\n;2;328\n2022;1;341\n;2;307\n' | prognos convert -
