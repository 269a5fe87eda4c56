printf 'paper = 0xFFFDF5\n# allt annat som förut\n' > egen.gp; prognos theme egen.gp --print | head -4
