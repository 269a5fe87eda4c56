# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --type stack --kind people --unit elever --source 'Norrköpings kommun, elever 15 oktober' --name sarskola_delar --today 2023-03-15 -p svg -q -o plots/gallery
# input: fea060d243ec1d43
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

# period, figure, from, to
$part_1 << END
2017 168 0 168
2018 183 0 183
2019 198 0 198
2020 214 0 214
2021 240 0 240
2022 249 0 249
END
$forecast_1 << END
2023 259 0 259
2024 268 0 268
2025 277 0 277
2026 286 0 286
2027 294 0 294
END
$part_2 << END
2017 96 168 264
2018 112 183 295
2019 126 198 324
2020 131 214 345
2021 129 240 369
2022 126 249 375
END
$forecast_2 << END
2023 125 259 384
2024 125 268 393
2025 125 277 402
2026 125 286 411
2027 125 294 419
END

set lmargin at screen 0.0788667
set rmargin at screen 0.759345
set tmargin at screen 0.698889
set bmargin at screen 0.153889
set xrange [2016.5:2027.5]
set yrange [0:466.347]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017' 2017, '2018' 2018, '2019' 2019, '2020' 2020, '2021' 2021, '2022' 2022, '2023' 2023, '2024' 2024, '2025' 2025, '2026' 2026, '2027' 2027) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '100' 100, '200' 200, '300' 300, '400' 400) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.450036, screen 0.153889 to screen 0.759345, screen 0.746389 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.450036, screen 0.153889 to screen 0.450036, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set label 'Tillsammans: 375 elever år 2022,' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'omkring 419 år 2027; störst är Grundsärskola' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2027' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0872, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.45837, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label '249' at screen 0.419106, screen 0.299387 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '126' at screen 0.419106, screen 0.51851 center front noenhanced font font_text textcolor rgb on(fill(2))
set label '375' at screen 0.419106, screen 0.61621 center front noenhanced font font_bold textcolor rgb ink
set label '294' at screen 0.728414, screen 0.325682 center front noenhanced font font_text textcolor rgb on(light(fill(1)))
set label '125' at screen 0.728414, screen 0.570515 center front noenhanced font font_text textcolor rgb on(light(fill(2)))
set label '419' at screen 0.728414, screen 0.667631 center front noenhanced font font_bold textcolor rgb ink
set label '168' at screen 0.109797, screen 0.252056 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '96' at screen 0.109797, screen 0.406319 center front noenhanced font font_text textcolor rgb on(fill(2))
set label '264' at screen 0.109797, screen 0.486489 center front noenhanced font font_bold textcolor rgb ink
set label '183' at screen 0.171659, screen 0.260821 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '112' at screen 0.171659, screen 0.433198 center front noenhanced font font_text textcolor rgb on(fill(2))
set label '295' at screen 0.171659, screen 0.522717 center front noenhanced font font_bold textcolor rgb ink
set label '198' at screen 0.233521, screen 0.269586 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '126' at screen 0.233521, screen 0.458909 center front noenhanced font font_text textcolor rgb on(fill(2))
set label '324' at screen 0.233521, screen 0.556608 center front noenhanced font font_bold textcolor rgb ink
set label '214' at screen 0.295382, screen 0.278935 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '131' at screen 0.295382, screen 0.480529 center front noenhanced font font_text textcolor rgb on(fill(2))
set label '345' at screen 0.295382, screen 0.58115 center front noenhanced font font_bold textcolor rgb ink
set label '240' at screen 0.357244, screen 0.294128 center front noenhanced font font_text textcolor rgb on(fill(1))
set label '129' at screen 0.357244, screen 0.509745 center front noenhanced font font_text textcolor rgb on(fill(2))
set label '369' at screen 0.357244, screen 0.609198 center front noenhanced font font_bold textcolor rgb ink
set label '259' at screen 0.480967, screen 0.30523 center front noenhanced font font_text textcolor rgb on(light(fill(1)))
set label '125' at screen 0.480967, screen 0.529612 center front noenhanced font font_text textcolor rgb on(light(fill(2)))
set label '384' at screen 0.480967, screen 0.626728 center front noenhanced font font_bold textcolor rgb ink
set label '268' at screen 0.542829, screen 0.310489 center front noenhanced font font_text textcolor rgb on(light(fill(1)))
set label '125' at screen 0.542829, screen 0.54013 center front noenhanced font font_text textcolor rgb on(light(fill(2)))
set label '393' at screen 0.542829, screen 0.637245 center front noenhanced font font_bold textcolor rgb ink
set label '277' at screen 0.604691, screen 0.315748 center front noenhanced font font_text textcolor rgb on(light(fill(1)))
set label '125' at screen 0.604691, screen 0.550648 center front noenhanced font font_text textcolor rgb on(light(fill(2)))
set label '402' at screen 0.604691, screen 0.647763 center front noenhanced font font_bold textcolor rgb ink
set label '286' at screen 0.666552, screen 0.321007 center front noenhanced font font_text textcolor rgb on(light(fill(1)))
set label '125' at screen 0.666552, screen 0.561166 center front noenhanced font font_text textcolor rgb on(light(fill(2)))
set label '411' at screen 0.666552, screen 0.658281 center front noenhanced font font_bold textcolor rgb ink
set label 'Gymnasiesärskola' at screen 0.816636, screen 0.570515 left front noenhanced font font_bold textcolor rgb ink
set label 'Grundsärskola' at screen 0.816636, screen 0.325682 left front noenhanced font font_bold textcolor rgb ink
set object rectangle from screen 0.772886, screen 0.31457 to screen 0.80622, screen 0.336793 front fillcolor rgb fill(1) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.559404 to screen 0.80622, screen 0.581626 front fillcolor rgb fill(2) fillstyle solid noborder
plot \
  $part_1 using 1:2:($1 - 0.39):($1 + 0.39):3:4 with boxxyerror linewidth 3 fillcolor rgb fill(1) fillstyle solid border linecolor rgb paper notitle, \
  $forecast_1 using 1:2:($1 - 0.39):($1 + 0.39):3:4 with boxxyerror linewidth 3 dashtype (3,3) fillcolor rgb light(fill(1)) fillstyle solid border linecolor rgb fill(1) notitle, \
  $part_2 using 1:2:($1 - 0.39):($1 + 0.39):3:4 with boxxyerror linewidth 3 fillcolor rgb fill(2) fillstyle solid border linecolor rgb paper notitle, \
  $forecast_2 using 1:2:($1 - 0.39):($1 + 0.39):3:4 with boxxyerror linewidth 3 dashtype (3,3) fillcolor rgb light(fill(2)) fillstyle solid border linecolor rgb fill(2) notitle
set output
