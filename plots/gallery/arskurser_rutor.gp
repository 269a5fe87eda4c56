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
2024 54.25863179 48.63864259 60.34871545 45.31312036 64.2872382 # 2024/25
2025 54.49799926 46.81289265 62.98077829 42.35580552 68.54089701 # 2025/26
2026 54.71643376 45.52878353 64.9137626 40.265661 71.67901479 # 2026/27
2027 54.90510763 44.5265791 66.45209419 38.61011435 74.20648078 # 2027/28
2028 55.06429243 43.70058105 67.72942227 37.22151399 76.33786502 # 2028/29
END
$last_1 << END
2023 54 # 2023/24
END
$end_1 << END
2028 55.06429243 # 2028/29
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
2024 55.35645799 48.95132197 62.1882141 45.2316912 66.56777013 # 2024/25
2025 55.63424487 46.9960887 65.03657338 42.06198812 71.1730708 # 2025/26
2026 55.8710447 45.6941222 67.07707989 39.94537844 74.47653537 # 2026/27
2027 56.06823339 44.71415193 68.67426728 38.3436263 77.07831912 # 2027/28
2028 56.23053542 43.92616848 69.98392398 37.04865271 79.2322026 # 2028/29
END
$last_2 << END
2023 55 # 2023/24
END
$end_2 << END
2028 56.23053542 # 2028/29
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
2024 57.25332766 50.4943752 64.3993364 46.58257845 68.96086229 # 2024/25
2025 57.45120556 48.33204894 67.26024073 43.08486008 73.6458367 # 2025/26
2026 57.62298644 46.90656928 69.30341613 40.76954771 77.00953826 # 2026/27
2027 57.76757912 45.84420734 70.90151072 39.04190289 79.66558896 # 2027/28
2028 57.8871751 44.99696237 72.21256245 37.66417225 81.87172784 # 2028/29
END
$last_3 << END
2023 57 # 2023/24
END
$end_3 << END
2028 57.8871751 # 2028/29
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
2024 64.52545131 57.40794133 71.96365113 53.24397189 76.74850435 # 2024/25
2025 64.16142682 54.58591396 74.34696676 49.11101783 80.97474533 # 2025/26
2026 63.84903452 52.62023458 76.05908051 46.31282394 84.06894423 # 2026/27
2027 63.58744967 51.11875908 77.44092633 44.20508792 86.63688877 # 2027/28
2028 63.37201031 49.9139409 78.62313241 42.52352124 88.91084988 # 2028/29
END
$last_4 << END
2023 65 # 2023/24
END
$end_4 << END
2028 63.37201031 # 2028/29
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
2024 63.58398531 55.49381338 72.23594951 50.83577147 77.78722888 # 2024/25
2025 63.27354977 52.49259261 75.06639015 46.40834423 82.77215965 # 2025/26
2026 63.02502012 50.46195145 77.00219261 43.48407548 86.25202692 # 2026/27
2027 62.82623598 48.93786659 78.49517342 41.32087116 88.9788233 # 2027/28
2028 62.66764889 47.72927587 79.72413968 39.62000269 91.25548012 # 2028/29
END
$last_5 << END
2023 64 # 2023/24
END
$end_5 << END
2028 62.66764889 # 2028/29
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
2024 64.334948 56.90056388 72.34803915 52.61457468 77.50915248 # 2024/25
2025 63.84060803 53.92952598 74.78663629 48.29910414 82.11694665 # 2025/26
2026 63.43427416 51.86467389 76.42591785 45.37736431 85.32083689 # 2026/27
2027 63.10305248 50.29442637 77.68276603 43.1844317 87.83503297 # 2027/28
2028 62.83522209 49.04183867 78.71997222 41.44392059 89.94914692 # 2028/29
END
$last_6 << END
2023 65 # 2023/24
END
$end_6 << END
2028 62.83522209 # 2028/29
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
2024 53.1796471 46.06403262 60.78236725 42.00404545 65.64247239 # 2024/25
2025 53.4245017 43.7459466 63.89391054 38.1830768 70.70962811 # 2025/26
2026 53.63998534 42.25286096 66.12056381 35.67555705 74.37348623 # 2026/27
2027 53.82150322 41.15815846 67.86512276 33.8301856 77.28480432 # 2027/28
2028 53.97134028 40.29420819 69.29694757 32.37723582 79.71303978 # 2028/29
END
$last_7 << END
2023 53 # 2023/24
END
$end_7 << END
2028 53.97134028 # 2028/29
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
set yrange [0:83.710347]
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
set yrange [0:83.710347]
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
set yrange [0:83.710347]
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
set yrange [0:83.710347]
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
set yrange [0:83.710347]
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
set yrange [0:83.710347]
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
set yrange [0:83.710347]
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
set label '55' at screen 0.257863, screen 0.700676 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '54' at screen 0.188079, screen 0.727335 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 1' at screen 0.296204, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '56' at screen 0.484475, screen 0.704946 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '55' at screen 0.414692, screen 0.730996 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 2' at screen 0.522817, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '58' at screen 0.711088, screen 0.711011 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '57' at screen 0.652663, screen 0.738319 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 3' at screen 0.749429, screen 0.828704 left front noenhanced font font_bold textcolor rgb ink
set label '63' at screen 0.9377, screen 0.731093 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '65' at screen 0.867917, screen 0.767609 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 4' at screen 0.0695917, screen 0.466667 left front noenhanced font font_bold textcolor rgb ink
set label '63' at screen 0.257863, screen 0.366477 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '64' at screen 0.188079, screen 0.40191 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 5' at screen 0.296204, screen 0.466667 left front noenhanced font font_bold textcolor rgb ink
set label '63' at screen 0.484475, screen 0.36709 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '65' at screen 0.414692, screen 0.405571 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Lindskolan · Åk 6' at screen 0.522817, screen 0.466667 left front noenhanced font font_bold textcolor rgb ink
set label '54' at screen 0.711088, screen 0.334638 left front noenhanced font font_text textcolor rgb text_colour[1]
set label '53' at screen 0.652663, screen 0.361637 center front noenhanced font font_text textcolor rgb text_colour[1]
plot NaN notitle
unset multiplot
set output
