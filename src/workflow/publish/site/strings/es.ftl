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
