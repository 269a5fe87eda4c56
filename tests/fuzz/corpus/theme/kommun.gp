# Temat "kommun": en påhittad kommuns grafiska profil, att göra om till den egna.
#
# 1. Spara en kopia:           prognos theme kommun --print > var_kommun.gp
# 2. Byt färgerna nedan. En färg skrivs 0xRRGGBB: profilens #00467F blir 0x00467F.
# 3. Pröva den:                prognos theme var_kommun.gp
#    Kontraster och skillnader räknas ut; det som brister sägs, med det som krävs.
# 4. Rita:                     prognos chart elever.csv --theme var_kommun.gp -o diagram
#
# Ta bort det som inte ska ändras: ett namn som saknas är som i temat "default".

# Typsnittet måste finnas på datorn som ritar; ett bredare än DejaVu Sans kan ge trånga etiketter.
font_name = 'DejaVu Sans'
font_name_emf = 'Arial'       # för EMF, som öppnas i Office

paper = 0xFFFFFF              # bakgrund
ink = 0x16202A                # rubrik
quiet = 0x3F4A54              # underrubrik, skalor, fot
grid = 0xDFE5EA
axis = 0x84909B
zone_forecast = 0xF5F8FA      # bakom prognosen
zone_outlook = 0xEEF2F6       # bakom utblicken, år 6 och framåt
zone_line = 0x9AA7B3
capacity_colour = 0x900028    # linjen för antalet platser, och dess text
good = 0x0E6A38               # trafikljus, aldrig utan form eller ord
doubtful = 0x8A5000
bad = 0x9E0024

# Seriernas färger, i ordning. Profilfärgen först: de flesta diagram har en serie.
array colour[5] = [0x00467F, 0x2E9150, 0x9052AA, 0xDB5F00, 0x16202A]
# Samma serier som text: mörkare, för att läsas också ovanpå prognosens band.
array text_colour[5] = [0x00467F, 0x0E5128, 0x5F2178, 0x733400, 0x16202A]
