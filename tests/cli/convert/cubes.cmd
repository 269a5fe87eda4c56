for f in elever.px elever.json kolada.json; do prognos convert case/../check/$f; done
