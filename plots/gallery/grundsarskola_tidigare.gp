# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --type vintages --kind people --series Grundsärskola --horizon 3 --unit elever --source 'Norrköpings kommun, elever 15 oktober' --name grundsarskola_tidigare --today 2023-03-15 -p svg -q -o plots/gallery
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

shade(c) = channel(colour[1], 16, c/100.0) + channel(colour[1], 8, c/100.0) + channel(colour[1], 0, c/100.0)

$outcome_1 << END
2017 168
2018 183
2019 198
2020 214
2021 240
2022 249
END
$vintage_1 << END
2018 183
2019 188.1498559
2020 190.4365494
2021 191.8101762
END
$origin_1 << END
2018 183
END
$vintage_2 << END
2019 198
2020 207.6386603
2021 214.1245664
2022 219.0261631
END
$origin_2 << END
2019 198
END
$vintage_3 << END
2020 214
2021 229.0451371
2022 243.9234294
2023 258.8011857
END
$origin_3 << END
2020 214
END
$vintage_4 << END
2021 240
2022 258.5547571
2023 274.470475
2024 289.9630021
END
$origin_4 << END
2021 240
END

set lmargin at screen 0.0788667
set rmargin at screen 0.958333
set tmargin at screen 0.748148
set bmargin at screen 0.153889
set xrange [2016.5:2024.5738]
set yrange [0:304.46115]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017' 2017, '2018' 2018, '2019' 2019, '2020' 2020, '2021' 2021, '2022' 2022, '2023' 2023, '2024' 2024) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '100' 100, '200' 200, '300' 300) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set label 'Grundsärskola: prognoserna har i' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'genomsnitt legat 7 procent för lågt' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022 · prognoser omräknade i efterhand med dagens metod, märkta med sista kända period' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Data t.o.m. 2022 · Inom "8 av 10": 6 av 9 utfall' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.702561, screen 0.609341 center front noenhanced font font_bold textcolor rgb ink
set label '2021' at screen 0.90625, screen 0.71985 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '2020' at screen 0.797321, screen 0.659027 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '2019' at screen 0.688392, screen 0.572134 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '2018' at screen 0.579463, screen 0.528272 left front noenhanced font font_text textcolor rgb text_colour[1]
plot \
  $vintage_1 using 1:2 with lines linetype 1 dashtype (6,2) linecolor rgb shade(60) linewidth 3 notitle, \
  $origin_1 using 1:2 with points pointtype 7 linecolor rgb colour[1] linewidth 1 pointsize 5*pixel notitle, \
  $vintage_2 using 1:2 with lines linetype 1 dashtype (6,2) linecolor rgb shade(73) linewidth 4 notitle, \
  $origin_2 using 1:2 with points pointtype 7 linecolor rgb colour[1] linewidth 1 pointsize 5*pixel notitle, \
  $vintage_3 using 1:2 with lines linetype 1 dashtype (6,2) linecolor rgb shade(87) linewidth 4 notitle, \
  $origin_3 using 1:2 with points pointtype 7 linecolor rgb colour[1] linewidth 1 pointsize 5*pixel notitle, \
  $vintage_4 using 1:2 with lines linetype 1 dashtype (6,2) linecolor rgb shade(100) linewidth 5 notitle, \
  $origin_4 using 1:2 with points pointtype 7 linecolor rgb colour[1] linewidth 1 pointsize 5*pixel notitle, \
  $outcome_1 using 1:2 with lines linetype 1 linecolor rgb ink linewidth 6 notitle, \
  $outcome_1 using 1:2 with points pointtype 7 linecolor rgb ink linewidth 1 pointsize 4*pixel notitle
set output
