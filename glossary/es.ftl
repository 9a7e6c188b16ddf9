### Los términos fijos de la redacción en español.

# El nombre que dan los talibanes al Estado que gobiernan; no es sinónimo de Afganistán.
-islamic-emirate = Emirato Islámico de Afganistán
    .also = Emirato Islámico
    .forbidden =
        Estado Islámico
        Emirato Islamista

# Sustantivo: «los talibanes», nunca «los talibán». Adjetivo: «el Gobierno talibán».
-taliban =
    { $number ->
        [one] talibán
       *[other] talibanes
    }
    .also =
        talibana
        talibanas
    .forbidden = los talibán

-tass = TASS
    .forbidden = Itar-Tass

# No confundir con «contactos» ni con la acogida de diplomáticos.
-recognition = reconocimiento
    .also =
        reconocer
        reconocido
        reconocida
    .forbidden = recognición

# Siempre en plural; se presentan, se entregan o se reciben.
-credentials = cartas credenciales
    .also = credenciales
    .forbidden = acreditaciones

-ambassador =
    { $number ->
       *[one] embajador
        [other] embajadores
    }
    .also =
        embajadora
        embajadoras

-embassy =
    { $number ->
       *[one] embajada
        [other] embajadas
    }

# Con mayúsculas; dígase de qué país.
-foreign-ministry = Ministerio de Exteriores
    .also = Ministerio de Asuntos Exteriores
    .forbidden = Ministerio Extranjero

-spokesman =
    { $number ->
       *[one] portavoz
        [other] portavoces
    }
    .forbidden = vocero

-trade-office =
    { $number ->
       *[one] oficina comercial
        [other] oficinas comerciales
    }
    .also = oficina de representación comercial

-sanctions = sanciones
    .also = sanción

-human-rights = derechos humanos

-international-law = derecho internacional
    .forbidden = ley internacional

-womens-rights-activists = activistas por los derechos de las mujeres
    .also =
        activista por los derechos de las mujeres
        activistas afganos por los derechos de las mujeres
        activistas afganas por los derechos de las mujeres
    .forbidden = feministas
