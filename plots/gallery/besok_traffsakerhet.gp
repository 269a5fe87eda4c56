# prognos: 0.1.0
# command: prognos backtest datasets/syntetisk_besok_manad.csv --source 'syntetisk serie' -q -p svg --name besok_traffsakerhet --chart plots/gallery -f csv
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

# pooled: periods ahead, mean error in per cent (MAPE)
$error_1 << END
1 2.711145165
2 2.458820505
3 2.701557126
4 2.712747983
5 2.673146302
6 2.516586843
7 2.545730812
8 2.568313188
9 2.785296342
10 2.580418659
11 2.601745102
12 2.440438076
END
# naive: periods ahead, mean error in per cent (MAPE)
$error_2 << END
1 13.36875555
2 18.10869249
3 21.79201337
4 20.12099929
5 22.15867058
6 19.79691644
7 20.3735354
8 19.33483469
9 21.72393739
10 16.80806205
11 12.08855985
12 3.869660601
END
# seasonal-naive: periods ahead, mean error in per cent (MAPE)
$error_3 << END
1 4.125984921
2 3.992220672
3 4.086163174
4 4.089534925
5 3.983816408
6 3.825432765
7 3.910333555
8 3.842683214
9 3.957403435
10 3.807677636
11 3.886253473
12 3.869660601
END
# theta: periods ahead, mean error in per cent (MAPE)
$error_4 << END
1 3.302569071
2 3.478884923
3 6.073284457
4 6.122061015
5 6.439596967
6 5.877411774
7 5.750967837
8 4.093024644
9 4.726937672
10 4.479468014
11 4.457604025
12 3.134021993
END
# linear: periods ahead, mean error in per cent (MAPE)
$error_5 << END
1 12.9858258
2 13.79458834
3 14.25789685
4 14.13566826
5 14.44249372
6 14.80738266
7 14.41610002
8 12.48129665
9 11.90802111
10 11.0674583
11 11.04577142
12 11.9261815
END
set lmargin at screen 0.168704
set rmargin at screen 0.730311
set tmargin at screen 0.748148
set bmargin at screen 0.284074
set xrange [0.5:12.5]
set yrange [0:23.266604]
unset key
unset border
set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5
set xtics () scale 0 nomirror textcolor rgb quiet
set ytics ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20) scale 0 nomirror textcolor rgb quiet
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb axis linewidth 2
unset xtics
set label '12 månader fram har prognosen i genomsnitt' at screen 0.0416667, screen 0.925926 left front noenhanced font font_title textcolor rgb ink
set label 'varit 2,4 procent fel, att anta ingen förändring 3,9 procent' at screen 0.0416667, screen 0.872222 left front noenhanced font font_title textcolor rgb ink
set label 'Medelfel i procent av utfallet, efter hur långt fram; Besök på fritidsgård (syntetisk serie), 36 prognostillfällen' at screen 0.0416667, screen 0.818519 left front noenhanced font font_text textcolor rgb quiet
set label 'Källa: syntetisk serie · Prövat bakåt: prognosen gjord med bara det som då var känt, jämförd med utfallet' at screen 0.0416667, screen 0.087037 left front noenhanced font font_text textcolor rgb quiet
set label 'Fler prövade metoder, med större fel: 2' at screen 0.0416667, screen 0.0518519 left front noenhanced font font_text textcolor rgb quiet
set label 'Månader fram' at screen 0.0416667, screen 0.248889 left front noenhanced font font_text textcolor rgb quiet
set label '2' at screen 0.238905, screen 0.248889 center front noenhanced font font_text textcolor rgb quiet
set label '4' at screen 0.332506, screen 0.248889 center front noenhanced font font_text textcolor rgb quiet
set label '6' at screen 0.426107, screen 0.248889 center front noenhanced font font_text textcolor rgb quiet
set label '8' at screen 0.519709, screen 0.248889 center front noenhanced font font_text textcolor rgb quiet
set label '10' at screen 0.61331, screen 0.248889 center front noenhanced font font_text textcolor rgb quiet
set label '12' at screen 0.706911, screen 0.248889 center front noenhanced font font_text textcolor rgb quiet
set label 'Prognoser' at screen 0.0416667, screen 0.213704 left front noenhanced font font_text textcolor rgb quiet
set label '35' at screen 0.238905, screen 0.213704 center front noenhanced font font_text textcolor rgb ink
set label '33' at screen 0.332506, screen 0.213704 center front noenhanced font font_text textcolor rgb ink
set label '31' at screen 0.426107, screen 0.213704 center front noenhanced font font_text textcolor rgb ink
set label '29' at screen 0.519709, screen 0.213704 center front noenhanced font font_text textcolor rgb ink
set label '27' at screen 0.61331, screen 0.213704 center front noenhanced font font_text textcolor rgb ink
set label '25' at screen 0.706911, screen 0.213704 center front noenhanced font font_text textcolor rgb ink
set label 'Inom 8 av 10' at screen 0.0416667, screen 0.178519 left front noenhanced font font_text textcolor rgb quiet
set label '83 %' at screen 0.238905, screen 0.178519 center front noenhanced font font_text textcolor rgb ink
set label '82 %' at screen 0.332506, screen 0.178519 center front noenhanced font font_text textcolor rgb ink
set label '90 %' at screen 0.426107, screen 0.178519 center front noenhanced font font_text textcolor rgb ink
set label '90 %' at screen 0.519709, screen 0.178519 center front noenhanced font font_text textcolor rgb ink
set label '89 %' at screen 0.61331, screen 0.178519 center front noenhanced font font_text textcolor rgb ink
set label '92 %' at screen 0.706911, screen 0.178519 center front noenhanced font font_text textcolor rgb ink
set label 'Inom 95 av 100' at screen 0.0416667, screen 0.143333 left front noenhanced font font_text textcolor rgb quiet
set label '97 %' at screen 0.238905, screen 0.143333 center front noenhanced font font_text textcolor rgb ink
set label '97 %' at screen 0.332506, screen 0.143333 center front noenhanced font font_text textcolor rgb ink
set label '100 %' at screen 0.426107, screen 0.143333 center front noenhanced font font_text textcolor rgb ink
set label '100 %' at screen 0.519709, screen 0.143333 center front noenhanced font font_text textcolor rgb ink
set label '100 %' at screen 0.61331, screen 0.143333 center front noenhanced font font_text textcolor rgb ink
set label '100 %' at screen 0.706911, screen 0.143333 center front noenhanced font font_text textcolor rgb ink
set label '2,4' at screen 0.706911, screen 0.302195 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,6' at screen 0.66011, screen 0.305413 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,6' at screen 0.61331, screen 0.304987 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,8' at screen 0.566509, screen 0.309074 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,6' at screen 0.519709, screen 0.304746 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,5' at screen 0.472908, screen 0.304295 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,5' at screen 0.426107, screen 0.303714 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,7' at screen 0.379307, screen 0.306837 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,7' at screen 0.332506, screen 0.307627 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,7' at screen 0.285706, screen 0.307404 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,5' at screen 0.238905, screen 0.302562 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '2,7' at screen 0.192104, screen 0.307595 center front noenhanced font font_text textcolor rgb text_colour[1]
set label '3,9' at screen 0.720588, screen 0.391814 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '12,1' at screen 0.678425, screen 0.555747 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '16,8' at screen 0.631624, screen 0.649882 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '21,7' at screen 0.566509, screen 0.747934 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '19,3' at screen 0.519709, screen 0.63917 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '20,4' at screen 0.472908, screen 0.720999 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '19,8' at screen 0.426107, screen 0.648386 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '22,2' at screen 0.379307, screen 0.756605 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '20,1' at screen 0.332506, screen 0.654851 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '21,8' at screen 0.285706, screen 0.749292 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '18,1' at screen 0.22059, screen 0.675824 center front noenhanced font font_text textcolor rgb text_colour[5]
set label '13,4' at screen 0.210419, screen 0.512532 center front noenhanced font font_text textcolor rgb text_colour[5]
set label 'rät linje' at screen 0.76677, screen 0.547037 left front noenhanced font font_text textcolor rgb text_colour[4]
set label 'ingen förändring' at screen 0.76677, screen 0.498889 left front noenhanced font font_text textcolor rgb text_colour[5]
set label 'värdet en säsong tidigare' at screen 0.76677, screen 0.450741 left front noenhanced font font_text textcolor rgb text_colour[2]
set label 'Theta-metoden' at screen 0.76677, screen 0.402593 left front noenhanced font font_text textcolor rgb text_colour[3]
set label 'prognosen:' at screen 0.76677, screen 0.354444 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label 'sammanvägd' at screen 0.76677, screen 0.319259 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label 'exponentiell utjämning' at screen 0.76677, screen 0.284074 left front noenhanced font font_bold textcolor rgb text_colour[1]
set label '' at screen 0.753228, screen 0.354444 front point linestyle 1 linewidth 1 pointsize 9*pixel
set label '' at screen 0.753228, screen 0.498889 front point linestyle 5 linewidth 1 pointsize 9*pixel
set label '' at screen 0.753228, screen 0.450741 front point linestyle 2 linewidth 1 pointsize 9*pixel
set label '' at screen 0.753228, screen 0.402593 front point linestyle 3 linewidth 1 pointsize 9*pixel
set label '' at screen 0.753228, screen 0.547037 front point linestyle 4 linewidth 1 pointsize 9*pixel
plot \
  $error_5 using 1:2 with lines linestyle 4 linewidth 3 notitle, \
  $error_5 using 1:2 with points linestyle 4 linewidth 1 pointsize 7.2*pixel notitle, \
  $error_4 using 1:2 with lines linestyle 3 linewidth 3 notitle, \
  $error_4 using 1:2 with points linestyle 3 linewidth 1 pointsize 7.2*pixel notitle, \
  $error_3 using 1:2 with lines linestyle 2 linewidth 3 notitle, \
  $error_3 using 1:2 with points linestyle 2 linewidth 1 pointsize 7.2*pixel notitle, \
  $error_2 using 1:2 with lines linestyle 5 linewidth 4.5 notitle, \
  $error_2 using 1:2 with points linestyle 5 linewidth 1 pointsize 9*pixel notitle, \
  $error_1 using 1:2 with lines linestyle 1 linewidth 6 notitle, \
  $error_1 using 1:2 with points linestyle 1 linewidth 1 pointsize 9*pixel notitle
set output
