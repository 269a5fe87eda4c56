# Theme "dark": for a slide with a dark background in a dark room. What is not set is as in "default".
paper = 0x12161B
ink = 0xF7F7F7
quiet = 0xD3D8DD
grid = 0x323941
axis = 0x8D959E
zone_forecast = 0x191E24
zone_outlook = 0x20262D
zone_line = 0x6C7681
capacity_colour = 0xFFC2C2
good = 0x8FE3C0
doubtful = 0xFFD27A
bad = 0xFFA9A9
array colour[5] = [0x4F9CEB, 0x6FE0C0, 0xC9699F, 0xF5A742, 0xE9EDF2]
array text_colour[5] = [0xB5D6F8, 0xA5EBD7, 0xF3C3DF, 0xFBD49C, 0xF0F3F6]
