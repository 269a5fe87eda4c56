# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --type spread --kind people --series Grundsärskola --unit elever --source 'Norrköpings kommun, elever 15 oktober' --name grundsarskola_metoder --today 2023-03-15 -p svg -q -o plots/gallery
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
END
$from_1 << END
2022 249
2023 258.5662758
2024 268.2466847
2025 277.302855
2026 285.8604363
2027 294.0131011
END
$line_1 << END
2023 258.5662758
2024 268.2466847
2025 277.302855
2026 285.8604363
2027 294.0131011
END
$from_2 << END
2022 249
2023 265.2
2024 281.4
2025 297.6
2026 313.8
2027 330
END
$line_2 << END
2023 265.2
2024 281.4
2025 297.6
2026 313.8
2027 330
END
$from_3 << END
2022 249
2023 267.8666667
2024 284.7809524
2025 301.6952381
2026 318.6095238
2027 335.5238095
END
$line_3 << END
2023 267.8666667
2024 284.7809524
2025 301.6952381
2026 318.6095238
2027 335.5238095
END
$from_4 << END
2022 249
2023 249
2024 249
2025 249
2026 249
2027 249
END
$line_4 << END
2023 249
2024 249
2025 249
2026 249
2027 249
END

set lmargin at screen 0.0788667
set rmargin at screen 0.717811
set tmargin at screen 0.801852
set bmargin at screen 0.189074
set xrange [2016.5:2027.5]
set yrange [0:382.83002]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017' 2017, '2018' 2018, '2019' 2019, '2020' 2020, '2021' 2021, '2022' 2022, '2023' 2023, '2024' 2024, '2025' 2025, '2026' 2026, '2027' 2027) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '100' 100, '200' 200, '300' 300) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.427382, screen 0.189074 to screen 0.717811, screen 0.801852 behind fillcolor rgb zone_forecast fillstyle solid noborder
set label 'Metoderna ger mellan 249 och 336 elever år 2027' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2027 · Grundsärskola' at screen 0.0416667, screen 0.872222 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.087037 left front noenhanced font font_text textcolor rgb quiet
set label 'Färgat fält: 8 av 10 enligt sammanvägd exponentiell utjämning' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label '249' at screen 0.398339, screen 0.618192 center front noenhanced font font_text textcolor rgb ink
set label '168' at screen 0.10791, screen 0.488539 center front noenhanced font font_text textcolor rgb ink
set label '183' at screen 0.165995, screen 0.512549 center front noenhanced font font_text textcolor rgb ink
set label '198' at screen 0.224081, screen 0.536559 center front noenhanced font font_text textcolor rgb ink
set label '214' at screen 0.282167, screen 0.562169 center front noenhanced font font_text textcolor rgb ink
set label '240' at screen 0.340253, screen 0.603786 center front noenhanced font font_text textcolor rgb ink
set label '336 rät linje' at screen 0.775103, screen 0.765741 left front noenhanced font font_bold textcolor rgb text_colour[3]
set label '330 slumpvandring' at screen 0.775103, screen 0.721297 left front noenhanced font font_bold textcolor rgb text_colour[2]
set label 'med drift' at screen 0.775103, screen 0.686112 left front noenhanced font font_bold textcolor rgb text_colour[2]
set label '294 sammanvägd' at screen 0.775103, screen 0.641667 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label 'exponentiell utjämning' at screen 0.775103, screen 0.606482 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '249 senaste värdet' at screen 0.775103, screen 0.562038 left front noenhanced font font_bold textcolor rgb text_colour[4]
set arrow from screen 0.731353, screen 0.641667 to screen 0.764686, screen 0.641667 nohead front linestyle 1 linewidth 4
set label '' at screen 0.74802, screen 0.641667 front point linestyle 1 linewidth 1 pointsize 9*pixel
set label '' at screen 0.74802, screen 0.641667 front point linestyle 1 linewidth 1 linecolor rgb paper pointsize 4.5*pixel
set arrow from screen 0.731353, screen 0.721297 to screen 0.764686, screen 0.721297 nohead front linestyle 2 linewidth 4
set label '' at screen 0.74802, screen 0.721297 front point linestyle 2 linewidth 1 pointsize 9*pixel
set label '' at screen 0.74802, screen 0.721297 front point linestyle 2 linewidth 1 linecolor rgb paper pointsize 4.5*pixel
set arrow from screen 0.731353, screen 0.765741 to screen 0.764686, screen 0.765741 nohead front linestyle 3 linewidth 4
set label '' at screen 0.74802, screen 0.765741 front point linestyle 3 linewidth 1 pointsize 9*pixel
set label '' at screen 0.74802, screen 0.765741 front point linestyle 3 linewidth 1 linecolor rgb paper pointsize 4.5*pixel
set arrow from screen 0.731353, screen 0.562038 to screen 0.764686, screen 0.562038 nohead front linestyle 4 linewidth 4
set label '' at screen 0.74802, screen 0.562038 front point linestyle 4 linewidth 1 pointsize 9*pixel
set label '' at screen 0.74802, screen 0.562038 front point linestyle 4 linewidth 1 linecolor rgb paper pointsize 4.5*pixel
plot \
  $forecast_1 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $from_4 using 1:2 with lines linestyle 4 linewidth 4 notitle, \
  $line_4 using 1:2 with points linestyle 4 linewidth 1 pointsize 9*pixel notitle, \
  $line_4 using 1:2 with points linestyle 4 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $from_3 using 1:2 with lines linestyle 3 linewidth 4 notitle, \
  $line_3 using 1:2 with points linestyle 3 linewidth 1 pointsize 9*pixel notitle, \
  $line_3 using 1:2 with points linestyle 3 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $from_2 using 1:2 with lines linestyle 2 linewidth 4 notitle, \
  $line_2 using 1:2 with points linestyle 2 linewidth 1 pointsize 9*pixel notitle, \
  $line_2 using 1:2 with points linestyle 2 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $from_1 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $line_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 9*pixel notitle, \
  $line_1 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $outcome_1 using 1:2 with lines linetype 1 linecolor rgb ink linewidth 6 notitle, \
  $outcome_1 using 1:2 with points pointtype 7 linecolor rgb ink linewidth 1 pointsize 9*pixel notitle
set output
