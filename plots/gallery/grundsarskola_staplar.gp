# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --type bars --kind people --series Grundsärskola --capacity 270,2026:+40 --unit elever --source 'Norrköpings kommun, elever 15 oktober' --horizon 7 --name grundsarskola_staplar --today 2023-03-15 -p svg -q -o plots/gallery
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
2023 258.5662758 240.0383824 273.93143 226.8002906 283.6049715
2024 268.2466847 233.5389293 295.7849467 212.8629043 311.8941238
2025 277.302855 227.6424617 317.903485 201.4807567 341.0133917
2026 285.8604363 222.3635373 340.7791853 191.8220828 371.8745453
2027 294.0131011 217.6724252 364.6000187 183.4819178 404.9335275
2028 301.8333893 213.4927653 389.4725325 176.1693472 440.5222083
2029 309.3747308 209.7416795 415.472697 169.665792 478.9352712
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
set yrange [0:528.02614]
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
set label 'Grundsärskola: 249 elever 2022, omkring 309 år 2029;' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'år 2025 troligen över 270, plats igen från år 2026' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2029' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0872, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.415159, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Utblick' at screen 0.688458, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Kapacitet 270' at screen 0.0872, screen 0.45479 left front noenhanced font font_text textcolor rgb capacity_colour
set label '310' at screen 0.579139, screen 0.496076 left front noenhanced font font_text textcolor rgb capacity_colour
set label '309' at screen 0.762115, screen 0.50469 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '249' at screen 0.379496, screen 0.383115 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '168' at screen 0.106197, screen 0.358771 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '259' at screen 0.434156, screen 0.452248 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '268' at screen 0.488815, screen 0.46224 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '277' at screen 0.543475, screen 0.471587 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '286' at screen 0.598135, screen 0.421161 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '294' at screen 0.652795, screen 0.488835 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '302' at screen 0.707455, screen 0.496906 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '183' at screen 0.160856, screen 0.374253 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '198' at screen 0.215516, screen 0.389735 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '214' at screen 0.270176, screen 0.40625 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '240' at screen 0.324836, screen 0.373826 center front noenhanced font font_text textcolor rgb on(fill(1))
set label 'år 2025 troligen över' at screen 0.465732, screen 0.512513 center front noenhanced font font_text textcolor rgb capacity_colour
set label 'Grundsärskola' at screen 0.846736, screen 0.473209 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.846736, screen 0.438024 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.846736, screen 0.402838 left front noenhanced font font_text textcolor rgb ink
set object rectangle from screen 0.802986, screen 0.462098 to screen 0.83632, screen 0.48432 front fillcolor rgb colour[1] fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.426912 to screen 0.83632, screen 0.449135 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.426912 to screen 0.83632, screen 0.449135 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.391727 to screen 0.83632, screen 0.413949 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set label '' at screen 0.543475, screen 0.440106 front point pointtype 6 linewidth 4 linecolor rgb capacity_colour pointsize 17*pixel
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
