site-name = ليکنې
skip = ليکنې ته ورشئ
languages = ژبې
articles = ليکنې
all-articles = ټولې ليکنې
feed = خبري فيډ
published = د خپرېدو نېټه: { $date }
updated = وروستی سمون: { $date }
translated-by = ژباړه: { $names }
reviewed-by = د ژباړې کتنه: { $names }
list-separator = { "، " }
footnotes = يادښتونه
footnote-back = بېرته متن ته

notice-behind = { $count ->
        [one] اصلي متن له دې ژباړې وروسته بدل شوی دی. ښايي يوه برخه توپير ولري.
       *[other] اصلي متن له دې ژباړې وروسته بدل شوی دی. ښايي { $shown } برخې توپير ولري.
    }
notice-corrected = په اصلي متن کې يوه تېروتنه سمه شوې ده. دا ژباړه لا دا سمون نه ښيي.
notice-fallback = { $count ->
        [one] يوه برخه لا نه ده ژباړل شوې او په اصلي ژبه ({ $language }) ښودل کېږي.
       *[other] { $shown } برخې لا نه دي ژباړل شوې او په اصلي ژبه ({ $language }) ښودل کېږي.
    }
disclosure-all = دا متن ماشين ژباړلی دی او تر اوسه چا نه دی کتلی.
disclosure-some = { $count ->
        [one] يوه برخه ماشين ژباړلې ده او تر اوسه چا نه ده کتلې.
       *[other] { $shown } برخې ماشين ژباړلې دي او تر اوسه چا نه دي کتلې.
    }
