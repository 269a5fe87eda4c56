# Theme "default": quiet paper, five colours that colour-blind people tell apart.
# Every figure behind that: prognos theme default.
font_name = 'DejaVu Sans'
font_name_emf = 'Arial'       # Office on Windows has no DejaVu
paper = 0xFFFFFF
ink = 0x1A1A1A
quiet = 0x484848              # subtitle, ticks, footer
grid = 0xE2E2E2
axis = 0x8C8C8C
zone_forecast = 0xF7F7F7
zone_outlook = 0xF1F1F1
zone_line = 0xA6A6A6
capacity_colour = 0x980020
good = 0x0B6A4A               # traffic light, always with a shape or a word
doubtful = 0x8A5000
bad = 0xA3001F
band_80 = 0.17                # how much of the colour a band has
band_95 = 0.1
array colour[5] = [0x12436D, 0x1D8F86, 0x983050, 0xE0570F, 0x1A1A1A]
array text_colour[5] = [0x12436D, 0x09504A, 0x7A1740, 0x7E3005, 0x1A1A1A]
# Outcome: a dash and a marker for each series. Forecast: the same marker, hollow, and short dashes.
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
