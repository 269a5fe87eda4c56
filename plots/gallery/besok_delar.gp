# prognos: 0.1.0
# command: prognos decompose datasets/syntetisk_besok_manad.csv --unit besök --source 'syntetisk serie' --name besok_delar -q -p svg --chart plots/gallery
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
$trend_1 << END
24216 799.9902004 # 2018M01
24217 803.8422954 # 2018M02
24218 807.6943903 # 2018M03
24219 811.5464853 # 2018M04
24220 815.1425516 # 2018M05
24221 818.7386179 # 2018M06
24222 822.3346841 # 2018M07
24223 825.878722 # 2018M08
24224 829.4227599 # 2018M09
24225 832.9667977 # 2018M10
24226 835.7693595 # 2018M11
24227 838.5719213 # 2018M12
24228 841.374483 # 2019M01
24229 843.0668916 # 2019M02
24230 844.7593003 # 2019M03
24231 846.4517089 # 2019M04
24232 848.6661602 # 2019M05
24233 850.8806114 # 2019M06
24234 853.0950627 # 2019M07
24235 856.7474089 # 2019M08
24236 860.3997552 # 2019M09
24237 864.0521014 # 2019M10
24238 867.5400726 # 2019M11
24239 871.0280437 # 2019M12
24240 874.5160149 # 2020M01
24241 877.0845152 # 2020M02
24242 879.6530155 # 2020M03
24243 882.2215158 # 2020M04
24244 884.8884142 # 2020M05
24245 887.5553126 # 2020M06
24246 890.222211 # 2020M07
24247 891.9305486 # 2020M08
24248 893.6388861 # 2020M09
24249 895.3472236 # 2020M10
24250 896.947989 # 2020M11
24251 898.5487544 # 2020M12
24252 900.1495197 # 2021M01
24253 902.49429 # 2021M02
24254 904.8390604 # 2021M03
24255 907.1838307 # 2021M04
24256 909.6993482 # 2021M05
24257 912.2148657 # 2021M06
24258 914.7303832 # 2021M07
24259 917.2392243 # 2021M08
24260 919.7480654 # 2021M09
24261 922.2569065 # 2021M10
24262 925.1899394 # 2021M11
24263 928.1229723 # 2021M12
24264 931.0560052 # 2022M01
24265 936.4442438 # 2022M02
24266 941.8324824 # 2022M03
24267 947.220721 # 2022M04
24268 952.5740173 # 2022M05
24269 957.9273136 # 2022M06
24270 963.2806099 # 2022M07
24271 968.738065 # 2022M08
24272 974.1955202 # 2022M09
24273 979.6529754 # 2022M10
24274 985.3575223 # 2022M11
24275 991.0620692 # 2022M12
END
$season_1 << END
24216 33.36186927 # 2018M01
24217 12.58512656 # 2018M02
24218 66.7187675 # 2018M03
24219 0.8675050898 # 2018M04
24220 3.860932401 # 2018M05
24221 -167.1606784 # 2018M06
24222 -308.8773735 # 2018M07
24223 -75.07366954 # 2018M08
24224 93.72207585 # 2018M09
24225 161.5932088 # 2018M10
24226 220.6888596 # 2018M11
24227 -42.66603314 # 2018M12
24228 34.38441554 # 2019M01
24229 13.10624868 # 2019M02
24230 66.67438114 # 2019M03
24231 0.09230198227 # 2019M04
24232 4.578312777 # 2019M05
24233 -168.6595201 # 2019M06
24234 -309.5563461 # 2019M07
24235 -75.50480683 # 2019M08
24236 95.30399829 # 2019M09
24237 160.9741663 # 2019M10
24238 220.6718107 # 2019M11
24239 -42.38046994 # 2019M12
24240 35.39670805 # 2020M01
24241 13.61739746 # 2020M02
24242 66.62030188 # 2020M03
24243 -0.6920004935 # 2020M04
24244 5.28718732 # 2020M05
24245 -170.1661833 # 2020M06
24246 -310.2424559 # 2020M07
24247 -75.94223606 # 2020M08
24248 96.88047396 # 2020M09
24249 160.3497096 # 2020M10
24250 220.6493804 # 2020M11
24251 -42.10145899 # 2020M12
24252 36.56734616 # 2021M01
24253 13.97122231 # 2021M02
24254 66.61174947 # 2021M03
24255 -1.560022862 # 2021M04
24256 6.018361888 # 2021M05
24257 -171.81335 # 2021M06
24258 -311.038603 # 2021M07
24259 -76.18851432 # 2021M08
24260 98.48750695 # 2021M09
24261 159.8086238 # 2021M10
24262 220.7500991 # 2021M11
24263 -41.81027997 # 2021M12
24264 37.71713516 # 2022M01
24265 14.30879812 # 2022M02
24266 66.59154807 # 2022M03
24267 -2.433900294 # 2022M04
24268 6.74947531 # 2022M05
24269 -173.4547165 # 2022M06
24270 -311.8230883 # 2022M07
24271 -76.41778225 # 2022M08
24272 100.1168988 # 2022M09
24273 159.2937087 # 2022M10
24274 220.8808005 # 2022M11
24275 -41.48805546 # 2022M12
END
$remainder_1 << END
24216 -2.352069648 # 2018M01
24217 -9.427421918 # 2018M02
24218 -1.41315783 # 2018M03
24219 -1.413990405 # 2018M04
24220 -19.00348399 # 2018M05
24221 20.42206054 # 2018M06
24222 6.542689322 # 2018M07
24223 20.19494753 # 2018M08
24224 -13.14483572 # 2018M09
24225 25.43999341 # 2018M10
24226 14.54178087 # 2018M11
24227 -14.90588811 # 2018M12
24228 -26.75889855 # 2019M01
24229 13.82685968 # 2019M02
24230 6.566318582 # 2019M03
24231 -4.544010893 # 2019M04
24232 -13.24447294 # 2019M05
24233 12.77890869 # 2019M06
24234 1.461283489 # 2019M07
24235 16.75739791 # 2019M08
24236 -35.70375347 # 2019M09
24237 12.9737323 # 2019M10
24238 -20.21188325 # 2019M11
24239 -13.64757379 # 2019M12
24240 21.08727708 # 2020M01
24241 -13.70191265 # 2020M02
24242 9.726682602 # 2020M03
24243 28.47048466 # 2020M04
24244 31.82439844 # 2020M05
24245 -13.38912938 # 2020M06
24246 -0.9797551 # 2020M07
24247 -22.98831252 # 2020M08
24248 9.480639932 # 2020M09
24249 -35.69693328 # 2020M10
24250 -1.597369433 # 2020M11
24251 29.55270462 # 2020M12
24252 -2.716865888 # 2021M01
24253 10.53448764 # 2021M02
24254 -17.45080983 # 2021M03
24255 8.376192184 # 2021M04
24256 0.2822899382 # 2021M05
24257 7.598484372 # 2021M06
24258 11.30821985 # 2021M07
24259 -44.05070996 # 2021M08
24260 24.76442767 # 2021M09
24261 -22.06553028 # 2021M10
24262 -1.940038491 # 2021M11
24263 1.687307697 # 2021M12
24264 18.22685968 # 2022M01
24265 3.246958097 # 2022M02
24266 6.575969534 # 2022M03
24267 -34.78682071 # 2022M04
24268 -3.3234926 # 2022M05
24269 -28.47259706 # 2022M06
24270 -22.45752153 # 2022M07
24271 35.67971722 # 2022M08
24272 8.687580961 # 2022M09
24273 21.05331587 # 2022M10
24274 4.761677225 # 2022M11
24275 -16.57401374 # 2022M12
END
set multiplot

unset object
unset arrow
unset label
set lmargin at screen 0.0911167
set rmargin at screen 0.939583
set tmargin at screen 0.755556
set bmargin at screen 0.637037
set xrange [24215.115:24275.885]
set yrange [0:1271.55]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 24216, '' 24228, '' 24240, '' 24252, '' 24264) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '1000' 1000) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.95, screen 0.693966 to screen 0.958333, screen 0.698626 front fillcolor rgb axis fillstyle solid noborder
plot \
  $outcome_1 using 1:2 with lines linestyle 1 linewidth 4 notitle

unset object
unset arrow
unset label
set lmargin at screen 0.0911167
set rmargin at screen 0.939583
set tmargin at screen 0.588889
set bmargin at screen 0.47037
set xrange [24215.115:24275.885]
set yrange [600:1086.598]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 24216, '' 24228, '' 24240, '' 24252, '' 24264) scale 0 nomirror textcolor rgb quiet
set ytics ('600' 600, '800' 800, '1000' 1000) scale 0 nomirror textcolor rgb quiet
set object rectangle from screen 0.95, screen 0.52354 to screen 0.958333, screen 0.535719 front fillcolor rgb axis fillstyle solid noborder
plot \
  $trend_1 using 1:2 with lines linestyle 1 linewidth 4 notitle

unset object
unset arrow
unset label
set lmargin at screen 0.0911167
set rmargin at screen 0.939583
set tmargin at screen 0.422222
set bmargin at screen 0.303704
set xrange [24215.115:24275.885]
set yrange [-500:247.51599]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('' 24216, '' 24228, '' 24240, '' 24252, '' 24264) scale 0 nomirror textcolor rgb quiet
set ytics ('−500' -500, '0' 0) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.95, screen 0.358999 to screen 0.958333, screen 0.366927 front fillcolor rgb axis fillstyle solid noborder
plot \
  $season_1 using 1:2 with lines linestyle 1 linewidth 4 notitle

unset object
unset arrow
unset label
set lmargin at screen 0.0911167
set rmargin at screen 0.939583
set tmargin at screen 0.255556
set bmargin at screen 0.137037
set xrange [24215.115:24275.885]
set yrange [-50:39.666239]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('2018' 24216, '2019' 24228, '2020' 24240, '2021' 24252, '2022' 24264) scale 0 nomirror textcolor rgb quiet
set ytics ('−50' -50, '0' 0) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set object rectangle from screen 0.95, screen 0.163252 to screen 0.958333, screen 0.229341 front fillcolor rgb axis fillstyle solid noborder
plot \
  $remainder_1 using 1:2 with impulses linetype 1 linecolor rgb colour[1] linewidth 4 notitle

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
set label 'Besök på fritidsgård (syntetisk serie): trenden från 800 till 991,' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'säsongen från −312 i juli till +221 i november' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Besök, utfall jan. 2018 – dec. 2022' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: syntetisk serie · Data t.o.m. dec. 2022 · Varje stapel till höger är 50 besök hög' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Utfall' at screen 0.0911167, screen 0.777778 left front noenhanced font font_bold textcolor rgb ink
set label 'Trend' at screen 0.0911167, screen 0.611111 left front noenhanced font font_bold textcolor rgb ink
set label 'Säsong' at screen 0.0911167, screen 0.444444 left front noenhanced font font_bold textcolor rgb ink
set label 'Rest' at screen 0.0911167, screen 0.277778 left front noenhanced font font_bold textcolor rgb ink
plot NaN notitle
unset multiplot
set output
