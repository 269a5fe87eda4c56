# Schools and their catchment areas, simulated within counties whose population is known by one-year
# age: input region,age,year,population; output series,period,value.
#
# Every year a child stays with probability 1 - moving, and is a year older; children move in, and
# are born, in proportion to the county's own and to how attractive the area is (a random walk that
# returns); and now and then the boundary is drawn anew. Not thinning of the county's numbers, which
# would give white noise: people stay.
BEGIN {
  FS = ","
  areas = 10      # per county
  redrawn = .03   # chance of a new boundary in a year
  print "series,period,value"
}

{
  if (!($1 in seen)) { seen[$1] = 1; county[++counties] = $1 }
  here[$1, $2, $3] = $4
  if (first == 0 || $3 < first) first = $3
  if ($3 > last) last = $3
}

# The area's first year.
function settle(name, share,    age) {
  for (age = 0; age <= 19; age++) child[age] = poisson(share * here[name, age, first] * exp(.1 * normal()))
}

# One year on.
function age_all(name, year, share, moving, pull, births,    age, ratio, entrants) {
  for (age = 19; age > 0; age--) {
    ratio = here[name, age, year] / here[name, age - 1, year - 1]
    entrants = (ratio - 1 + moving) * share * here[name, age - 1, year - 1] * exp(pull)
    child[age] = staying(child[age - 1], 1 - moving) + poisson(entrants)
  }
  child[0] = poisson(share * here[name, 0, year] * exp(births))
}

function redraw(    age, factor) {
  factor = exp(.2 * normal())
  for (age = 0; age <= 19; age++)
    child[age] = factor < 1 ? staying(child[age], factor) : child[age] + poisson(child[age] * (factor - 1))
}

function roll(from, to,    age, sum) {
  for (age = from; age <= to; age++) sum += child[age]
  return sum + 0
}

function simulate(name, number,    pupils, share, moving, pull, births, year, label) {
  pupils = 15 * exp(uniform() * log(60))  # of 7 to 12 years: 15 to 900
  share = pupils / 6 / here[name, 9, first]
  moving = .02 + .12 * uniform()
  pull = .3 * normal()
  births = 0
  settle(name, share)
  for (year = first; year <= last; year++) {
    if (year > first) age_all(name, year, share, moving, pull, births)
    if (uniform() < redrawn) redraw()
    pull = .95 * pull + .12 * normal()
    births = .9 * births + .06 * normal()
    label = name " " number
    print label " 1-5," year "," roll(1, 5)
    print label " 7-12," year "," roll(7, 12)
    print label " 13-15," year "," roll(13, 15)
    print label " 7-15," year "," roll(7, 15)
    print label " 16-18," year "," roll(16, 18)
  }
}

END {
  for (i = 1; i <= counties; i++)
    for (k = 1; k <= areas; k++) simulate(county[i], k)
}
