printf 'Verksamhet;Del;2022\nGrundsärskola;;249\nGrundsärskola;Grundsärskola;149\nGrundsärskola;Träningsskola;96\nGrundsärskola;Fristående skola;..\n' >elever.csv
printf '# så hänger de ihop\ntotal;del\nGrundsärskola;Grundsärskola\nGrundsärskola;Träningsskola\nGrundsärskola;Fristående skola\n' >struktur.csv
prognos check elever.csv --structure struktur.csv
