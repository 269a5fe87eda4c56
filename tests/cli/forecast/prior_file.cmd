printf '# One model\ntransform,alpha,beta,phi,kappa,s0,log_weight,growth\n0,1,0,0,0,.05,0,.1\n' > prior.csv
prognos forecast data/norrkoping_elever.csv --series Gymnasiesärskola --horizon 2 --prior prior.csv | tail -n 2
sed 's/,\.05,/,O.5,/' prior.csv > wrong.csv
prognos forecast data/norrkoping_elever.csv --prior wrong.csv; echo $?
prognos forecast data/norrkoping_elever.csv --prior wrong.csv --lang en; echo $?
prognos forecast data/norrkoping_elever.csv --prior peple; echo $?
prognos forecast data/norrkoping_elever.csv --prior nofile.csv; echo $?
