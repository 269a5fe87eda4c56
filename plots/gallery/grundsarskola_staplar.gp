# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --type bars --kind people --series Grundsärskola --capacity 270,2026:+40 --unit elever --source 'Norrköpings kommun, elever 15 oktober' --horizon 7 --name grundsarskola_staplar --today 2023-03-15 -p svg -q -o plots/gallery
# input: 63755f270e861dcd
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
# Areas: from the sixth on the first colours again, lighter; forecasts are light.
mix(c, part) = channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part)
fill(k) = k <= 5 ? colour[k] : mix(colour[k - 5], 0.5)
light(c) = mix(c, 0.3)
# Text on them: ink or paper, whichever has more contrast.
linear(c, shift) = (((c >> shift) & 255)/255.0)**2.2
luminance(c) = 0.2126*linear(c, 16) + 0.7152*linear(c, 8) + 0.0722*linear(c, 0)
contrast(c, d) = abs(log((luminance(c) + 0.05)/(luminance(d) + 0.05)))
on(c) = contrast(c, ink) > contrast(c, paper) ? ink : paper

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
2023 257.5746564 240.0164218 273.0412748 227.5260139 282.558086
2024 265.9314805 233.1283309 294.4138762 213.2600538 310.5907139
2025 273.4835707 226.7912851 315.8104414 201.3374926 339.0596607
2026 280.3985841 221.0912769 337.785137 191.1403095 368.9679228
2027 286.8119643 216.0143337 360.5607675 182.3076317 400.8286345
2028 292.8250054 211.4835664 384.2633304 174.5522166 435.0087698
2029 298.5106591 207.4111874 408.977201 167.649629 471.8225838
END
$places << END
2016.5 270
2025.5 310
2029.5 310
END

set lmargin at screen 0.0788667
set rmargin at screen 0.789445
set tmargin at screen 0.698889
set bmargin at screen 0.153889
set xrange [2016.5:2029.5]
set yrange [0:520.1844]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017' 2017, '2018' 2018, '2019' 2019, '2020' 2020, '2021' 2021, '2022' 2022, '2023' 2023, '2024' 2024, '2025' 2025, '2026' 2026, '2027' 2027, '2028' 2028, '2029' 2029) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '100' 100, '200' 200, '300' 300, '400' 400, '500' 500) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.406826, screen 0.153889 to screen 0.680125, screen 0.746389 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.406826, screen 0.153889 to screen 0.406826, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set object rectangle from screen 0.680125, screen 0.153889 to screen 0.789445, screen 0.746389 behind fillcolor rgb zone_outlook fillstyle solid noborder
set arrow from screen 0.680125, screen 0.153889 to screen 0.680125, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set label 'Grundsärskola: 249 elever 2022, omkring 299 år 2029;' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'år 2025 troligen över 270, plats igen från år 2026' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2029' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0872, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.415159, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Utblick' at screen 0.688458, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Kapacitet 270' at screen 0.0872, screen 0.458992 left front noenhanced font font_text textcolor rgb capacity_colour
set label '310' at screen 0.579139, screen 0.5009 left front noenhanced font font_text textcolor rgb capacity_colour
set label '299' at screen 0.762115, screen 0.498122 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '249' at screen 0.379496, screen 0.38699 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '168' at screen 0.106197, screen 0.361385 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '258' at screen 0.434156, screen 0.455233 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '266' at screen 0.488815, screen 0.463988 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '273' at screen 0.543475, screen 0.471901 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '280' at screen 0.598135, screen 0.419886 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '287' at screen 0.652795, screen 0.426606 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '293' at screen 0.707455, screen 0.492165 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '183' at screen 0.160856, screen 0.3771 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '198' at screen 0.215516, screen 0.392816 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '214' at screen 0.270176, screen 0.409579 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '240' at screen 0.324836, screen 0.37756 center front noenhanced font font_text textcolor rgb on(fill(1))
set label 'år 2025 troligen över' at screen 0.465732, screen 0.512827 center front noenhanced font font_text textcolor rgb capacity_colour
set label 'Grundsärskola' at screen 0.846736, screen 0.46664 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.846736, screen 0.431455 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.846736, screen 0.39627 left front noenhanced font font_text textcolor rgb ink
set object rectangle from screen 0.802986, screen 0.455529 to screen 0.83632, screen 0.477751 front fillcolor rgb colour[1] fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.420344 to screen 0.83632, screen 0.442566 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.420344 to screen 0.83632, screen 0.442566 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.385159 to screen 0.83632, screen 0.407381 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set label '' at screen 0.543475, screen 0.440419 front point pointtype 6 linewidth 4 linecolor rgb capacity_colour pointsize 17*pixel
plot \
  $outcome_1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror fillcolor rgb colour[1] fillstyle solid noborder notitle, \
  $forecast_1 every ::1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror fillcolor rgb paper fillstyle solid noborder notitle, \
  $forecast_1 every ::1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror fillcolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $forecast_1 every ::1 using ($1 + 0):2:($1 + -0.2108):($1 + 0.2108):5:6 with boxxyerror fillcolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $forecast_1 every ::1 using ($1 + 0):2:($1 + -0.2108):($1 + 0.2108):3:4 with boxxyerror fillcolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_1 every ::1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror linestyle 11 linewidth 3 fillstyle empty border linecolor rgb colour[1] notitle, \
  $forecast_1 every ::1 using ($1 + -0.34):2:(0.68):(0) with vectors nohead linecolor rgb colour[1] linewidth 6 notitle, \
  $places using 1:2 with steps linetype 1 linecolor rgb capacity_colour linewidth 3.5 notitle
set output
