site-name = Articles
skip = Aller à l’article
languages = Langues
articles = Articles
all-articles = Tous les articles
feed = Flux
published = Publié le { $date }
updated = Mis à jour le { $date }
translated-by = Traduction : { $names }
reviewed-by = Relecture de la traduction : { $names }
list-separator = { ", " }
footnotes = Notes
footnote-back = Retour au texte

notice-behind = { $count ->
        [one] L’original a été modifié depuis cette traduction. Un passage peut différer.
       *[other] L’original a été modifié depuis cette traduction. { $shown } passages peuvent différer.
    }
notice-corrected = Une erreur a été corrigée dans l’original. Cette traduction ne tient pas encore compte de la correction.
notice-fallback = { $count ->
        [one] Un passage n’est pas encore traduit et apparaît en { $language }.
       *[other] { $shown } passages ne sont pas encore traduits et apparaissent en { $language }.
    }
disclosure-all = Ce texte a été traduit par une machine. Personne ne l’a encore relu.
disclosure-some = { $count ->
        [one] Un passage a été traduit par une machine. Personne ne l’a encore relu.
       *[other] { $shown } passages ont été traduits par une machine. Personne ne les a encore relus.
    }

article = Article
source-text = Original
translation = Traduction
deleted = supprimé
inserted = ajouté
grade-format = ponctuation ou balisage
grade-typo = coquille
grade-wording = formulation
grade-facts = faits
grade-rewrite = réécrit
correction = erreur corrigée dans l’original
state-current = à jour
state-stale = dépassé
state-missing = non traduit
state-unreadable = illisible
state-unknown = personne n’a noté quel texte original est traduit
state-rejected = refusé
draft = Brouillon, non publié
map-title = Articles et langues
map-intro = Les plus en retard d’abord. Une case qui nomme une modification y mène, mot à mot.
map-back = Retour au tableau
map-unsynced = Modifications des articles qui n’ont pas encore été synchronisées
map-left-out = Cases dont les modifications ne sont pas affichées : { $shown }. La page montre celles des cases les plus en retard, car elle serait trop grande avec toutes. Ces commandes affichent les autres :

language-en = anglais
language-es = espagnol
language-fr = français
language-de = allemand
language-ru = russe
language-ar = arabe
language-fa = persan
language-fa-AF = dari
language-ps = pachto
language-zh = chinois
language-ja = japonais
