# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --kind people --unit elever --source 'Norrköpings kommun, elever 15 oktober' --horizon 10 --today 2023-03-15 -p svg -q -o plots/gallery
# input: eda0d438d631b39b
# Draws an SVG beside this file: gnuplot FILE.gp
# Other pictures: gnuplot -e "format='png'" FILE.gp  (png, pdf, emf)
reset
set encoding utf8
if (!exists('format')) format = 'svg'

# Theme "default": quiet paper, five colours that colour-blind people tell apart.
# Text has a contrast of at least 4.5:1 also on the bands, lines and markers of at least 3:1.
font_name = 'DejaVu Sans'
font_name_emf = 'Arial'       # Office on Windows has no DejaVu
paper = 0xFFFFFF
ink = 0x1A1A1A
quiet = 0x595959
grid = 0xE2E2E2
axis = 0x8C8C8C
zone_forecast = 0xF6F6F6
zone_outlook = 0xEEEEEE
zone_line = 0xA6A6A6
capacity_colour = 0xB00020
band_80 = 0.22                # how much of the colour a band has
band_95 = 0.14
array colour[5] = [0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D]
array text_colour[5] = [0x12436D, 0x0B5A53, 0x801650, 0x8F3607, 0x3D3D3D]
# Outcome: a dash and a marker for each series. Forecast: the same marker, hollow, and short dashes.
set style line 1 lc rgb colour[1] lw 6 dt solid pt 7
set style line 2 lc rgb colour[2] lw 6 dt (14,4) pt 5
set style line 3 lc rgb colour[3] lw 6 dt (14,4,2,4) pt 9
set style line 4 lc rgb colour[4] lw 6 dt (7,3) pt 13
set style line 5 lc rgb colour[5] lw 6 dt (14,4,2,4,2,4) pt 11
set style line 11 lc rgb colour[1] lw 5 dt (3,3) pt 7
set style line 12 lc rgb colour[2] lw 5 dt (3,3) pt 5
set style line 13 lc rgb colour[3] lw 5 dt (3,3) pt 9
set style line 14 lc rgb colour[4] lw 5 dt (3,3) pt 13
set style line 15 lc rgb colour[5] lw 5 dt (3,3) pt 11

width = 1920
height = 1080
scale = height/1080.0
text_size = 28
title_size = 46
font_unit = (format eq 'svg') ? 1.0 : 0.75
font_face = (format eq 'emf') ? font_name_emf : font_name
font_heavy = font_face.(format eq 'svg' ? '" font-weight="bold' : format eq 'emf' ? ' Bold' : ':Bold')
font_text = font_face.sprintf(',%g', text_size*scale*font_unit)
font_bold = font_heavy.sprintf(',%g', text_size*scale*font_unit)
font_title = font_heavy.sprintf(',%g', title_size*scale*font_unit)
pixel = (format eq 'svg') ? 1/10.5 : (format eq 'png') ? scale/3.05 : (format eq 'pdf') ? scale/6.0 : 1/12.0
if (format eq 'svg') set terminal svg size width,height dynamic noenhanced font font_text linewidth scale background rgb paper
if (format eq 'png') set terminal pngcairo size width,height noenhanced font font_text linewidth scale background rgb paper
if (format eq 'pdf') set terminal pdfcairo size width/144.0,height/144.0 noenhanced font font_text linewidth scale background rgb paper
if (format eq 'emf') set terminal emf size width,height noenhanced font font_text linewidth scale background rgb paper
if (!exists('output')) output = (exists('ARG0') && strlen(ARG0) > 3 && ARG0[strlen(ARG0)-2:*] eq '.gp' ? ARG0[1:strlen(ARG0)-3] : 'prognos').'.'.format
set output (output[1:1] eq '/' ? '' : './').output
# A band's colour lets what is below it show; EMF cannot, and gets the colour on paper.
if (format eq 'emf') band_80 = 1 - (1 - band_80)*(1 - band_95)
channel(c, shift, part) = int(((c >> shift) & 255)*part + ((paper >> shift) & 255)*(1 - part) + 0.5) << shift
band(c, part) = (format eq 'emf') ? channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part) : c + (int(255*(1 - part)) << 24)

$outcome_1 << END
2017 168
2018 183
2019 198
2020 214
2021 240
2022 249
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_1 << END
2022 249 249 249 249 249
2023 258.5762754 242.5610093 274.3085303 231.2490597 286.2844731
2024 269.0089648 239.3713005 297.3551621 220.28154 318.8549328
2025 279.4849253 236.6808141 320.3109374 211.0063149 351.7237446
2026 290.0421477 234.3469914 343.6663233 202.9337049 385.9453256
2027 300.7020421 232.3198128 367.6505093 195.8521092 422.0552647
2028 311.4820587 230.542021 392.425267 189.5721319 460.4363085
2029 322.3949956 228.9598927 418.121939 183.9351394 501.3994694
2030 333.4496318 227.5288197 444.8558237 178.815652 545.2182978
2031 344.6516746 226.2138986 472.7338152 174.1168863 592.1483516
2032 356.0046007 224.9885961 501.8590404 169.7647099 642.4397478
END
$outcome_2 << END
2017 96
2018 112
2019 126
2020 131
2021 129
2022 126
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_2 << END
2022 126 126 126 126 126
2023 126.1709601 116.113611 137.7249785 108.8680683 147.456522
2024 127.5640831 110.1371535 147.9521129 99.49584675 163.8452461
2025 129.347821 105.5888213 157.9813273 91.98192335 180.3396361
2026 131.2913877 101.9073424 168.1151858 85.66552648 197.3363498
2027 133.295205 98.82129351 178.4280209 80.23113849 214.9719259
2028 135.3150874 96.16272901 188.9660748 75.47233712 233.3698316
2029 137.331282 93.82153379 199.7684922 71.24490358 252.6531511
2030 139.3352455 91.72305361 210.8702705 67.44499461 272.9410176
2031 141.3236536 89.81520503 222.3029258 63.9960609 294.3476133
2032 143.295591 88.06066628 234.0950635 60.84043565 316.9832411
END

set lmargin at screen 0.0788667
set rmargin at screen 0.759345
set tmargin at screen 0.698889
set bmargin at screen 0.153889
set xrange [2016.5:2032.5]
set yrange [0:674.56174]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2018' 2018, '2020' 2020, '2022' 2022, '2024' 2024, '2026' 2026, '2028' 2028, '2030' 2030, '2032' 2032) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '200' 200, '400' 400, '600' 600) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.334046, screen 0.153889 to screen 0.546695, screen 0.746389 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.334046, screen 0.153889 to screen 0.334046, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set object rectangle from screen 0.546695, screen 0.153889 to screen 0.759345, screen 0.746389 behind fillcolor rgb zone_outlook fillstyle solid noborder
set arrow from screen 0.546695, screen 0.153889 to screen 0.546695, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set label 'Grundsärskola: omkring 356,' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Gymnasiesärskola: omkring 143 år 2032' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2032' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0872, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.342379, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Utblick' at screen 0.555029, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label '356' at screen 0.73808, screen 0.472072 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '249' at screen 0.312781, screen 0.38562 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '168' at screen 0.100132, screen 0.320177 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '143' at screen 0.73808, screen 0.300218 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '126' at screen 0.312781, screen 0.286244 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '96' at screen 0.100132, screen 0.262006 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '259' at screen 0.355311, screen 0.393356 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '269' at screen 0.397841, screen 0.401785 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '279' at screen 0.440371, screen 0.410249 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '290' at screen 0.4829, screen 0.418779 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '301' at screen 0.52543, screen 0.427391 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '311' at screen 0.56796, screen 0.436101 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '322' at screen 0.61049, screen 0.444918 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '333' at screen 0.65302, screen 0.453849 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '345' at screen 0.69555, screen 0.4629 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '183' at screen 0.142661, screen 0.332296 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '198' at screen 0.185191, screen 0.344415 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '214' at screen 0.227721, screen 0.357342 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '240' at screen 0.270251, screen 0.378348 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '126' at screen 0.355311, screen 0.286382 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '128' at screen 0.397841, screen 0.287508 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '129' at screen 0.440371, screen 0.288949 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '131' at screen 0.4829, screen 0.290519 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '133' at screen 0.52543, screen 0.292138 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '135' at screen 0.56796, screen 0.29377 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '137' at screen 0.61049, screen 0.295399 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '139' at screen 0.65302, screen 0.297018 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '141' at screen 0.69555, screen 0.298624 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '112' at screen 0.142661, screen 0.274933 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '126' at screen 0.185191, screen 0.286244 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '131' at screen 0.227721, screen 0.290284 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '129' at screen 0.270251, screen 0.288668 center front noenhanced font font_text textcolor rgb text_colour[2]
set label 'Grundsärskola' at screen 0.816636, screen 0.441516 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.816636, screen 0.406331 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.816636, screen 0.371146 left front noenhanced font font_text textcolor rgb ink
set label 'Gymnasiesärskola' at screen 0.816636, screen 0.269662 left front noenhanced font font_bold textcolor rgb text_colour[2]
set label '8 av 10' at screen 0.816636, screen 0.234477 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.816636, screen 0.199292 left front noenhanced font font_text textcolor rgb ink
set arrow from screen 0.772886, screen 0.441516 to screen 0.80622, screen 0.441516 nohead front linestyle 1
set label '' at screen 0.789553, screen 0.441516 front point linestyle 1 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.772886, screen 0.39522 to screen 0.80622, screen 0.417442 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.39522 to screen 0.80622, screen 0.417442 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.360035 to screen 0.80622, screen 0.382257 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set arrow from screen 0.772886, screen 0.269662 to screen 0.80622, screen 0.269662 nohead front linestyle 2
set label '' at screen 0.789553, screen 0.269662 front point linestyle 2 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.772886, screen 0.223366 to screen 0.80622, screen 0.245588 front fillcolor rgb band(colour[2], band_95) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.223366 to screen 0.80622, screen 0.245588 front fillcolor rgb band(colour[2], band_80) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.18818 to screen 0.80622, screen 0.210403 front fillcolor rgb band(colour[2], band_95) fillstyle solid noborder
plot \
  $forecast_1 using 1:5:6 with filledcurves linecolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $forecast_2 using 1:5:6 with filledcurves linecolor rgb band(colour[2], band_95) fillstyle solid noborder notitle, \
  $forecast_1 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_2 using 1:3:4 with filledcurves linecolor rgb band(colour[2], band_80) fillstyle solid noborder notitle, \
  $forecast_1 using 1:2 with lines linestyle 11 notitle, \
  $forecast_1 using 1:2 every ::1 with points linestyle 1 linewidth 1  pointsize 9*pixel notitle, \
  $forecast_1 using 1:2 every ::1 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $outcome_1 using 1:2 with lines linestyle 1 notitle, \
  $outcome_1 using 1:2 with points linestyle 1 linewidth 1  pointsize 9*pixel notitle, \
  $forecast_2 using 1:2 with lines linestyle 12 notitle, \
  $forecast_2 using 1:2 every ::1 with points linestyle 2 linewidth 1  pointsize 9*pixel notitle, \
  $forecast_2 using 1:2 every ::1 with points linestyle 2 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $outcome_2 using 1:2 with lines linestyle 2 notitle, \
  $outcome_2 using 1:2 with points linestyle 2 linewidth 1  pointsize 9*pixel notitle
set output
