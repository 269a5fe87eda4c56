# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --type change --kind people --series Grundsärskola --unit elever --source 'Norrköpings kommun, elever 15 oktober' --name grundsarskola_forandring --today 2023-03-15 -p svg -q -o plots/gallery
# input: 63755f270e861dcd
# Draws an SVG beside this file: gnuplot FILE.gp
# Other pictures: gnuplot -e "format='png'" FILE.gp  (png, pdf, emf)
reset
set encoding utf8
if (!exists('format')) format = 'svg'

font_name = 'DejaVu Sans'
font_name_emf = 'Arial'
paper = 0xFFFFFF
ink = 0x1A1A1A
quiet = 0x484848
grid = 0xE2E2E2
axis = 0x8C8C8C
zone_forecast = 0xF7F7F7
zone_outlook = 0xF1F1F1
zone_line = 0xA6A6A6
capacity_colour = 0x980020
good = 0x0B6A4A
doubtful = 0x8A5000
bad = 0xA3001F
band_80 = 0.17
band_95 = 0.1
array colour[5] = [0x12436D, 0x1D8F86, 0x983050, 0xE0570F, 0x1A1A1A]
array text_colour[5] = [0x12436D, 0x09504A, 0x7A1740, 0x7E3005, 0x1A1A1A]
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
dots_per_inch = 144
scale = height/1080.0*1
line_scale = 1
text_size = 28
title_size = 46
page = (format eq 'pdf') ? 144.0/dots_per_inch : 1.0
font_unit = (format eq 'svg') ? 1.0 : 0.75*page
font_face = (format eq 'emf') ? font_name_emf : font_name
font_heavy = font_face.(format eq 'svg' ? '" font-weight="bold' : format eq 'emf' ? ' Bold' : ':Bold')
font_text = font_face.sprintf(',%g', text_size*scale*font_unit)
font_bold = font_heavy.sprintf(',%g', text_size*scale*font_unit)
font_title = font_heavy.sprintf(',%g', title_size*scale*font_unit)
pixel = (format eq 'svg') ? 1/10.5 : (format eq 'png') ? scale/3.05 : (format eq 'pdf') ? scale*page/6.0 : 1/12.0
if (format eq 'svg') set terminal svg size width,height dynamic noenhanced font font_text linewidth scale*line_scale*page background rgb paper
if (format eq 'png') set terminal pngcairo size width,height noenhanced font font_text linewidth scale*line_scale*page background rgb paper
if (format eq 'pdf') set terminal pdfcairo size width*1.0/dots_per_inch,height*1.0/dots_per_inch noenhanced font font_text linewidth scale*line_scale*page background rgb paper
if (format eq 'emf') set terminal emf size width,height noenhanced font font_text linewidth scale*line_scale*page background rgb paper
if (!exists('output')) output = (exists('ARG0') && strlen(ARG0) > 3 && ARG0[strlen(ARG0)-2:*] eq '.gp' ? ARG0[1:strlen(ARG0)-3] : 'prognos').'.'.format
set output (output[1:1] eq '/' ? '' : './').output
# A band's colour lets what is below it show; EMF cannot, and gets the colour on paper.
if (format eq 'emf') band_80 = 1 - (1 - band_80)*(1 - band_95)
channel(c, shift, part) = int(((c >> shift) & 255)*part + ((paper >> shift) & 255)*(1 - part) + 0.5) << shift
band(c, part) = (format eq 'emf') ? channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part) : c + (int(255*(1 - part)) << 24)
# Areas: from the sixth on the first colours again, lighter; forecasts are light.
mix(c, part) = channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part)
fill(k) = k <= 5 ? colour[k] : mix(colour[k - 5], 0.5)
light(c) = mix(c, 0.3)
# Text on them: ink or paper, whichever has more contrast.
linear(c, shift) = (((c >> shift) & 255)/255.0)**2.2
luminance(c) = 0.2126*linear(c, 16) + 0.7152*linear(c, 8) + 0.0722*linear(c, 0)
contrast(c, d) = abs(log((luminance(c) + 0.05)/(luminance(d) + 0.05)))
on(c) = contrast(c, ink) > contrast(c, paper) ? ink : paper

# period, change
$change_1 << END
2018 15
2019 15
2020 16
2021 26
2022 9
END
# period, sum of the changes
$sum_1 << END
2017 0
2018 15
2019 30
2020 46
2021 72
2022 81
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$change_forecast_1 << END
2023 9.566275807 -8.961617573 24.93142998 -22.19970944 34.60497154
2024 9.680408897 NaN NaN NaN NaN
2025 9.056170269 NaN NaN NaN NaN
2026 8.55758137 NaN NaN NaN NaN
2027 8.15266473 NaN NaN NaN NaN
END
$sum_forecast_1 << END
2022 81 81 81 81 81
2023 90.56627581 72.03838243 105.93143 58.80029056 115.6049715
2024 100.2466847 65.53892934 127.7849467 44.86290431 143.8941238
2025 109.302855 59.64246169 149.903485 33.48075671 173.0133917
2026 117.8604363 54.36353729 172.7791853 23.82208281 203.8745453
2027 126.0131011 49.67242524 196.6000187 15.48191777 236.9335275
END
set multiplot

unset object
unset arrow
unset label
set lmargin at screen 0.0818417
set rmargin at screen 0.704087
set tmargin at screen 0.698889
set bmargin at screen 0.442452
set xrange [2016.5:2027.5]
set yrange [-31.856505:48.067681]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 2017, '' 2018, '' 2019, '' 2020, '' 2021, '' 2022, '' 2023, '' 2024, '' 2025, '' 2026, '' 2027) scale 0 nomirror textcolor rgb quiet
set ytics ('−40' -40, '−20' -20, '0' 0, '20' 20, '40' 40) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.421248, screen 0.442452 to screen 0.704087, screen 0.746389 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.421248, screen 0.442452 to screen 0.421248, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set object rectangle from screen 0.717629, screen 0.670185 to screen 0.750962, screen 0.692407 front fillcolor rgb colour[1] fillstyle solid noborder
plot \
  $change_1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror fillcolor rgb colour[1] fillstyle solid noborder notitle, \
  $change_forecast_1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror fillcolor rgb paper fillstyle solid noborder notitle, \
  $change_forecast_1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror fillcolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $change_forecast_1 using ($1 + 0):2:($1 + -0.2108):($1 + 0.2108):5:6 with boxxyerror fillcolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $change_forecast_1 using ($1 + 0):2:($1 + -0.2108):($1 + 0.2108):3:4 with boxxyerror fillcolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $change_forecast_1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror linestyle 11 linewidth 3 fillstyle empty border linecolor rgb colour[1] notitle, \
  $change_forecast_1 using ($1 + -0.34):2:(0.68):(0) with vectors nohead linecolor rgb colour[1] linewidth 6 notitle
unset object
unset arrow
unset label
set lmargin at screen 0.0818417
set rmargin at screen 0.704087
set tmargin at screen 0.3906
set bmargin at screen 0.153889
set xrange [2016.5:2027.5]
set yrange [0:291.07284]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017' 2017, '2018' 2018, '2019' 2019, '2020' 2020, '2021' 2021, '2022' 2022, '2023' 2023, '2024' 2024, '2025' 2025, '2026' 2026, '2027' 2027) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '100' 100, '200' 200) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.421248, screen 0.153889 to screen 0.704087, screen 0.442452 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.421248, screen 0.153889 to screen 0.421248, screen 0.442452 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set arrow from screen 0.717629, screen 0.373007 to screen 0.750962, screen 0.373007 nohead front linestyle 1
set label '' at screen 0.734296, screen 0.373007 front point linestyle 1 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.717629, screen 0.326711 to screen 0.750962, screen 0.348933 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.717629, screen 0.326711 to screen 0.750962, screen 0.348933 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.717629, screen 0.291526 to screen 0.750962, screen 0.313748 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
plot \
  $sum_forecast_1 using 1:5:6 with filledcurves linecolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $sum_forecast_1 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $sum_forecast_1 using 1:2 with lines linestyle 11 notitle, \
  $sum_forecast_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 9*pixel notitle, \
  $sum_forecast_1 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $sum_1 using 1:2 with lines linestyle 1 notitle, \
  $sum_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 9*pixel notitle
unset object
unset arrow
unset tics
unset grid
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:1]
set yrange [0:1]
set label 'Grundsärskola har ökat med 81 elever sedan 2017,' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'mest 2021 (+26); prognos omkring +45 till 2027' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, förändring från år till år, utfall 2017–2022, prognos 2023–2027' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.090175, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.429582, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label '+126' at screen 0.675804, screen 0.286923 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+81' at screen 0.392965, screen 0.250317 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+15' at screen 0.166693, screen 0.624273 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+15' at screen 0.166693, screen 0.196643 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+15' at screen 0.223261, screen 0.624273 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+30' at screen 0.223261, screen 0.208842 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+16' at screen 0.279829, screen 0.627481 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+46' at screen 0.279829, screen 0.221853 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+26' at screen 0.336397, screen 0.659566 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+72' at screen 0.336397, screen 0.242997 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+9' at screen 0.392965, screen 0.605022 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+10' at screen 0.449532, screen 0.606838 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+91' at screen 0.449532, screen 0.258096 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+10' at screen 0.5061, screen 0.607205 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+100' at screen 0.5061, screen 0.265969 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+9' at screen 0.562668, screen 0.605202 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+109' at screen 0.562668, screen 0.273334 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+9' at screen 0.619236, screen 0.603602 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+118' at screen 0.619236, screen 0.280293 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '+8' at screen 0.675804, screen 0.602303 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Förändring' at screen 0.761379, screen 0.681296 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label 'Sammanlagt sedan 2017' at screen 0.761379, screen 0.373007 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.761379, screen 0.337822 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.761379, screen 0.302637 left front noenhanced font font_text textcolor rgb ink
plot NaN notitle
unset multiplot
set output
