prognos forecast --model help
