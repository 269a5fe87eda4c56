# The Kubernetes manifest: its form, and its command run as each pod would.
manifest=case/../../../scripts/slurm/job.yaml
awk '/\t/ || match($0, /^ */) && RLENGTH % 2 { print "indentation: " $0 }' $manifest
sed -n 's/^  \(completionMode\|completions\|parallelism\): / &/p' $manifest
# The folded text, its lines joined by spaces. Where python3 has yaml, that has to find the same.
awk '/^ *- >-$/ { inside = 1; next } inside && !/^              / { exit } inside { sub(/^ */, ""); printf "%s%s", n++ ? " " : "", $0 }' $manifest >command
python3 -c 'import yaml' 2>/dev/null && python3 -c '
import yaml
job = yaml.safe_load(open("'$manifest'"))
pod = job["spec"]["template"]["spec"]
box = pod["containers"][0]
assert (job["apiVersion"], job["kind"], job["spec"]["completionMode"]) == ("batch/v1", "Job", "Indexed")
assert box["command"] == ["/bin/sh", "-c"] and box["args"] == [open("command").read()]
assert [m["name"] for m in box["volumeMounts"]] == [v["name"] for v in pod["volumes"]]
'
# A panel with series that are refused: their share ends with 4, and its part is there.
awk 'BEGIN { print "skola,år,elever"; for (i = 0; i < 9000; i++) for (t = 0; t <= (i >= 4000 && i < 6000 ? 0 : 9); t++) print "Skola " i "," 2010 + t "," 120 + (i * 31 + t * 17 * (1 + i % 5)) % 97 }' >panel.csv
prognos index panel.csv --block 16 -o panel.index
pod() { JOB_COMPLETION_INDEX=$1 sh -c "$(sed 's|/data/|./|g' command)"; }
for index in $(seq 0 63); do pod $index 2>>refused || echo "pod $index: exit $?"; done
prognos merge part-* -q -o forecast.csv
prognos forecast panel.csv -q -o whole.csv 2>/dev/null
cmp forecast.csv whole.csv && grep -c . refused
prognos forecast panel.csv --index panel.index --shard 1/64 -q -o again 2>/dev/null || echo "share 1: exit $?"
# What cannot be done is no success.
pod 64 || echo "pod 64: exit $?"
