# One page for both series: the outline, every table with its caption, nothing that is loaded.
prognos report data/norrkoping_elever.csv --kind people --unit elever --places case/platser.csv --today 2023-03-15 -o out; ls out
grep -E '^<(html|h1|h2|h3|caption|nav|main|footer|figure)' out/norrkoping_elever.html
grep -c 'role="img"' out/norrkoping_elever.html
grep -oE '(src|href|action)=.[^# ][^ ]*' out/norrkoping_elever.html
# Every name once.
grep -oE " id=['\"][^'\"]*" out/norrkoping_elever.html | sort | uniq -d
