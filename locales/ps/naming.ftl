### Tarjuman · article naming · ps from en

# [source] How we write the names in this story
title = په دې کیسه کې نومونه څنګه لیکو

# [source] Names are part of the news.
# [source] These are our rules when we write about Afghanistan and about those who govern it.
standfirst =
    نومونه د خبر یوه برخه ده.
    دا زموږ قاعدې دي کله چې د افغانستان او د هغو په اړه لیکو چې پرې حکومت کوي.

# [source] Our style desk on the Islamic Emirate, the Taliban, recognition and a few other words.
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
fm-our-style-desk-on-tuop = زموږ د لیکدود څانګه د اسلامي امارت، طالبانو، په رسمیت پېژندلو او څو نورو کلمو په اړه وایي.

# [source] Tarjuman newsroom desk
byline = د ترجمان خبرخونه

# [source] Readers have asked why we write “the Taliban government” in one line and “the Islamic Emirate” in another.
# [source] The two do not mean the same, and neither is there by chance.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
p-readers-have-asked-why-wz51 =
    لوستونکو پوښتلي دي چې ولې په یوه کرښه کې «د طالبانو حکومت» او په بله کې «اسلامي امارت» لیکو.
    دا دواړه یو شی نه دي، او هېڅ یو یې په تصادف هلته نه دی راغلی.

## Country, state and government

# [source] Country, state and government
h-country-state-and-government-vxka = هېواد، دولت او حکومت

# [source] Afghanistan is the country.
# [source] Its name does not depend on who rules there; we use it wherever the land or its people are meant.
p-afghanistan-is-the-country-tc62 =
    افغانستان هېواد دی.
    نوم یې په دې پورې اړه نه لري چې هلته څوک حکومت کوي؛ هر چېرته چې مراد خاوره یا خلک وي، همدا نوم کاروو.

# [source] The Islamic Emirate of Afghanistan is what the Taliban call the state they govern.
# [source] We write it where they are quoted, or where the name itself is the news, and we say whose name it is.
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-the-islamic-emirate-of-ctou =
    { -islamic-emirate } هغه نوم دی چې طالبان یې پر هغه دولت ږدي چې حکومت پرې کوي.
    موږ یې هلته لیکو چې د دوی خبره رانقلوو، یا نوم پخپله خبر وي، او وایو چې دا د چا نوم دی.

# [source] { "" }**Right:** The Taliban say that the Islamic Emirate wants good relations with its neighbours.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
li-right-the-taliban-say-wqdw = { "" }**سم:** طالبان وایي چې اسلامي امارت له خپلو ګاونډیانو سره ښې اړیکې غواړي.

# [source] { "" }**Wrong:** Winters in the Islamic Emirate are cold.
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
li-wrong-winters-in-the-sb2z = { "" }**ناسم:** په اسلامي امارت کې ژمی سوړ وي.

# [source] Winters are cold in *Afghanistan*, whoever governs it.
li-winters-are-cold-in-l0wq = ژمی په *افغانستان* کې سوړ وي، هر څوک چې پرې حکومت کوي.

## The movement

# [source] The movement
h-the-movement-12ql = غورځنګ

# [source] “Taliban” is a plural in English.
# [source] A single man is “a member of the Taliban”.
# [source] A spokesman speaks for the movement, an ambassador for a state.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] spokesman → ویاند (other: ویاندان); also: ویاندانو, ویاندویه; not: سخنګوی
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
p-taliban-is-a-plural-t0id =
    «طالبان» د جمعې نوم دی، یو کس یې «طالب» دی.
    ویاند د غورځنګ په نوم خبرې کوي، سفیر د دولت په نوم.

## To recognise and to receive

# [source] To recognise and to receive
h-to-recognise-and-to-f6qf = په رسمیت پېژندل او منل

# [source] What happens
td-what-happens-4zcd = څه پېښېږي

# [source] What we write
td-what-we-write-pu5p = موږ څه لیکو

# [source] A state declares that a government speaks for another state
td-a-state-declares-that-7l6q = یو دولت اعلانوي چې یو حکومت د بل دولت په نوم خبرې کوي

# [source] It recognises the government
td-it-recognises-the-government-7mkp = حکومت په رسمیت پېژني

# [source] A state lets diplomats move into an embassy
# [term] embassy → سفارت (other: سفارتونه); also: سفارتونو
td-a-state-lets-diplomats-z8ay = یو دولت ډیپلوماټانو ته اجازه ورکوي چې په سفارت کې ځای پر ځای شي

# [source] It receives diplomats
td-it-receives-diplomats-sbj3 = ډیپلوماټان مني

# [source] A state opens a trade office
# [term] trade office → سوداګریز دفتر (other: سوداګریز دفترونه); also: سوداګریزو دفترونو; not: تجارتي دفتر
td-a-state-opens-a-hq39 = یو دولت سوداګریز دفتر پرانیزي

# [source] It opens a trade office, and no more than that
# [term] trade office → سوداګریز دفتر (other: سوداګریز دفترونه); also: سوداګریزو دفترونو; not: تجارتي دفتر
td-it-opens-a-trade-6075 = سوداګریز دفتر پرانیزي، او له دې زیات څه نه

# [source] Recognition is a word of international law, and we keep it for that.
# [source] Talks, visits and a trade office are contacts.
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
# [term] international law → نړیوال قانون; also: نړیوال قوانین, نړیوالو قوانینو
# [term] trade office → سوداګریز دفتر (other: سوداګریز دفترونه); also: سوداګریزو دفترونو; not: تجارتي دفتر
p-recognition-is-a-word-5brl =
    په رسمیت پېژندل د نړیوال قانون کلمه ده، او موږ یې د همدې لپاره ساتو.
    خبرې، لیدنې او سوداګریز دفتر اړیکې دي.

## Agencies and sanctions

# [source] Agencies and sanctions
# [term] sanctions → بندیزونه (oblique: بندیزونو); also: بندیز; not: تحریمونه
h-agencies-and-sanctions-wwwh = اژانسونه او بندیزونه

# [source] TASS is written in capitals.
# [source] Where it is first named we add that it is an agency of the Russian state.
# [term] TASS → تاس; not: ایتار تاس
li-tass-is-written-in-1fe1 =
    د تاس نوم په خبر کې همداسې لیکل کېږي.
    چېرته چې لومړی ځل راځي، زیاتوو چې دا د روسیې د دولت اژانس دی.

# [source] What an agency reports is attributed to it.
# [source] If two agencies report the same, we name both.
li-what-an-agency-reports-dt1l =
    هغه څه چې یو اژانس یې راپور ورکوي، همغه ته منسوبېږي.
    که دوه اژانسونه یو شی ووایي، د دواړو نوم اخلو.

# [source] Sanctions have an author.
# [source] We name the body: the United Nations, a group of states or a single state.
# [term] sanctions → بندیزونه (oblique: بندیزونو); also: بندیز; not: تحریمونه
# [note] “Body” is the organisation that decided on them.
p-sanctions-have-an-author-l7xo =
    بندیزونه لګوونکی لري.
    موږ د هغه نوم اخلو: ملګري ملتونه، د دولتونو یوه ډله یا یو دولت.

# [source] If two words are at hand, take the one that *claims less*.
q-if-two-words-are-mshh = که دوه کلمې په واک کې وي، هغه واخله چې *لږ ادعا کوي*.

## Where we were wrong

# [source] Where we were wrong
h-where-we-were-wrong-vo7e = چېرته چې تېروتي وو

# [source] An early version of our report spoke of a permit where it should have said [credentials](credentials.md).
# [source] It was corrected in every language on the same day.[^corrections]
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
p-an-early-version-of-g8o9 =
    زموږ د راپور په لومړۍ بڼه کې د اجازې خبره شوې وه، حال دا چې باید [باورلیک](credentials.md) ویل شوی وای.
    هماغه ورځ په ټولو ژبو کې سمه شوه.[^corrections]

# [source] Whoever had already read the old text was told so in his own language.
fn-whoever-had-already-read-8qkn = هر چا چې پخوانی متن لوستی و، په خپله ژبه ورته وویل شول.
