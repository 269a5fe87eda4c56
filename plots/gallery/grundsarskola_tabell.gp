# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --with-table --kind people --series Grundsärskola --unit elever --source 'Norrköpings kommun, elever 15 oktober' --theme kommun --name grundsarskola_tabell --today 2023-03-15 -p svg -q -o plots/gallery
# input: 63755f270e861dcd
# Draws an SVG beside this file: gnuplot FILE.gp
# Other pictures: gnuplot -e "format='png'" FILE.gp  (png, pdf, emf)
reset
set encoding utf8
if (!exists('format')) format = 'svg'

font_name = 'DejaVu Sans'
font_name_emf = 'Arial'
paper = 0xFFFFFF
ink = 0x16202A
quiet = 0x3F4A54
grid = 0xDFE5EA
axis = 0x84909B
zone_forecast = 0xF5F8FA
zone_outlook = 0xEEF2F6
zone_line = 0x9AA7B3
capacity_colour = 0x900028
good = 0x0E6A38
doubtful = 0x8A5000
bad = 0x9E0024
band_80 = 0.17
band_95 = 0.1
array colour[5] = [0x00467F, 0x2E9150, 0x9052AA, 0xDB5F00, 0x16202A]
array text_colour[5] = [0x00467F, 0x0E5128, 0x5F2178, 0x733400, 0x16202A]
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
END

set lmargin at screen 0.167844
set rmargin at screen 0.789445
set tmargin at screen 0.752593
set bmargin at screen 0.271759
set xrange [2016.5:2027.5]
set yrange [0:425.1802]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017' 2017, '2018' 2018, '2019' 2019, '2020' 2020, '2021' 2021, '2022' 2022, '2023' 2023, '2024' 2024, '2025' 2025, '2026' 2026, '2027' 2027) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '100' 100, '200' 200, '300' 300, '400' 400) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.506899, screen 0.271759 to screen 0.789445, screen 0.800093 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.506899, screen 0.271759 to screen 0.506899, screen 0.800093 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set label 'Grundsärskola: 249 elever 2022, omkring 294 år 2027' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2027' at screen 0.0416667, screen 0.872222 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall, prognos' at screen 0.0416667, screen 0.192593 left front noenhanced font font_text textcolor rgb quiet
set label '168' at screen 0.196098, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '183' at screen 0.252607, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '198' at screen 0.309117, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '214' at screen 0.365626, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '240' at screen 0.422135, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '249' at screen 0.478644, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '259' at screen 0.535153, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '268' at screen 0.591662, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '277' at screen 0.648172, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '286' at screen 0.704681, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '294' at screen 0.76119, screen 0.192593 center front noenhanced font font_text textcolor rgb ink
set label '8 av 10, från' at screen 0.0416667, screen 0.157407 left front noenhanced font font_text textcolor rgb quiet
set label '240' at screen 0.535153, screen 0.157407 center front noenhanced font font_text textcolor rgb ink
set label '234' at screen 0.591662, screen 0.157407 center front noenhanced font font_text textcolor rgb ink
set label '228' at screen 0.648172, screen 0.157407 center front noenhanced font font_text textcolor rgb ink
set label '222' at screen 0.704681, screen 0.157407 center front noenhanced font font_text textcolor rgb ink
set label '218' at screen 0.76119, screen 0.157407 center front noenhanced font font_text textcolor rgb ink
set label '8 av 10, till' at screen 0.0416667, screen 0.122222 left front noenhanced font font_text textcolor rgb quiet
set label '274' at screen 0.535153, screen 0.122222 center front noenhanced font font_text textcolor rgb ink
set label '296' at screen 0.591662, screen 0.122222 center front noenhanced font font_text textcolor rgb ink
set label '318' at screen 0.648172, screen 0.122222 center front noenhanced font font_text textcolor rgb ink
set label '341' at screen 0.704681, screen 0.122222 center front noenhanced font font_text textcolor rgb ink
set label '365' at screen 0.76119, screen 0.122222 center front noenhanced font font_text textcolor rgb ink
set label 'Utfall' at screen 0.176177, screen 0.778981 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.515232, screen 0.778981 left front noenhanced font font_text textcolor rgb quiet
set label '294' at screen 0.76119, screen 0.634812 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '249' at screen 0.478644, screen 0.583907 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '168' at screen 0.196098, screen 0.492305 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Grundsärskola' at screen 0.846736, screen 0.604257 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.846736, screen 0.569071 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.846736, screen 0.533886 left front noenhanced font font_text textcolor rgb ink
set arrow from screen 0.802986, screen 0.604257 to screen 0.83632, screen 0.604257 nohead front linestyle 1
set label '' at screen 0.819653, screen 0.604257 front point linestyle 1 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.802986, screen 0.55796 to screen 0.83632, screen 0.580183 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.55796 to screen 0.83632, screen 0.580183 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.802986, screen 0.522775 to screen 0.83632, screen 0.544997 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
plot \
  $forecast_1 using 1:5:6 with filledcurves linecolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $forecast_1 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_1 using 1:2 with lines linestyle 11 notitle, \
  $forecast_1 using 1:2 every ::1 with points linestyle 1 linewidth 1  pointsize 9*pixel notitle, \
  $forecast_1 using 1:2 every ::1 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $outcome_1 using 1:2 with lines linestyle 1 notitle, \
  $outcome_1 using 1:2 with points linestyle 1 linewidth 1  pointsize 9*pixel notitle
set output
