printf 'quiet = 0x767676\ncapacity_colour = 0xE4003A\narray colour[5] = [0x005AA0, 0x6CB33F, 0xE4003A, 0xF2A900, 0x5B6770]\n' > egen.gp; prognos theme egen.gp
