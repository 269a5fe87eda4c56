# prognos: 0.1.0
# command: prognos chart datasets/syntetisk_besok_manad.csv --type seasonal --unit besök --source 'syntetisk serie' --name besok_sasong --today 2023-03-15 -p svg -q -o plots/gallery
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

# 2018
$outcome_1 << END
0 831
1 807
2 873
3 811
4 800
5 672
6 520
7 771
8 910
9 1020
10 1071
11 781
END
# 2019
$outcome_2 << END
0 849
1 870
2 918
3 842
4 840
5 695
6 545
7 798
8 920
9 1038
10 1068
11 815
END
# 2020
$outcome_3 << END
0 931
1 877
2 956
3 910
4 922
5 704
6 579
7 793
8 1000
9 1020
10 1116
11 886
END
# 2021
$outcome_4 << END
0 934
1 927
2 954
3 914
4 916
5 748
6 615
7 797
8 1043
9 1060
10 1144
11 888
END
# 2022
$outcome_5 << END
0 987
1 954
2 1015
3 910
4 956
5 756
6 629
7 928
8 1083
9 1160
10 1211
11 933
END
# place in the year, median, 80 per cent: lower, upper
$forecast_6 << END
0 1025.287667 983.4010974 1068.495843
1 1005.033677 962.3481671 1048.564118
2 1066.783376 1019.53197 1113.625351
3 995.6808921 949.9034936 1041.143553
4 1007.181378 959.9103205 1054.282334
5 816.8390797 776.3144465 858.390876
6 666.3606887 632.4238111 707.0489804
7 932.5553533 884.2079542 980.457109
8 1126.231824 1066.375259 1183.965457
9 1201.1522 1134.329684 1265.618683
10 1269.123175 1196.220884 1340.201719
11 984.0683786 927.3948703 1039.76791
END
$ahead_6 << END
0 1025.287667 983.4010974 1068.495843
1 1005.033677 962.3481671 1048.564118
2 1066.783376 1019.53197 1113.625351
3 995.6808921 949.9034936 1041.143553
4 1007.181378 959.9103205 1054.282334
5 816.8390797 776.3144465 858.390876
6 666.3606887 632.4238111 707.0489804
7 932.5553533 884.2079542 980.457109
8 1126.231824 1066.375259 1183.965457
9 1201.1522 1134.329684 1265.618683
10 1269.123175 1196.220884 1340.201719
11 984.0683786 927.3948703 1039.76791
END

set lmargin at screen 0.0881417
set rmargin at screen 0.818404
set tmargin at screen 0.801852
set bmargin at screen 0.153889
set xrange [-0.5:11.5]
set yrange [0:1407.2118]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics ('jan.' 0, 'feb.' 1, 'mars' 2, 'apr.' 3, 'maj' 4, 'juni' 5, 'juli' 6, 'aug.' 7, 'sep.' 8, 'okt.' 9, 'nov.' 10, 'dec.' 11) scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '250' 250, '500' 500, '750' 750, '1000' 1000, '1250' 1250) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
set arrow from screen 0.795268, screen 0.607012 to screen 0.838196, screen 0.638339 nohead back linecolor rgb zone_line linewidth 1.5
set arrow from screen 0.795268, screen 0.583497 to screen 0.838196, screen 0.606857 nohead back linecolor rgb zone_line linewidth 1.5
set arrow from screen 0.795268, screen 0.562776 to screen 0.838196, screen 0.575376 nohead back linecolor rgb zone_line linewidth 1.5
set arrow from screen 0.795268, screen 0.561855 to screen 0.838196, screen 0.543894 nohead back linecolor rgb zone_line linewidth 1.5
set arrow from screen 0.795268, screen 0.529163 to screen 0.838196, screen 0.512413 nohead back linecolor rgb zone_line linewidth 1.5
set arrow from screen 0.795268, screen 0.513507 to screen 0.838196, screen 0.480931 nohead back linecolor rgb zone_line linewidth 1.5
set label 'Flest besök i november, färst i juli' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'Besök, utfall jan. 2018 – dec. 2022, prognos jan. 2023 – dec. 2023 · Besök på fritidsgård (syntetisk serie)' at screen 0.0416667, screen 0.872222 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: syntetisk serie · Prognos 2023-03-15, data t.o.m. dec. 2022 · Färgat fält: 8 av 10' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label '2023 prognos' at screen 0.845488, screen 0.638339 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '2022' at screen 0.845488, screen 0.606857 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '2021' at screen 0.845488, screen 0.575376 left front noenhanced font font_text textcolor rgb quiet
set label '2020' at screen 0.845488, screen 0.543894 left front noenhanced font font_text textcolor rgb quiet
set label '2019' at screen 0.845488, screen 0.512413 left front noenhanced font font_text textcolor rgb quiet
set label '2018' at screen 0.845488, screen 0.480931 left front noenhanced font font_text textcolor rgb quiet
set label '1269' at screen 0.727121, screen 0.768823 center front noenhanced font font_text textcolor rgb text_colour[1]
plot \
  $forecast_6 using 1:3:4 with filledcurves linecolor rgb band(colour[1], band_80) fillstyle solid noborder notitle, \
  $outcome_1 using 1:2 with lines linetype 1 linecolor rgb axis linewidth 2.5 notitle, \
  $outcome_1 using 1:2 with points pointtype 7 linecolor rgb axis linewidth 1 pointsize 2.5*pixel notitle, \
  $outcome_2 using 1:2 with lines linetype 1 linecolor rgb axis linewidth 2.5 notitle, \
  $outcome_2 using 1:2 with points pointtype 7 linecolor rgb axis linewidth 1 pointsize 2.5*pixel notitle, \
  $outcome_3 using 1:2 with lines linetype 1 linecolor rgb axis linewidth 2.5 notitle, \
  $outcome_3 using 1:2 with points pointtype 7 linecolor rgb axis linewidth 1 pointsize 2.5*pixel notitle, \
  $outcome_4 using 1:2 with lines linetype 1 linecolor rgb quiet linewidth 3 notitle, \
  $outcome_4 using 1:2 with points pointtype 7 linecolor rgb axis linewidth 1 pointsize 2.5*pixel notitle, \
  $forecast_6 using 1:2 with lines linestyle 11 notitle, \
  $ahead_6 using 1:2 with points linestyle 1 linewidth 1 pointsize 9*pixel notitle, \
  $ahead_6 using 1:2 with points linestyle 1 linewidth 1 linecolor rgb paper pointsize 4.5*pixel notitle, \
  $outcome_5 using 1:2 with lines linestyle 1 notitle, \
  $outcome_5 using 1:2 with points linestyle 1 linewidth 1 pointsize 9*pixel notitle
set output
