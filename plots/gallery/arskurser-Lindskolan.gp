# prognos: 0.1.0
# command: prognos cohort datasets/syntetisk_arskurser.csv --area Lindskolan --source 'syntetiska elever' --today 2024-03-15 --name arskurser -q -p svg --chart plots/gallery -f csv
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

# column, row, persons, how strong the colour is
$persons << END
0.5 0.5 60 0.315 # 2017/18
0.5 1.5 67 0.58 # 2017/18
0.5 2.5 55 0.126 # 2017/18
0.5 3.5 58 0.239 # 2017/18
0.5 4.5 57 0.201 # 2017/18
0.5 5.5 59 0.277 # 2017/18
0.5 6.5 53 0.05 # 2017/18
1.5 0.5 63 0.429 # 2018/19
1.5 1.5 59 0.277 # 2018/19
1.5 2.5 65 0.504 # 2018/19
1.5 3.5 57 0.201 # 2018/19
1.5 4.5 60 0.315 # 2018/19
1.5 5.5 58 0.239 # 2018/19
1.5 6.5 59 0.277 # 2018/19
2.5 0.5 60 0.315 # 2019/20
2.5 1.5 61 0.353 # 2019/20
2.5 2.5 59 0.277 # 2019/20
2.5 3.5 65 0.504 # 2019/20
2.5 4.5 60 0.315 # 2019/20
2.5 5.5 60 0.315 # 2019/20
2.5 6.5 58 0.239 # 2019/20
3.5 0.5 57 0.201 # 2020/21
3.5 1.5 61 0.353 # 2020/21
3.5 2.5 61 0.353 # 2020/21
3.5 3.5 57 0.201 # 2020/21
3.5 4.5 66 0.542 # 2020/21
3.5 5.5 60 0.315 # 2020/21
3.5 6.5 60 0.315 # 2020/21
4.5 0.5 57 0.201 # 2021/22
4.5 1.5 60 0.315 # 2021/22
4.5 2.5 64 0.466 # 2021/22
4.5 3.5 64 0.466 # 2021/22
4.5 4.5 54 0.088 # 2021/22
4.5 5.5 62 0.391 # 2021/22
4.5 6.5 66 0.542 # 2021/22
5.5 0.5 54 0.088 # 2022/23
5.5 1.5 57 0.201 # 2022/23
5.5 2.5 64 0.466 # 2022/23
5.5 3.5 63 0.429 # 2022/23
5.5 4.5 64 0.466 # 2022/23
5.5 5.5 54 0.088 # 2022/23
5.5 6.5 62 0.391 # 2022/23
6.5 0.5 54 0.088 # 2023/24
6.5 1.5 55 0.126 # 2023/24
6.5 2.5 57 0.201 # 2023/24
6.5 3.5 65 0.504 # 2023/24
6.5 4.5 64 0.466 # 2023/24
6.5 5.5 65 0.504 # 2023/24
6.5 6.5 53 0.05 # 2023/24
7.5 0.5 54 0.088 # 2024/25
7.5 1.5 54 0.088 # 2024/25
7.5 2.5 56 0.164 # 2024/25
7.5 3.5 57 0.201 # 2024/25
7.5 4.5 66 0.542 # 2024/25
7.5 5.5 64 0.466 # 2024/25
7.5 6.5 65 0.504 # 2024/25
8.5 0.5 54 0.088 # 2025/26
8.5 1.5 55 0.126 # 2025/26
8.5 2.5 55 0.126 # 2025/26
8.5 3.5 56 0.164 # 2025/26
8.5 4.5 58 0.239 # 2025/26
8.5 5.5 66 0.542 # 2025/26
8.5 6.5 64 0.466 # 2025/26
9.5 0.5 55 0.126 # 2026/27
9.5 1.5 55 0.126 # 2026/27
9.5 2.5 55 0.126 # 2026/27
9.5 3.5 55 0.126 # 2026/27
9.5 4.5 56 0.164 # 2026/27
9.5 5.5 58 0.239 # 2026/27
9.5 6.5 66 0.542 # 2026/27
10.5 0.5 55 0.126 # 2027/28
10.5 1.5 55 0.126 # 2027/28
10.5 2.5 55 0.126 # 2027/28
10.5 3.5 55 0.126 # 2027/28
10.5 4.5 55 0.126 # 2027/28
10.5 5.5 57 0.201 # 2027/28
10.5 6.5 59 0.277 # 2027/28
11.5 0.5 55 0.126 # 2028/29
11.5 1.5 55 0.126 # 2028/29
11.5 2.5 56 0.164 # 2028/29
11.5 3.5 55 0.126 # 2028/29
11.5 4.5 56 0.164 # 2028/29
11.5 5.5 56 0.164 # 2028/29
11.5 6.5 57 0.201 # 2028/29
END
shade(part) = channel(colour[1], 16, part) + channel(colour[1], 8, part) + channel(colour[1], 0, part)

set lmargin at screen 0.109994
set rmargin at screen 0.958333
set tmargin at screen 0.749074
set bmargin at screen 0.234815
set xrange [0:12]
set yrange [7:0]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics () scale 0 nomirror textcolor rgb quiet
set ytics () scale 0 nomirror textcolor rgb quiet
unset xtics
unset ytics
unset grid
set object rectangle from screen 0.323381, screen 0.677923 to screen 0.391472, screen 0.746759 front fillstyle empty border linecolor rgb ink linewidth 4
set object rectangle from screen 0.394076, screen 0.604458 to screen 0.462166, screen 0.673294 front fillstyle empty border linecolor rgb ink linewidth 4
set object rectangle from screen 0.464771, screen 0.530992 to screen 0.532861, screen 0.599828 front fillstyle empty border linecolor rgb ink linewidth 4
set object rectangle from screen 0.535466, screen 0.457526 to screen 0.603556, screen 0.526362 front fillstyle empty border linecolor rgb ink linewidth 4
set object rectangle from screen 0.606161, screen 0.384061 to screen 0.674251, screen 0.452897 front fillstyle empty border linecolor rgb ink linewidth 4
set object rectangle from screen 0.676856, screen 0.310595 to screen 0.744946, screen 0.379431 front fillstyle empty border linecolor rgb ink linewidth 4
set object rectangle from screen 0.747551, screen 0.23713 to screen 0.815641, screen 0.305966 front fillstyle empty border linecolor rgb ink linewidth 4
set arrow from screen 0.604859, screen 0.15037 to screen 0.604859, screen 0.822963 nohead front linecolor rgb quiet linewidth 3 dashtype (6,4)
set label 'Den största årskullen når årskurs 4 hösten 2024' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Lindskolan · Antal efter årskurs och år, utfall 2017/18–2023/24, prognos 2024/25–2028/29' at screen 0.0416667, screen 0.872222 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: syntetiska elever · Prognos 2024-03-15, data t.o.m. 2023/24' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label '53' at screen 0.0416667, screen 0.108148 left front noenhanced font font_text textcolor rgb ink
set label '67' at screen 0.189383, screen 0.108148 left front noenhanced font font_text textcolor rgb ink
set label 'den största årskullen' at screen 0.264183, screen 0.108148 left front noenhanced font font_text textcolor rgb ink
set label 'F-klass' at screen 0.0995771, screen 0.712341 right front noenhanced font font_text textcolor rgb quiet
set label 'Åk 1' at screen 0.0995771, screen 0.638876 right front noenhanced font font_text textcolor rgb quiet
set label 'Åk 2' at screen 0.0995771, screen 0.56541 right front noenhanced font font_text textcolor rgb quiet
set label 'Åk 3' at screen 0.0995771, screen 0.491944 right front noenhanced font font_text textcolor rgb quiet
set label 'Åk 4' at screen 0.0995771, screen 0.418479 right front noenhanced font font_text textcolor rgb quiet
set label 'Åk 5' at screen 0.0995771, screen 0.345013 right front noenhanced font font_text textcolor rgb quiet
set label 'Åk 6' at screen 0.0995771, screen 0.271548 right front noenhanced font font_text textcolor rgb quiet
set label '2017/18' at screen 0.145341, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2018/19' at screen 0.216036, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2019/20' at screen 0.286731, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2020/21' at screen 0.357426, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2021/22' at screen 0.428121, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2022/23' at screen 0.498816, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2023/24' at screen 0.569511, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2024/25' at screen 0.640206, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2025/26' at screen 0.710901, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2026/27' at screen 0.781596, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2027/28' at screen 0.852291, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label '2028/29' at screen 0.922986, screen 0.770185 center front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.112077, screen 0.808889 left front noenhanced font font_bold textcolor rgb quiet
set label 'Prognos' at screen 0.613192, screen 0.808889 left front noenhanced font font_bold textcolor rgb quiet
set label '60' at screen 0.145341, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '67' at screen 0.145341, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.145341, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '58' at screen 0.145341, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.145341, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '59' at screen 0.145341, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '53' at screen 0.145341, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '63' at screen 0.216036, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '59' at screen 0.216036, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '65' at screen 0.216036, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.216036, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.216036, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '58' at screen 0.216036, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '59' at screen 0.216036, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.286731, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '61' at screen 0.286731, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '59' at screen 0.286731, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '65' at screen 0.286731, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.286731, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.286731, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '58' at screen 0.286731, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.357426, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '61' at screen 0.357426, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '61' at screen 0.357426, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.357426, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '66' at screen 0.357426, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.357426, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.357426, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.428121, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '60' at screen 0.428121, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.428121, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.428121, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.428121, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '62' at screen 0.428121, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '66' at screen 0.428121, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.498816, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.498816, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.498816, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '63' at screen 0.498816, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.498816, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.498816, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '62' at screen 0.498816, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.569511, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.569511, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.569511, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '65' at screen 0.569511, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.569511, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '65' at screen 0.569511, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '53' at screen 0.569511, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.640206, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.640206, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '56' at screen 0.640206, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.640206, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '66' at screen 0.640206, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.640206, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '65' at screen 0.640206, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '54' at screen 0.710901, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.710901, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.710901, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '56' at screen 0.710901, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '58' at screen 0.710901, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '66' at screen 0.710901, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '64' at screen 0.710901, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.781596, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.781596, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.781596, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.781596, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '56' at screen 0.781596, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '58' at screen 0.781596, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '66' at screen 0.781596, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.852291, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.852291, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.852291, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.852291, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.852291, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.852291, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '59' at screen 0.852291, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.922986, screen 0.712341 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.922986, screen 0.638876 center front noenhanced font font_text textcolor rgb ink
set label '56' at screen 0.922986, screen 0.56541 center front noenhanced font font_text textcolor rgb ink
set label '55' at screen 0.922986, screen 0.491944 center front noenhanced font font_text textcolor rgb ink
set label '56' at screen 0.922986, screen 0.418479 center front noenhanced font font_text textcolor rgb ink
set label '56' at screen 0.922986, screen 0.345013 center front noenhanced font font_text textcolor rgb ink
set label '57' at screen 0.922986, screen 0.271548 center front noenhanced font font_text textcolor rgb ink
set label 'Totalt' at screen 0.0995771, screen 0.203148 right front noenhanced font font_bold textcolor rgb ink
set label '409' at screen 0.145341, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '421' at screen 0.216036, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '423' at screen 0.286731, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '422' at screen 0.357426, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '427' at screen 0.428121, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '418' at screen 0.498816, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '413' at screen 0.569511, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '416' at screen 0.640206, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '408' at screen 0.710901, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '400' at screen 0.781596, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '391' at screen 0.852291, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '390' at screen 0.922986, screen 0.203148 center front noenhanced font font_bold textcolor rgb ink
set label '8 av 10' at screen 0.0995771, screen 0.167963 right front noenhanced font font_text textcolor rgb quiet
set label '349–434' at screen 0.956936, screen 0.167963 right front noenhanced font font_text textcolor rgb quiet
set label '375–426' at screen 0.815546, screen 0.167963 right front noenhanced font font_text textcolor rgb quiet
set label '406–427' at screen 0.676925, screen 0.167963 right front noenhanced font font_text textcolor rgb quiet
set object rectangle from screen 0.0675083, screen 0.0951852 to screen 0.090425, screen 0.121111 front fillcolor rgb shade(0.05) fillstyle solid noborder
set object rectangle from screen 0.090425, screen 0.0951852 to screen 0.113342, screen 0.121111 front fillcolor rgb shade(0.183) fillstyle solid noborder
set object rectangle from screen 0.113342, screen 0.0951852 to screen 0.136258, screen 0.121111 front fillcolor rgb shade(0.315) fillstyle solid noborder
set object rectangle from screen 0.136258, screen 0.0951852 to screen 0.159175, screen 0.121111 front fillcolor rgb shade(0.447) fillstyle solid noborder
set object rectangle from screen 0.159175, screen 0.0951852 to screen 0.182092, screen 0.121111 front fillcolor rgb shade(0.58) fillstyle solid noborder
set object rectangle from screen 0.233975, screen 0.0951852 to screen 0.256892, screen 0.121111 front fillstyle empty border linecolor rgb ink linewidth 4
plot $persons using 1:2:($1-0.485):($1+0.485):($2-0.46):($2+0.46):(shade($4)) with boxxyerror linecolor rgb variable fillstyle solid noborder notitle
set output
