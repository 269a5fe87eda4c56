# prognos: 0.1.0
# command: prognos chart datasets/syntetisk_arskurser.csv --type multiples --select Skola=Lindskolan --kind people --unit elever --source 'syntetiska elever' --name arskurser_rutor --today 2023-03-15 -p svg -q -o plots/gallery
# input: 3938bb873a100d98
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
2014 61 # 2014/15
2015 55 # 2015/16
2016 63 # 2016/17
2017 60 # 2017/18
2018 63 # 2018/19
2019 60 # 2019/20
2020 57 # 2020/21
2021 57 # 2021/22
2022 54 # 2022/23
2023 54 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_1 << END
2023 54 54 54 54 54 # 2023/24
2024 54.28340074 48.74288522 60.24249809 45.42143417 64.15280537 # 2024/25
2025 54.45896275 46.97907407 62.77691003 42.51431995 68.31544975 # 2025/26
2026 54.59721445 45.73411412 64.66884946 40.45179593 71.4019602 # 2026/27
2027 54.70583848 44.76140183 66.18259572 38.82252974 73.89756617 # 2027/28
2028 54.79119886 43.95448556 67.44023782 37.46444243 76.00764931 # 2028/29
END
$last_1 << END
2023 54 # 2023/24
END
$end_1 << END
2028 54.79119886 # 2028/29
END
$outcome_2 << END
2014 59 # 2014/15
2015 59 # 2015/16
2016 56 # 2016/17
2017 67 # 2017/18
2018 59 # 2018/19
2019 61 # 2019/20
2020 61 # 2020/21
2021 60 # 2021/22
2022 57 # 2022/23
2023 55 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_2 << END
2023 55 55 55 55 55 # 2023/24
2024 55.47089875 49.07345306 62.15974277 45.34177373 66.48083527 # 2024/25
2025 55.7365068 47.17516978 64.88080398 42.22285458 70.97584105 # 2025/26
2026 55.93938147 45.91528034 66.86519089 40.13866712 74.22653733 # 2026/27
2027 56.09662319 44.97204533 68.43021497 38.5693172 76.79669626 # 2027/28
2028 56.21950489 44.21444463 69.71781905 37.31088742 78.93055151 # 2028/29
END
$last_2 << END
2023 55 # 2023/24
END
$end_2 << END
2028 56.21950489 # 2028/29
END
$outcome_3 << END
2014 58 # 2014/15
2015 59 # 2015/16
2016 59 # 2016/17
2017 55 # 2017/18
2018 65 # 2018/19
2019 59 # 2019/20
2020 61 # 2020/21
2021 64 # 2021/22
2022 64 # 2022/23
2023 57 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_3 << END
2023 57 57 57 57 57 # 2023/24
2024 57.50069691 50.66066038 64.58451287 46.73169093 69.02075241 # 2024/25
2025 57.76879015 48.5530966 67.26261364 43.29779523 73.50458432 # 2025/26
2026 57.98273181 47.16445932 69.22344521 41.01381334 76.79829365 # 2026/27
2027 58.15429084 46.13548049 70.78392521 39.30980131 79.42026087 # 2027/28
2028 58.29241513 45.31885564 72.08133766 37.95632685 81.6106922 # 2028/29
END
$last_3 << END
2023 57 # 2023/24
END
$end_3 << END
2028 58.29241513 # 2028/29
END
$outcome_4 << END
2014 52 # 2014/15
2015 56 # 2015/16
2016 55 # 2016/17
2017 58 # 2017/18
2018 57 # 2018/19
2019 65 # 2019/20
2020 57 # 2020/21
2021 64 # 2021/22
2022 63 # 2022/23
2023 65 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_4 << END
2023 65 65 65 65 65 # 2023/24
2024 64.86801962 58.01470003 71.64023855 53.80614196 76.24519113 # 2024/25
2025 65.02285122 55.50726311 73.85746878 49.87700918 80.21707231 # 2025/26
2026 65.20844888 53.70826058 75.56747884 47.18817951 83.2120216 # 2026/27
2027 65.39417719 52.32506188 77.05705315 45.15600062 85.75023888 # 2027/28
2028 65.57174257 51.2161752 78.44110787 43.5350403 88.042316 # 2028/29
END
$last_4 << END
2023 65 # 2023/24
END
$end_4 << END
2028 65.57174257 # 2028/29
END
$outcome_5 << END
2014 58 # 2014/15
2015 54 # 2015/16
2016 58 # 2016/17
2017 57 # 2017/18
2018 60 # 2018/19
2019 60 # 2019/20
2020 66 # 2020/21
2021 54 # 2021/22
2022 64 # 2022/23
2023 64 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_5 << END
2023 64 64 64 64 64 # 2023/24
2024 63.61099277 55.66895676 72.08259363 50.98719103 77.63068489 # 2024/25
2025 63.44129765 52.81292346 74.82455951 46.64828676 82.53713495 # 2025/26
2026 63.33281414 50.85027521 76.73434098 43.75674713 86.01118168 # 2026/27
2027 63.2604234 49.36905716 78.2354214 41.61026356 88.76083161 # 2027/28
2028 63.21263258 48.19199031 79.49944916 39.92016778 91.07837788 # 2028/29
END
$last_5 << END
2023 64 # 2023/24
END
$end_5 << END
2028 63.21263258 # 2028/29
END
$outcome_6 << END
2014 53 # 2014/15
2015 58 # 2015/16
2016 57 # 2016/17
2017 59 # 2017/18
2018 58 # 2018/19
2019 60 # 2019/20
2020 60 # 2020/21
2021 62 # 2021/22
2022 54 # 2022/23
2023 65 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_6 << END
2023 65 65 65 65 65 # 2023/24
2024 64.066504 56.9487996 72.01183273 52.75424154 77.15420372 # 2024/25
2025 63.70012353 54.26520916 74.35190306 48.614338 81.59325278 # 2025/26
2026 63.46634274 52.32138042 75.95345962 45.7571552 84.74093676 # 2026/27
2027 63.30744682 50.82206347 77.20059869 43.60611018 87.25072087 # 2027/28
2028 63.19711168 49.61989247 78.25138291 41.89885921 89.388707 # 2028/29
END
$last_6 << END
2023 65 # 2023/24
END
$end_6 << END
2028 63.19711168 # 2028/29
END
$outcome_7 << END
2014 50 # 2014/15
2015 54 # 2015/16
2016 60 # 2016/17
2017 53 # 2017/18
2018 59 # 2018/19
2019 58 # 2019/20
2020 60 # 2020/21
2021 66 # 2021/22
2022 62 # 2022/23
2023 53 # 2023/24
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_7 << END
2023 53 53 53 53 53 # 2023/24
2024 53.22028404 46.09694229 60.86987057 42.03007178 65.76902946 # 2024/25
2025 53.47829616 43.79242043 63.9717087 38.26677092 70.78997953 # 2025/26
2026 53.70446927 42.30372009 66.19467498 35.79125532 74.44034308 # 2026/27
2027 53.89434851 41.21292839 67.94190633 33.96500971 77.34805737 # 2027/28
2028 54.05079964 40.35291696 69.38100622 32.52646133 79.7794755 # 2028/29
END
$last_7 << END
2023 53 # 2023/24
END
$end_7 << END
2028 54.05079964 # 2028/29
END
set multiplot

unset object
unset arrow
unset label
set lmargin at screen 0.0695917
set rmargin at screen 0.278496
set tmargin at screen 0.805556
set bmargin at screen 0.499074
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 2017, '' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '50' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.194276, screen 0.499074 to screen 0.278496, screen 0.805556 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_1 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_1 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_1 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_1 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

unset object
unset arrow
unset label
set lmargin at screen 0.296204
set rmargin at screen 0.505108
set tmargin at screen 0.805556
set bmargin at screen 0.499074
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 2017, '' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('' 0, '' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.420889, screen 0.499074 to screen 0.505108, screen 0.805556 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_2 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_2 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_2 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_2 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_2 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_2 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_2 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

unset object
unset arrow
unset label
set lmargin at screen 0.522817
set rmargin at screen 0.731721
set tmargin at screen 0.805556
set bmargin at screen 0.499074
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 2017, '' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('' 0, '' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.647501, screen 0.499074 to screen 0.731721, screen 0.805556 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_3 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_3 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_3 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_3 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_3 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_3 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_3 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

unset object
unset arrow
unset label
set lmargin at screen 0.749429
set rmargin at screen 0.958333
set tmargin at screen 0.805556
set bmargin at screen 0.499074
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017/18' 2017, '2023/24' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('' 0, '' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.874114, screen 0.499074 to screen 0.958333, screen 0.805556 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_4 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_4 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_4 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_4 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_4 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_4 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_4 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

unset object
unset arrow
unset label
set lmargin at screen 0.0695917
set rmargin at screen 0.278496
set tmargin at screen 0.443519
set bmargin at screen 0.137037
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017/18' 2017, '2023/24' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '50' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.194276, screen 0.137037 to screen 0.278496, screen 0.443519 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_5 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_5 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_5 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_5 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_5 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_5 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_5 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

unset object
unset arrow
unset label
set lmargin at screen 0.296204
set rmargin at screen 0.505108
set tmargin at screen 0.443519
set bmargin at screen 0.137037
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017/18' 2017, '2023/24' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('' 0, '' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.420889, screen 0.137037 to screen 0.505108, screen 0.443519 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_6 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_6 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_6 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_6 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_6 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_6 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_6 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

unset object
unset arrow
unset label
set lmargin at screen 0.522817
set rmargin at screen 0.731721
set tmargin at screen 0.443519
set bmargin at screen 0.137037
set xrange [2013.44:2030.2951]
set yrange [0:83.474422]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2017/18' 2017, '2023/24' 2023) scale 0 nomirror textcolor rgb quiet
set ytics ('' 0, '' 50) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.647501, screen 0.137037 to screen 0.731721, screen 0.443519 behind fillcolor rgb zone_forecast fillstyle solid noborder
plot \
  $forecast_7 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_7 using 1:2 with lines linestyle 11 linewidth 4 notitle, \
  $outcome_7 using 1:2 with lines linestyle 1 linewidth 4 notitle, \
  $outcome_7 using 1:2 with points linestyle 1 linewidth 1 pointsize 3*pixel notitle, \
  $last_7 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_7 using 1:2 with points linestyle 1 linewidth 1 pointsize 7*pixel notitle, \
  $end_7 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 3.5*pixel notitle

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
set label 'Alla 7 väntas ligga kvar ungefär på dagens nivå till 2028/29' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Elever, utfall 2014/15–2023/24, prognos 2024/25–2028/29' at screen 0.0416667, screen 0.872222 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: syntetiska elever · Prognos 2023-03-15, data t.o.m. 2023/24 · Färgat fält: 8 av 10' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Lindskolan · F-klass' at screen 0.0695917, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '55' at screen 0.257863, screen 0.700243 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '54' at screen 0.188079, screen 0.727894 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 1' at screen 0.296204, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '56' at screen 0.484475, screen 0.705487 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '55' at screen 0.414692, screen 0.731566 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 2' at screen 0.522817, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '58' at screen 0.711088, screen 0.713098 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '57' at screen 0.652663, screen 0.738909 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 3' at screen 0.749429, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '66' at screen 0.9377, screen 0.739825 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '65' at screen 0.867917, screen 0.768281 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 4' at screen 0.0695917, screen 0.466667 left front noenhanced font font_bold textcolor rgb ink
set label '63' at screen 0.257863, screen 0.369126 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '64' at screen 0.188079, screen 0.402573 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 5' at screen 0.296204, screen 0.466667 left front noenhanced font font_bold textcolor rgb ink
set label '63' at screen 0.484475, screen 0.369069 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '65' at screen 0.414692, screen 0.406244 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 6' at screen 0.522817, screen 0.466667 left front noenhanced font font_bold textcolor rgb ink
set label '54' at screen 0.711088, screen 0.335488 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '53' at screen 0.652663, screen 0.362185 center front noenhanced font font_text textcolor rgb text_colour[1]
plot NaN notitle
unset multiplot
set output
