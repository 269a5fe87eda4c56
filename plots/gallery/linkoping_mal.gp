# prognos: 0.1.0
# command: prognos target datasets/linkoping_indikatorer_2018.csv --outcomes datasets/linkoping_utfall_2018.csv --source 'Linköpings kommun, delårsrapport 2018' --name linkoping_mal --today 2018-09-03 -p svg -q --chart plots/gallery
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

if (!exists('good')) good = 0x0B6A4A
if (!exists('doubtful')) doubtful = 0x8A5000
if (!exists('bad')) bad = 0xA3001F
# row, scale: from, to, whole year, 8 in 10: lower, upper, last year, so far, goal reached: from, to, goal: least, most
$rows << END
0.5 0 28.33333333 14 10 20 17 7 17 28.33333333 17 NaN
1.5 0 0.4464285714 0.3333333333 0.2380952381 0.4285714286 0.2098765432 NaN 0.2098765432 0.4464285714 0.2098765432 NaN
2.5 0 5.208333333 2 1 5 NaN 1 NaN NaN NaN NaN
3.5 0 16.66666667 NaN NaN NaN NaN NaN 0 10 NaN 10
4.5 0 100 NaN NaN NaN NaN NaN 0 60 NaN 60
5.5 0 133.3333333 NaN NaN NaN NaN NaN 80 133.3333333 80 NaN
END
at(k) = (column(k) - column(2))/(column(3) - column(2))

set lmargin at screen 0.468833
set rmargin at screen 0.66151
set tmargin at screen 0.780741
set bmargin at screen 0.187315
set xrange [0:1]
set yrange [6:0]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics () scale 0 nomirror textcolor rgb quiet
set ytics () scale 0 nomirror textcolor rgb quiet
unset xtics
unset ytics
unset grid
set arrow from screen 0.0416667, screen 0.780741 to screen 0.958333, screen 0.780741 nohead back linecolor rgb grid linewidth 1.5
set arrow from screen 0.0416667, screen 0.681836 to screen 0.958333, screen 0.681836 nohead back linecolor rgb grid linewidth 1.5
set arrow from screen 0.0416667, screen 0.582932 to screen 0.958333, screen 0.582932 nohead back linecolor rgb grid linewidth 1.5
set arrow from screen 0.0416667, screen 0.484028 to screen 0.958333, screen 0.484028 nohead back linecolor rgb grid linewidth 1.5
set arrow from screen 0.0416667, screen 0.385123 to screen 0.958333, screen 0.385123 nohead back linecolor rgb grid linewidth 1.5
set arrow from screen 0.0416667, screen 0.286219 to screen 0.958333, screen 0.286219 nohead back linecolor rgb grid linewidth 1.5
set arrow from screen 0.0416667, screen 0.187315 to screen 0.958333, screen 0.187315 nohead back linecolor rgb grid linewidth 1.5
set label '1 av 5 mål bedöms uppnås, 3 är inte mätta' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Måluppföljning 2018: utfall och bedömning av helåret' at screen 0.0416667, screen 0.872222 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Linköpings kommun, delårsrapport 2018 · Prognos 2018-09-03, data t.o.m. juni 2018' at screen 0.0416667, screen 0.087037 left front noenhanced font font_text textcolor rgb quiet
set label 'Varje rad har sin egen skala, från 0 · 2 indikatorer följs upp i text och visas inte' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'helår' at screen 0.0729167, screen 0.143333 left front noenhanced font font_text textcolor rgb ink
set label '8 av 10' at screen 0.162596, screen 0.143333 left front noenhanced font font_text textcolor rgb ink
set label 'mål' at screen 0.269352, screen 0.143333 left front noenhanced font font_text textcolor rgb ink
set label 'målet uppnås' at screen 0.349027, screen 0.143333 left front noenhanced font font_text textcolor rgb ink
set label 'föregående år' at screen 0.501969, screen 0.143333 left front noenhanced font font_text textcolor rgb ink
set label 'hittills i år' at screen 0.658483, screen 0.143333 left front noenhanced font font_text textcolor rgb ink
set label 'Indikator' at screen 0.0416667, screen 0.804815 left front noenhanced font font_text textcolor rgb quiet
set label 'Personer till arbete eller' at screen 0.0416667, screen 0.759992 left front noenhanced font font_bold textcolor rgb ink
set label 'studier genom arbetsinriktat' at screen 0.0416667, screen 0.731289 left front noenhanced font font_bold textcolor rgb ink
set label 'stöd' at screen 0.0416667, screen 0.702585 left front noenhanced font font_bold textcolor rgb ink
set label 'Andel avslutade ärenden till' at screen 0.0416667, screen 0.646736 left front noenhanced font font_bold textcolor rgb ink
set label 'arbete eller studier' at screen 0.0416667, screen 0.618032 left front noenhanced font font_bold textcolor rgb ink
set label 'Personer i daglig verksamhet' at screen 0.0416667, screen 0.547832 left front noenhanced font font_bold textcolor rgb ink
set label 'som får lönearbete' at screen 0.0416667, screen 0.519128 left front noenhanced font font_bold textcolor rgb ink
set label 'Rådgivning och stöd inleds' at screen 0.0416667, screen 0.434576 left front noenhanced font font_bold textcolor rgb ink
set label 'Omfattande stöd- och' at screen 0.0416667, screen 0.350023 left front noenhanced font font_bold textcolor rgb ink
set label 'behandlingsinsatser inleds' at screen 0.0416667, screen 0.321319 left front noenhanced font font_bold textcolor rgb ink
set label 'Nöjdhetsindex, helhetsomdöme' at screen 0.0416667, screen 0.236767 left front noenhanced font font_bold textcolor rgb ink
set label 'Mål' at screen 0.324375, screen 0.804815 left front noenhanced font font_text textcolor rgb quiet
set label 'över 17 personer' at screen 0.324375, screen 0.731289 left front noenhanced font font_text textcolor rgb ink
set label 'över 21,0 %' at screen 0.324375, screen 0.632384 left front noenhanced font font_text textcolor rgb ink
set label 'högst 10 dagar' at screen 0.324375, screen 0.434576 left front noenhanced font font_text textcolor rgb ink
set label 'högst 60 dagar' at screen 0.324375, screen 0.335671 left front noenhanced font font_text textcolor rgb ink
set label 'över 80' at screen 0.324375, screen 0.236767 left front noenhanced font font_text textcolor rgb ink
set label 'Helår 2018' at screen 0.679218, screen 0.804815 left front noenhanced font font_text textcolor rgb quiet
set label '14 (10–20)' at screen 0.679218, screen 0.731289 left front noenhanced font font_text textcolor rgb ink
set label '33,3 %' at screen 0.679218, screen 0.646736 left front noenhanced font font_text textcolor rgb ink
set label '(23,8–42,9)' at screen 0.679218, screen 0.618032 left front noenhanced font font_text textcolor rgb ink
set label '2 (1–5)' at screen 0.679218, screen 0.53348 left front noenhanced font font_text textcolor rgb ink
set label '–' at screen 0.679218, screen 0.434576 left front noenhanced font font_text textcolor rgb ink
set label '–' at screen 0.679218, screen 0.335671 left front noenhanced font font_text textcolor rgb ink
set label '–' at screen 0.679218, screen 0.236767 left front noenhanced font font_text textcolor rgb ink
set label 'Bedömning' at screen 0.823333, screen 0.804815 left front noenhanced font font_text textcolor rgb quiet
set label 'bedöms ej uppnås' at screen 0.823333, screen 0.731289 left front noenhanced font font_text textcolor rgb ink
set label 'bedöms uppnås' at screen 0.823333, screen 0.632384 left front noenhanced font font_text textcolor rgb ink
set label 'inget mål angivet' at screen 0.823333, screen 0.53348 left front noenhanced font font_text textcolor rgb quiet
set label 'ej mätt – uppfylls' at screen 0.823333, screen 0.448927 left front noenhanced font font_text textcolor rgb ink
set label 'inte' at screen 0.823333, screen 0.420224 left front noenhanced font font_text textcolor rgb ink
set label 'ej mätt – uppfylls' at screen 0.823333, screen 0.350023 left front noenhanced font font_text textcolor rgb ink
set label 'inte' at screen 0.823333, screen 0.321319 left front noenhanced font font_text textcolor rgb ink
set label 'ej mätt – uppfylls' at screen 0.823333, screen 0.251119 left front noenhanced font font_text textcolor rgb ink
set label 'inte' at screen 0.823333, screen 0.222415 left front noenhanced font font_text textcolor rgb ink
set label '' at screen 0.809115, screen 0.731289 front point pointtype 13 linecolor rgb bad pointsize 16.9*pixel
set label '' at screen 0.809115, screen 0.632384 front point pointtype 7 linecolor rgb good pointsize 13*pixel
set label '' at screen 0.809115, screen 0.434576 front point pointtype 4 linewidth 3 linecolor rgb quiet pointsize 10.4*pixel
set label '' at screen 0.809115, screen 0.335671 front point pointtype 4 linewidth 3 linecolor rgb quiet pointsize 10.4*pixel
set label '' at screen 0.809115, screen 0.236767 front point pointtype 4 linewidth 3 linecolor rgb quiet pointsize 10.4*pixel
set label '' at screen 0.0536458, screen 0.143333 front point pointtype 7 linecolor rgb colour[1] pointsize 11*pixel
set arrow from screen 0.131346, screen 0.143333 to screen 0.155304, screen 0.143333 nohead front linewidth 12 linecolor rgb band(colour[1], 0.35)
set arrow from screen 0.250081, screen 0.157222 to screen 0.250081, screen 0.129444 nohead front linewidth 5 linecolor rgb ink
set object rectangle from screen 0.317777, screen 0.131296 to screen 0.341735, screen 0.15537 front fillcolor rgb band(good, 0.16) fillstyle solid noborder
set label '' at screen 0.482698, screen 0.143333 front point pointtype 6 linewidth 3 linecolor rgb ink pointsize 10*pixel
set arrow from screen 0.627233, screen 0.143333 to screen 0.651192, screen 0.143333 nohead front linewidth 6 linecolor rgb quiet
plot \
  $rows using (at(9)):1:(at(9)):(at(10)):($1-0.3):($1+0.3) with boxxyerror fillcolor rgb band(good, 0.16) fillstyle solid noborder notitle, \
  $rows using (0):1:(1):(0) with vectors nohead linewidth 2 linecolor rgb grid notitle, \
  $rows using ((0-$2)/($3-$2)):1:($8/($3-$2)):(0) with vectors nohead linewidth 6 linecolor rgb quiet notitle, \
  $rows using (at(5)):1:(at(6)-at(5)):(0) with vectors nohead linewidth 12 linecolor rgb band(colour[1], 0.35) notitle, \
  $rows using (at(11)):($1-0.34):(0):(0.68) with vectors nohead linewidth 5 linecolor rgb ink notitle, \
  $rows using (at(12)):($1-0.34):(0):(0.68) with vectors nohead linewidth 5 linecolor rgb ink notitle, \
  $rows using (at(7)):1 with points pointtype 6 linewidth 3 linecolor rgb ink pointsize 10*pixel notitle, \
  $rows using (at(4)):1 with points pointtype 7 linecolor rgb colour[1] pointsize 11*pixel notitle
set output
