site-name = Artículos
skip = Ir al artículo
languages = Idiomas
articles = Artículos
all-articles = Todos los artículos
feed = Canal de novedades
published = Publicado el { $date }
updated = Actualizado el { $date }
translated-by = Traducción: { $names }
reviewed-by = Revisión de la traducción: { $names }
list-separator = { ", " }
footnotes = Notas
footnote-back = Volver al texto

notice-behind = { $count ->
        [one] El original ha cambiado desde que se hizo esta traducción. Un pasaje puede diferir.
       *[other] El original ha cambiado desde que se hizo esta traducción. { $shown } pasajes pueden diferir.
    }
notice-corrected = Se ha corregido un error en el original. Esta traducción aún no recoge la corrección.
notice-fallback = { $count ->
        [one] Un pasaje aún no está traducido y aparece en { $language }.
       *[other] { $shown } pasajes aún no están traducidos y aparecen en { $language }.
    }
disclosure-all = Este texto lo ha traducido una máquina. Todavía no lo ha revisado nadie.
disclosure-some = { $count ->
        [one] Un pasaje lo ha traducido una máquina. Todavía no lo ha revisado nadie.
       *[other] { $shown } pasajes los ha traducido una máquina. Todavía no los ha revisado nadie.
    }

article = Artículo
source-text = Original
translation = Traducción
deleted = eliminado
inserted = añadido
grade-format = puntuación o formato
grade-typo = errata
grade-wording = redacción
grade-facts = hechos
grade-rewrite = reescrito
correction = error corregido en el original
state-current = al día
state-stale = desactualizado
state-missing = sin traducir
state-unreadable = ilegible
state-unknown = nadie ha registrado qué texto original traduce
state-rejected = rechazado
draft = Borrador, sin publicar
map-title = Artículos e idiomas
map-intro = Primero, lo más atrasado. Cada celda que nombra un cambio lleva a él, palabra por palabra.
map-back = Volver a la tabla
map-unsynced = Cambios en los artículos aún no sincronizados con los catálogos
map-left-out = Celdas cuyos cambios no se muestran: { $shown }. La página muestra los de las más atrasadas, porque con todos sería demasiado grande. Estas órdenes muestran los demás:

language-en = inglés
language-es = español
language-fr = francés
language-de = alemán
language-ru = ruso
language-ar = árabe
language-fa = persa
language-fa-AF = darí
language-ps = pastún
language-zh = chino
language-ja = japonés
