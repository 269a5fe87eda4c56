printf 'region;kön;2021;2022\nNorrköping;flickor;712;724\n;pojkar;739;741\nLinköping;flickor;812;815\n;pojkar;836;829\n;;;\nX = sekretess;;;\n' | prognos check -
