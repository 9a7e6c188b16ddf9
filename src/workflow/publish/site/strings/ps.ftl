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

article = ليکنه
source-text = اصلي متن
translation = ژباړه
deleted = لرې شوی
inserted = زيات شوی
grade-format = ليکنښې يا بڼه
grade-typo = د ليک تېروتنه
grade-wording = د جملو بڼه
grade-facts = حقايق
grade-rewrite = له سره ليکل شوی
correction = په اصلي متن کې تېروتنه سمه شوې
state-current = تازه
state-stale = زوړ
state-missing = نه دی ژباړل شوی
state-unreadable = نه لوستل کېږي
state-unknown = څوک نه دي ليکلي چې د کوم اصلي متن ژباړه ده
state-rejected = رد شوی
draft = مسوده، نه ده خپره شوې
map-title = ليکنې او ژبې
map-intro = تر ټولو وروسته پاتې لومړی راځي. هره خونه چې د بدلون نوم پکې وي، ټکی په ټکی هغه ته رسوي.
map-back = بېرته جدول ته
map-unsynced = د ليکنو هغه بدلونونه چې لا د ژباړې فايلونو ته نه دي رسېدلي
map-left-out = هغه خونې چې بدلونونه يې نه ښودل کېږي: { $shown }. پاڼه د تر ټولو وروسته پاتې خونو بدلونونه ښيي، ځکه له ټولو سره به ډېره لويه وه. نور دا کمانډونه ښيي:

language-en = انګلیسي
language-es = هسپانوي
language-fr = فرانسوي
language-de = الماني
language-ru = روسي
language-ar = عربي
language-fa = فارسي
language-fa-AF = دري
language-ps = پښتو
language-zh = چیني
language-ja = جاپاني
