# Theme "print": black and grey on white, for printing and copying without colours. The five greys
# are as far apart as they can be. What is not set is as in "default".
ink = 0x000000
quiet = 0x333333
grid = 0xDCDCDC
axis = 0x707070
zone_line = 0x8C8C8C
capacity_colour = 0x000000
good = 0x000000
doubtful = 0x000000
bad = 0x000000
array colour[5] = [0x000000, 0x8B8B8B, 0x343434, 0x707070, 0x545454]
array text_colour[5] = [0x000000, 0x1A1A1A, 0x000000, 0x1A1A1A, 0x000000]
