# The page of the command, up to its first verb, and that it refers to those of verbs and files.
prognos help --format man --lang en > prognos.1
sed '/^\.SH "VERBS"/,$d' prognos.1
sed -n '/^\.SH "EXIT/,/^\.SH "SEE/p' prognos.1
grep -c '^\.BR prognos.*-forecast (1)' prognos.1
grep -c '^\.BR prognos.*-events (5)' prognos.1
