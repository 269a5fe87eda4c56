# What stands in the file and on the command line is text in the page, and runs nothing.
printf 'Skola;2019;2020;2021;2022\n<script>alert(1)</script>;12,5;13;14;15\n"a"" onload=""x";5;6;7;8\n' > '<b>.csv'
prognos report '<b>.csv' --title '</title><script>x</script>' --unit '<i>' --source '"><img src=x>' --today 2023-03-15 --name ut -f html,md -o .
grep -c '<script>' ut.html
grep -v '^[[:space:]]*<text>' ut.html | grep -E '<(b|i|img)\b| onload="'
grep '^<title>' ut.html
grep '^#' ut.md
