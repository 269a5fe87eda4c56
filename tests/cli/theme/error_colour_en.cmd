printf 'paper = vit\n' > egen.gp; prognos theme egen.gp --lang en
