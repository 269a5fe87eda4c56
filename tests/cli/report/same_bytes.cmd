# The same bytes in an empty environment and in a Swedish locale.
mkdir a b
(cd a && env -i PATH="$PATH" prognos report ../data/norrkoping_elever.csv --today 2023-03-15 -q -o .)
(cd b && LC_ALL=sv_SE.UTF-8 LANG=sv_SE.UTF-8 TZ=Asia/Tokyo prognos report ../data/norrkoping_elever.csv --today 2023-03-15 -q -o .)
for f in html xlsx md txt; do cmp a/norrkoping_elever.$f b/norrkoping_elever.$f && echo "same: $f"; done
