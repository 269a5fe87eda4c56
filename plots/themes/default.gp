# Theme "default": quiet paper, five colours that colour-blind people tell apart.
# Text has a contrast of at least 4.5:1 also on the bands, lines and markers of at least 3:1.
font_name = 'DejaVu Sans'
font_name_emf = 'Arial'       # Office on Windows has no DejaVu
paper = 0xFFFFFF
ink = 0x1A1A1A
quiet = 0x595959
grid = 0xE2E2E2
axis = 0x8C8C8C
zone_forecast = 0xF6F6F6
zone_outlook = 0xEEEEEE
zone_line = 0xA6A6A6
capacity_colour = 0xB00020
band_80 = 0.22                # how much of the colour a band has
band_95 = 0.14
array colour[5] = [0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D]
array text_colour[5] = [0x12436D, 0x0B5A53, 0x801650, 0x8F3607, 0x3D3D3D]
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
