# Small areas, simulated within municipalities and counties whose whole population is known: input
# series,period,value; output the same.
#
# Every year a tenth or so move out; as many move in as the whole grows by, more or fewer as the area
# is attractive (a random walk that returns); now and then houses are built over a few years.
BEGIN {
  FS = ","
  areas = 5      # per municipality or county
  building = .04 # chance that building begins in a year
  print "series,period,value"
}

{
  if (!($1 in n)) whole[++wholes] = $1
  year[$1, ++n[$1]] = $2
  total[$1, n[$1]] = $3
}

function simulate(name, number,    people, moving, pull, years, homes, entrants, t) {
  people = int(150 * exp(uniform() * log(60)))  # 150 to 9 000
  moving = .04 + .1 * uniform()
  pull = .1 * normal()
  for (t = 1; t <= n[name]; t++) {
    if (t > 1) {
      entrants = people * (total[name, t] / total[name, t - 1] - 1 + moving * exp(pull))
      people = staying(people, 1 - moving) + poisson(entrants + (years-- > 0 ? homes : 0))
    }
    if (uniform() < building) { years = 1 + int(4 * uniform()); homes = people * .06 * uniform() }
    pull = .9 * pull + .06 * normal()
    print name " " number "," year[name, t] "," people
  }
}

END {
  for (i = 1; i <= wholes; i++)
    for (k = 1; k <= areas; k++) simulate(whole[i], k)
}
