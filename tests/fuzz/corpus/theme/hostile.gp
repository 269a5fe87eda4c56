paper = 0xFFFFFF; system('x')
set style line 2 lc rgb colour[2] lw 6 dt (3,3) pt 7
