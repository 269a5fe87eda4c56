# prognos: 0.1.0
# command: prognos chart datasets/syntetisk_besok_manad.csv --unit besök --source 'syntetisk serie' --today 2023-03-15 -p svg -q -o plots/gallery
# input: b47b91685d869266
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
24216 831 # 2018M01
24217 807 # 2018M02
24218 873 # 2018M03
24219 811 # 2018M04
24220 800 # 2018M05
24221 672 # 2018M06
24222 520 # 2018M07
24223 771 # 2018M08
24224 910 # 2018M09
24225 1020 # 2018M10
24226 1071 # 2018M11
24227 781 # 2018M12
24228 849 # 2019M01
24229 870 # 2019M02
24230 918 # 2019M03
24231 842 # 2019M04
24232 840 # 2019M05
24233 695 # 2019M06
24234 545 # 2019M07
24235 798 # 2019M08
24236 920 # 2019M09
24237 1038 # 2019M10
24238 1068 # 2019M11
24239 815 # 2019M12
24240 931 # 2020M01
24241 877 # 2020M02
24242 956 # 2020M03
24243 910 # 2020M04
24244 922 # 2020M05
24245 704 # 2020M06
24246 579 # 2020M07
24247 793 # 2020M08
24248 1000 # 2020M09
24249 1020 # 2020M10
24250 1116 # 2020M11
24251 886 # 2020M12
24252 934 # 2021M01
24253 927 # 2021M02
24254 954 # 2021M03
24255 914 # 2021M04
24256 916 # 2021M05
24257 748 # 2021M06
24258 615 # 2021M07
24259 797 # 2021M08
24260 1043 # 2021M09
24261 1060 # 2021M10
24262 1144 # 2021M11
24263 888 # 2021M12
24264 987 # 2022M01
24265 954 # 2022M02
24266 1015 # 2022M03
24267 910 # 2022M04
24268 956 # 2022M05
24269 756 # 2022M06
24270 629 # 2022M07
24271 928 # 2022M08
24272 1083 # 2022M09
24273 1160 # 2022M10
24274 1211 # 2022M11
24275 933 # 2022M12
END
# period, median, 80 per cent: lower, upper, 95 per cent: lower, upper
$forecast_1 << END
24275 933 933 933 933 933 # 2022M12
24276 1025.287667 983.4010974 1068.495843 960.3583858 1093.257608 # 2023M01
24277 1005.033677 962.3481671 1048.564118 938.3357818 1073.665307 # 2023M02
24278 1066.783376 1019.53197 1113.625351 992.5237599 1140.382161 # 2023M03
24279 995.6808921 949.9034936 1041.143553 923.2251587 1067.689362 # 2023M04
24280 1007.181378 959.9103205 1054.282334 932.0953721 1082.265903 # 2023M05
24281 816.8390797 776.3144465 858.390876 751.625439 884.5776518 # 2023M06
24282 666.3606887 632.4238111 707.0489804 612.331378 734.7008767 # 2023M07
24283 932.5553533 884.2079542 980.457109 854.637585 1009.904596 # 2023M08
24284 1126.231824 1066.375259 1183.965457 1030.600713 1218.174071 # 2023M09
24285 1201.1522 1134.329684 1265.618683 1095.593334 1303.042389 # 2023M10
24286 1269.123175 1196.220884 1340.201719 1154.850276 1381.39602 # 2023M11
24287 984.0683786 927.3948703 1039.76791 892.7405487 1074.118862 # 2023M12
END

set lmargin at screen 0.0881417
set rmargin at screen 0.740348
set tmargin at screen 0.698889
set bmargin at screen 0.153889
set xrange [24214.935:24288.065]
set yrange [0:1450.4658]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2018' 24216, '2019' 24228, '2020' 24240, '2021' 24252, '2022' 24264, '2023' 24276) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '250' 250, '500' 500, '750' 750, '1000' 1000, '1250' 1250) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.628288, screen 0.153889 to screen 0.740348, screen 0.746389 behind fillcolor rgb zone_forecast fillstyle solid noborder
set arrow from screen 0.628288, screen 0.153889 to screen 0.628288, screen 0.746389 nohead back linecolor rgb zone_line linewidth 2 dashtype (4,4)
set label 'Besök på fritidsgård (syntetisk serie):' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label '933 besök dec. 2022, omkring 984 dec. 2023' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Besök, utfall jan. 2018 – dec. 2022, prognos jan. 2023 – dec. 2023' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: syntetisk serie · Prognos 2023-03-15, data t.o.m. dec. 2022' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.096475, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label 'Prognos' at screen 0.636621, screen 0.725278 left front noenhanced font font_text textcolor rgb quiet
set label '984' at screen 0.73085, screen 0.493089 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '933' at screen 0.623829, screen 0.4739 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '831' at screen 0.113636, screen 0.427936 center front noenhanced font font_text textcolor rgb text_colour[1]
set label 'Besök på fritidsgård' at screen 0.79764, screen 0.523644 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '(syntetisk serie)' at screen 0.79764, screen 0.488459 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '8 av 10' at screen 0.79764, screen 0.453274 left front noenhanced font font_text textcolor rgb ink
set label '95 av 100' at screen 0.79764, screen 0.418089 left front noenhanced font font_text textcolor rgb ink
set arrow from screen 0.75389, screen 0.523644 to screen 0.787223, screen 0.523644 nohead front linestyle 1
set label '' at screen 0.770557, screen 0.523644 front point linestyle 1 linewidth 1 pointsize 9*pixel
set object rectangle from screen 0.75389, screen 0.442163 to screen 0.787223, screen 0.464385 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
set object rectangle from screen 0.75389, screen 0.442163 to screen 0.787223, screen 0.464385 front fillcolor rgb band(colour[1], band_80) fillstyle solid noborder
set object rectangle from screen 0.75389, screen 0.406977 to screen 0.787223, screen 0.4292 front fillcolor rgb band(colour[1], band_95) fillstyle solid noborder
plot \
  $forecast_1 using 1:5:6 with filledcurves linecolor rgb band(colour[1], band_95) fillstyle solid noborder notitle, \
  $forecast_1 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $forecast_1 using 1:2 with lines linestyle 11 notitle, \
  $forecast_1 using 1:2 every ::1 with points linestyle 1 linewidth 1  pointsize 4.62*pixel notitle, \
  $forecast_1 using 1:2 every ::1 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 2.31*pixel notitle, \
  $outcome_1 using 1:2 with lines linestyle 1 notitle, \
  $outcome_1 using 1:2 with points linestyle 1 linewidth 1  pointsize 4.62*pixel notitle
set output
