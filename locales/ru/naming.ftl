### Tarjuman · article naming · ru from en

# [source] How we write the names in this story
title = Как мы пишем имена в этой истории

# [source] Names are part of the news.
# [source] These are our rules when we write about Afghanistan and about those who govern it.
standfirst =
    Имена — часть новости.
    Вот наши правила, когда мы пишем об Афганистане и о тех, кто им управляет.

# [source] Our style desk on the Islamic Emirate, the Taliban, recognition and a few other words.
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
fm-our-style-desk-on-tuop = Наша редакторская служба — об Исламском Эмирате, талибах, признании и ещё нескольких словах.

# [source] Tarjuman newsroom desk
byline = Редакция «Тарджумана»

# [source] Readers have asked why we write “the Taliban government” in one line and “the Islamic Emirate” in another.
# [source] The two do not mean the same, and neither is there by chance.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
p-readers-have-asked-why-wz51 =
    Читатели спрашивают, почему в одной строке мы пишем «правительство талибов», а в другой — «Исламский Эмират».
    Это не одно и то же, и ни то ни другое не стоит там случайно.

## Country, state and government

# [source] Country, state and government
h-country-state-and-government-vxka = Страна, государство и правительство

# [source] Afghanistan is the country.
# [source] Its name does not depend on who rules there; we use it wherever the land or its people are meant.
p-afghanistan-is-the-country-tc62 =
    Афганистан — это страна.
    Её название не зависит от того, кто там правит; мы употребляем его всюду, где речь идёт о земле или о людях.

# [source] The Islamic Emirate of Afghanistan is what the Taliban call the state they govern.
# [source] We write it where they are quoted, or where the name itself is the news, and we say whose name it is.
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-the-islamic-emirate-of-ctou =
    { -islamic-emirate } — так талибы называют государство, которым управляют.
    Мы пишем это там, где приводим их слова или где само название и есть новость, и говорим, чьё это название.

# [source] { "" }**Right:** The Taliban say that the Islamic Emirate wants good relations with its neighbours.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
li-right-the-taliban-say-wqdw = { "" }**Верно:** Талибы говорят, что Исламский Эмират хочет хороших отношений с соседями.

# [source] { "" }**Wrong:** Winters in the Islamic Emirate are cold.
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
li-wrong-winters-in-the-sb2z = { "" }**Неверно:** Зимы в Исламском Эмирате холодные.

# [source] Winters are cold in *Afghanistan*, whoever governs it.
li-winters-are-cold-in-l0wq = Зимы холодные в *Афганистане*, кто бы им ни управлял.

## The movement

# [source] The movement
h-the-movement-12ql = Движение

# [source] “Taliban” is a plural in English.
# [source] A single man is “a member of the Taliban”.
# [source] A spokesman speaks for the movement, an ambassador for a state.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] spokesman → официальный представитель (genitive: официального представителя, dative: официальному представителю, instrumental: официальным представителем, prepositional: официальном представителе); also: пресс-секретарь; not: спикер
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
p-taliban-is-a-plural-t0id =
    «Талибы» — множественное число, один из них — «талиб».
    Официальный представитель говорит от имени движения, посол — от имени государства.

## To recognise and to receive

# [source] To recognise and to receive
h-to-recognise-and-to-f6qf = Признать и принять

# [source] What happens
td-what-happens-4zcd = Что происходит

# [source] What we write
td-what-we-write-pu5p = Что мы пишем

# [source] A state declares that a government speaks for another state
td-a-state-declares-that-7l6q = Государство заявляет, что правительство говорит от имени другого государства

# [source] It recognises the government
td-it-recognises-the-government-7mkp = Оно признаёт правительство

# [source] A state lets diplomats move into an embassy
# [term] embassy → посольство (genitive: посольства, dative: посольству, instrumental: посольством, prepositional: посольстве)
td-a-state-lets-diplomats-z8ay = Государство позволяет дипломатам въехать в посольство

# [source] It receives diplomats
td-it-receives-diplomats-sbj3 = Оно принимает дипломатов

# [source] A state opens a trade office
# [term] trade office → торговое представительство (genitive: торгового представительства, dative: торговому представительству, instrumental: торговым представительством, prepositional: торговом представительстве); also: торговые представительства, торгпредство; not: торговый офис
td-a-state-opens-a-hq39 = Государство открывает торговое представительство

# [source] It opens a trade office, and no more than that
# [term] trade office → торговое представительство (genitive: торгового представительства, dative: торговому представительству, instrumental: торговым представительством, prepositional: торговом представительстве); also: торговые представительства, торгпредство; not: торговый офис
td-it-opens-a-trade-6075 = Оно открывает торговое представительство, и не более того

# [source] Recognition is a word of international law, and we keep it for that.
# [source] Talks, visits and a trade office are contacts.
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
# [term] international law → международное право (genitive: международного права, dative: международному праву, instrumental: международным правом, prepositional: международном праве); not: интернациональное право, международный закон
# [term] trade office → торговое представительство (genitive: торгового представительства, dative: торговому представительству, instrumental: торговым представительством, prepositional: торговом представительстве); also: торговые представительства, торгпредство; not: торговый офис
p-recognition-is-a-word-5brl =
    Признание — слово международного права, для него мы это слово и бережём.
    Переговоры, визиты и торговое представительство — это контакты.

## Agencies and sanctions

# [source] Agencies and sanctions
# [term] sanctions → санкции (genitive: санкций, dative: санкциям, instrumental: санкциями, prepositional: санкциях)
h-agencies-and-sanctions-wwwh = Агентства и санкции

# [source] TASS is written in capitals.
# [source] Where it is first named we add that it is an agency of the Russian state.
# [term] TASS → ТАСС; not: ИТАР-ТАСС
li-tass-is-written-in-1fe1 =
    ТАСС пишется прописными буквами.
    Там, где агентство названо впервые, мы добавляем, что оно принадлежит российскому государству.

# [source] What an agency reports is attributed to it.
# [source] If two agencies report the same, we name both.
li-what-an-agency-reports-dt1l =
    Сообщение агентства приводится со ссылкой на него.
    Если об одном и том же сообщают два агентства, мы называем оба.

# [source] Sanctions have an author.
# [source] We name the body: the United Nations, a group of states or a single state.
# [term] sanctions → санкции (genitive: санкций, dative: санкциям, instrumental: санкциями, prepositional: санкциях)
# [note] “Body” is the organisation that decided on them.
p-sanctions-have-an-author-l7xo =
    У санкций есть автор.
    Мы называем, кто их ввёл: Организация Объединённых Наций, группа государств или одно государство.

# [source] If two words are at hand, take the one that *claims less*.
q-if-two-words-are-mshh = Если под рукой два слова, бери то, которое *утверждает меньше*.

## Where we were wrong

# [source] Where we were wrong
h-where-we-were-wrong-vo7e = Где мы ошиблись

# [source] An early version of our report spoke of a permit where it should have said [credentials](credentials.md).
# [source] It was corrected in every language on the same day.[^corrections]
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
p-an-early-version-of-g8o9 =
    В ранней версии нашего сообщения говорилось о разрешении там, где должны были стоять [верительные грамоты](credentials.md).
    Это исправили на всех языках в тот же день.[^corrections]

# [source] Whoever had already read the old text was told so in his own language.
fn-whoever-had-already-read-8qkn = Тому, кто уже прочитал прежний текст, об этом сообщили на его языке.
