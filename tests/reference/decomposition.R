# Writes tests/reference/decomposition.csv: R's stl, plain and robust, and the strengths of trend and
# season (Wang, Smith, Hyndman 2006). Columns: series,item,index,value. Run from the top folder:
#   Rscript tests/reference/decomposition.R > tests/reference/decomposition.csv
rows <- function(series, item, values) {
  values <- as.numeric(values)
  cat(sprintf("%s,%s,%d,%.15g\n", series, item, seq_along(values), values), sep = "")
}

strength <- function(part, remainder) max(0, 1 - var(remainder) / var(part + remainder))

reference <- function(name, y) {
  rows(name, "season", frequency(y))
  rows(name, "y", y)
  for (robust in c(FALSE, TRUE)) {
    parts <- stl(y, s.window = 11, robust = robust)$time.series
    kind <- if (robust) "robust" else "plain"
    rows(name, paste0(kind, ".season"), parts[, 1])
    rows(name, paste0(kind, ".trend"), parts[, 2])
    rows(name, paste0(kind, ".strength"),
         c(strength(parts[, 2], parts[, 3]), strength(parts[, 1], parts[, 3])))
  }
}

cat("# R", as.character(getRversion()), "\n")
cat("series,item,index,value\n")
hit <- USAccDeaths
hit[c(20, 45)] <- c(30000, 2000)
reference("USAccDeaths", USAccDeaths)
reference("hit", hit)
reference("UKgas", UKgas)
