# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --kind people --unit elever --source 'Norrköpings kommun, elever 15 oktober' --horizon 10 --theme dark --name norrkoping_elever_mork --today 2023-03-15 -p svg -q -o plots/gallery
# input: fea060d243ec1d43
# Draws an SVG beside this file: gnuplot FILE.gp
# Other pictures: gnuplot -e "format='png'" FILE.gp  (png, pdf, emf)
reset
set encoding utf8
if (!exists('format')) format = 'svg'

font_name = 'DejaVu Sans'
font_name_emf = 'Arial'
paper = 0x12161B
ink = 0xF7F7F7
quiet = 0xD3D8DD
grid = 0x323941
axis = 0x8D959E
zone_forecast = 0x191E24
zone_outlook = 0x20262D
zone_line = 0x6C7681
capacity_colour = 0xFFC2C2
good = 0x8FE3C0
doubtful = 0xFFD27A
bad = 0xFFA9A9
band_80 = 0.17
band_95 = 0.1
array colour[5] = [0x4F9CEB, 0x6FE0C0, 0xC9699F, 0xF5A742, 0xE9EDF2]
array text_colour[5] = [0xB5D6F8, 0xA5EBD7, 0xF3C3DF, 0xFBD49C, 0xF0F3F6]
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
2023 257.5746564 240.0164218 273.0412748 227.5260139 282.558086
2024 265.9314805 233.1283309 294.4138762 213.2600538 310.5907139
2025 273.4835707 226.7912851 315.8104414 201.3374926 339.0596607
2026 280.3985841 221.0912769 337.785137 191.1403095 368.9679228
2027 286.8119643 216.0143337 360.5607675 182.3076317 400.8286345
2028 292.8250054 211.4835664 384.2633304 174.5522166 435.0087698
2029 298.5106591 207.4111874 408.977201 167.649629 471.8225838
2030 303.9216821 203.7178732 434.767 161.4283691 511.5685136
2031 309.0971328 200.3376158 461.6883155 155.7585106 554.5450334
2032 314.0668308 197.2172739 489.7935595 150.541533 601.0572661
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
2023 124.9475102 114.8484889 135.630846 107.463988 143.9998099
2024 124.5929342 107.9305013 142.6165171 97.47408021 155.327912
2025 124.4817408 102.5816943 148.7801996 89.62401149 165.7189151
2026 124.4792657 98.2343822 154.4105214 83.16914595 175.6149414
2027 124.5275058 94.5854478 159.6345346 77.71462819 185.1938986
2028 124.6001067 91.44255587 164.5390601 73.00239537 194.5775567
2029 124.6846396 88.67773379 169.1883231 68.85610776 203.8585505
2030 124.7750542 86.20321804 173.6305586 65.15247271 213.1080156
2031 124.8682905 83.95721264 177.9022105 61.80346218 222.3806372
2032 124.9627161 81.89512643 182.0310125 58.7448644 231.7187808
END

set lmargin at screen 0.0788667
set rmargin at screen 0.759345
set tmargin at screen 0.698889
set bmargin at screen 0.153889
set xrange [2016.5:2032.5]
set yrange [0:631.11013]
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
set label 'Grundsärskola: omkring 314,' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Gymnasiesärskola: omkring 125 år 2032' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2032' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0872, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.342379, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Utblick' at screen 0.555029, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label '314' at screen 0.73808, screen 0.455659 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '249' at screen 0.312781, screen 0.39947 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '168' at screen 0.100132, screen 0.329522 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '125' at screen 0.73808, screen 0.292357 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '126' at screen 0.312781, screen 0.293253 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '96' at screen 0.100132, screen 0.267346 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '258' at screen 0.355311, screen 0.406875 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '266' at screen 0.397841, screen 0.414092 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '273' at screen 0.440371, screen 0.420613 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '280' at screen 0.4829, screen 0.426585 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '287' at screen 0.52543, screen 0.432123 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '293' at screen 0.56796, screen 0.437316 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '299' at screen 0.61049, screen 0.442226 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '304' at screen 0.65302, screen 0.446898 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '309' at screen 0.69555, screen 0.451368 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '183' at screen 0.142661, screen 0.342476 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '198' at screen 0.185191, screen 0.355429 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '214' at screen 0.227721, screen 0.369246 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '240' at screen 0.270251, screen 0.391698 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '125' at screen 0.355311, screen 0.292344 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.397841, screen 0.292038 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '124' at screen 0.440371, screen 0.291942 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '124' at screen 0.4829, screen 0.291939 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.52543, screen 0.291981 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.56796, screen 0.292044 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.61049, screen 0.292117 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.65302, screen 0.292195 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.69555, screen 0.292275 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '112' at screen 0.142661, screen 0.281163 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '126' at screen 0.185191, screen 0.293253 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '131' at screen 0.227721, screen 0.297571 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '129' at screen 0.270251, screen 0.295843 center front noenhanced font font_text textcolor rgb text_colour[2]
set label 'Grundsärskola' at screen 0.816636, screen 0.425104 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.816636, screen 0.389919 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.816636, screen 0.354733 left front noenhanced font font_text textcolor rgb ink
set label 'Gymnasiesärskola' at screen 0.816636, screen 0.261801 left front noenhanced font font_bold textcolor rgb text_colour[2]
set label '8 av 10' at screen 0.816636, screen 0.226616 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.816636, screen 0.191431 left front noenhanced font font_text textcolor rgb ink
set arrow from screen 0.772886, screen 0.425104 to screen 0.80622, screen 0.425104 nohead front linestyle 1
set label '' at screen 0.789553, screen 0.425104 front point linestyle 1 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.772886, screen 0.378807 to screen 0.80622, screen 0.40103 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.378807 to screen 0.80622, screen 0.40103 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.343622 to screen 0.80622, screen 0.365844 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set arrow from screen 0.772886, screen 0.261801 to screen 0.80622, screen 0.261801 nohead front linestyle 2
set label '' at screen 0.789553, screen 0.261801 front point linestyle 2 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.772886, screen 0.215505 to screen 0.80622, screen 0.237727 front fillcolor rgb band(colour[2], band_95) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.215505 to screen 0.80622, screen 0.237727 front fillcolor rgb band(colour[2], band_80) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.18032 to screen 0.80622, screen 0.202542 front fillcolor rgb band(colour[2], band_95) fillstyle solid noborder
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
