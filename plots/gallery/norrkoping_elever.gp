# prognos: 0.1.0
# command: prognos chart datasets/norrkoping_elever.csv --kind people --unit elever --source 'Norrköpings kommun, elever 15 oktober' --horizon 10 --today 2023-03-15 -p svg -q -o plots/gallery
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
2030 316.6757258 206.3450971 442.6649771 163.8067681 520.4616511
2031 323.7643678 203.2414506 471.111232 158.468374 565.3967517
2032 330.6614065 200.3810628 500.8754792 153.5568063 614.0469788
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
2023 125.0247164 114.7480627 136.0138695 107.0971334 144.869369
2024 124.703706 107.9960173 142.9434271 97.40339039 156.1613157
2025 124.5783619 102.8531887 148.931909 89.90076193 166.436526
2026 124.5438502 98.68792275 154.3668933 83.75044766 176.2773544
2027 124.5542455 95.19589442 159.3959413 78.5522757 185.9050033
2028 124.5884412 92.19025574 164.1093432 74.05689096 195.4540707
2029 124.6361999 89.54800851 168.5701685 70.09691318 205.0205397
2030 124.6922663 87.18498157 172.8244833 66.5559286 214.6765536
2031 124.7537468 85.04182811 176.9066753 63.35081647 224.4778997
2032 124.8189058 83.07561271 180.8428373 60.42081968 234.4688651
END

set lmargin at screen 0.0788667
set rmargin at screen 0.759345
set tmargin at screen 0.698889
set bmargin at screen 0.153889
set xrange [2016.5:2032.5]
set yrange [0:644.74933]
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
set label 'Grundsärskola: omkring 331,' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Gymnasiesärskola: omkring 125 år 2032' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2017–2022, prognos 2023–2032' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: Norrköpings kommun, elever 15 oktober · Prognos 2023-03-15, data t.o.m. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0872, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.342379, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Utblick' at screen 0.555029, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label '331' at screen 0.73808, screen 0.463949 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '249' at screen 0.312781, screen 0.394922 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '168' at screen 0.100132, screen 0.326453 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '125' at screen 0.73808, screen 0.289953 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '126' at screen 0.312781, screen 0.290951 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '96' at screen 0.100132, screen 0.265592 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '259' at screen 0.355311, screen 0.403008 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '268' at screen 0.397841, screen 0.411191 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '277' at screen 0.440371, screen 0.418846 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '286' at screen 0.4829, screen 0.426079 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '294' at screen 0.52543, screen 0.432971 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '302' at screen 0.56796, screen 0.439581 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '309' at screen 0.61049, screen 0.445956 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '317' at screen 0.65302, screen 0.452127 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '324' at screen 0.69555, screen 0.458119 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '183' at screen 0.142661, screen 0.339132 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '198' at screen 0.185191, screen 0.351812 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '214' at screen 0.227721, screen 0.365336 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '240' at screen 0.270251, screen 0.387314 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '125' at screen 0.355311, screen 0.290127 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.397841, screen 0.289855 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.440371, screen 0.289749 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.4829, screen 0.28972 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.52543, screen 0.289729 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.56796, screen 0.289758 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.61049, screen 0.289798 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.65302, screen 0.289846 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '125' at screen 0.69555, screen 0.289898 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '112' at screen 0.142661, screen 0.279117 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '126' at screen 0.185191, screen 0.290951 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '131' at screen 0.227721, screen 0.295177 center front noenhanced font font_text textcolor rgb text_colour[2]
set label '129' at screen 0.270251, screen 0.293487 center front noenhanced font font_text textcolor rgb text_colour[2]
set label 'Grundsärskola' at screen 0.816636, screen 0.433394 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.816636, screen 0.398208 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.816636, screen 0.363023 left front noenhanced font font_text textcolor rgb ink
set label 'Gymnasiesärskola' at screen 0.816636, screen 0.259397 left front noenhanced font font_bold textcolor rgb text_colour[2]
set label '8 av 10' at screen 0.816636, screen 0.224212 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.816636, screen 0.189027 left front noenhanced font font_text textcolor rgb ink
set arrow from screen 0.772886, screen 0.433394 to screen 0.80622, screen 0.433394 nohead front linestyle 1
set label '' at screen 0.789553, screen 0.433394 front point linestyle 1 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.772886, screen 0.387097 to screen 0.80622, screen 0.40932 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.387097 to screen 0.80622, screen 0.40932 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.351912 to screen 0.80622, screen 0.374134 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set arrow from screen 0.772886, screen 0.259397 to screen 0.80622, screen 0.259397 nohead front linestyle 2
set label '' at screen 0.789553, screen 0.259397 front point linestyle 2 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.772886, screen 0.213101 to screen 0.80622, screen 0.235323 front fillcolor rgb band(colour[2], band_95) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.213101 to screen 0.80622, screen 0.235323 front fillcolor rgb band(colour[2], band_80) fillstyle solid noborder
set object rectangle from screen 0.772886, screen 0.177916 to screen 0.80622, screen 0.200138 front fillcolor rgb band(colour[2], band_95) fillstyle solid noborder
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
