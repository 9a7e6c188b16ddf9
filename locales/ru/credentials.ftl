### Tarjuman · article credentials · ru from en

# [source] What an ambassador’s credentials are
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
title = Что такое верительные грамоты посла

# [source] A new ambassador brings a sealed letter from one head of state to another.
# [source] Until it has changed hands, the envoy is a guest.
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
standfirst =
    Новый посол привозит запечатанное письмо от одного главы государства другому.
    Пока оно не перешло из рук в руки, посланник остаётся гостем.

# [source] What the letter says, how it is handed over and what it means to receive it.
fm-what-the-letter-says-9snx = Что говорится в письме, как его вручают и что значит его получить.

# [source] Tarjuman newsroom desk
byline = Редакция «Тарджумана»

# [source] When Gul Hassan was sent to Moscow, the Russian Foreign Ministry said that it had received his credentials.
# [source] It is a short sentence, and diplomats read a great deal in it.
# [term] Foreign Ministry → министерство иностранных дел (genitive: министерства иностранных дел, dative: министерству иностранных дел, instrumental: министерством иностранных дел, prepositional: министерстве иностранных дел); also: МИД; not: министерство внешних дел
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
p-when-gul-hassan-was-gibq =
    Когда Гуль Хасана направили в Москву, министерство иностранных дел России сообщило, что получило его { -credentials(case: "accusative") }.
    Фраза короткая, но дипломаты читают в ней многое.

## A letter between heads of state

# [source] A letter between heads of state
h-a-letter-between-heads-gycz = Письмо от главы государства главе государства

# [source] Credentials are a letter.
# [source] In it the head of one state asks the head of another to believe what the ambassador is going to say; that is where the word comes from.[^believe]
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
p-credentials-are-a-letter-91vo =
    Верительные грамоты — это письмо.
    В нём глава одного государства просит главу другого верить тому, что скажет посол; отсюда и название.[^believe]

# [source] The letter is sealed.
# [source] The ambassador also carries an open copy, and hands it to the Foreign Ministry of the host country a few days before the ceremony.
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
# [term] Foreign Ministry → министерство иностранных дел (genitive: министерства иностранных дел, dative: министерству иностранных дел, instrumental: министерством иностранных дел, prepositional: министерстве иностранных дел); also: МИД; not: министерство внешних дел
p-the-letter-is-sealed-ln6y =
    Письмо запечатано.
    Посол везёт с собой и открытую копию; её он передаёт в министерство иностранных дел принимающей страны за несколько дней до церемонии.

## How they are presented

# [source] How they are presented
h-how-they-are-presented-6z3k = Как их вручают

# [source] The rules have hardly changed since 1961, when the *Vienna Convention on Diplomatic Relations* was signed:
p-the-rules-have-hardly-uftj = Правила почти не изменились с 1961 года, когда была подписана *Венская конвенция о дипломатических сношениях*:

# [source] The sending state asks in confidence whether its envoy is welcome.
li-the-sending-state-asks-ctx5 = Направляющее государство доверительно спрашивает, желанен ли его посланник.

# [source] The host country agrees.
# [source] If it does not, it need not say why.
li-the-host-country-agrees-hhhs =
    Принимающая страна соглашается.
    Если нет, объяснять причину она не обязана.

# [source] The new envoy arrives and calls on the foreign minister with the copy.
li-the-new-envoy-arrives-p229 = Новый посланник приезжает и наносит визит министру иностранных дел с копией.

# [source] The head of state takes the letter.
# [source] From that hour the ambassador speaks for his country.
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
li-the-head-of-state-a4em =
    Глава государства принимает письмо.
    С этого часа посол говорит от имени своей страны.

# [source] In some capitals there is a carriage and a guard of honour.
# [source] None of that is law: what counts is that the letter *changes hands*.
q-in-some-capitals-there-ckf8 =
    В некоторых столицах бывают карета и почётный караул.
    Ничего из этого право не требует: важно, чтобы письмо *перешло из рук в руки*.

## Who brings which letter

# [source] Who brings which letter
h-who-brings-which-letter-47zz = Кто какое письмо привозит

# [source] Head of the mission
td-head-of-the-mission-it7n = Глава миссии

# [source] Whose letter
td-whose-letter-fuak = Чьё письмо

# [source] Ambassador
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
td-ambassador-w5qc = Посол

# [source] The head of state
td-the-head-of-state-09xh = Глава государства

# [source] Chargé d’affaires
td-charge-daffaires-w4f8 = Временный поверенный

# [source] The foreign minister
td-the-foreign-minister-3jb3 = Министр иностранных дел

# [source] A chargé d’affaires brings a letter from one foreign minister to another.
# [source] Many states that keep an embassy in Kabul have left it to such an envoy, and so avoid the question of recognition.
# [term] embassy → посольство (genitive: посольства, dative: посольству, instrumental: посольством, prepositional: посольстве)
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
p-a-charge-daffaires-brings-qhcu =
    Временный поверенный в делах привозит письмо от одного министра иностранных дел другому.
    Многие государства, у которых есть посольство в Кабуле, оставили его на такого посланника и тем самым обходят вопрос о { -recognition(case: "prepositional") }.

## Why the sentence from Moscow mattered

# [source] Why the sentence from Moscow mattered
h-why-the-sentence-from-3kx8 = Почему фраза из Москвы была важна

# [source] A government that accepts credentials treats their sender as the government of a state.
# [source] The sentence was noticed because it came together with the recognition of the Islamic Emirate, for which the Taliban had waited since August 2021.
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-a-government-that-accepts-ehdu =
    Правительство, которое принимает верительные грамоты, видит в том, кто их прислал, правительство государства.
    Фразу заметили потому, что она прозвучала вместе с { -recognition(case: "instrumental") } { -islamic-emirate(case: "genitive") }, которого талибы ждали с августа 2021 года.

# [source] { "" }**To receive credentials** is to take the papers in hand.
# [source] It can be done while a decision is still open.
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
# [note] A ministry “receives” the copy, a head of state “accepts” the letter. Keep the two verbs apart.
li-to-receive-credentials-is-mmnh =
    { "" }**Получить верительные грамоты** — значит взять бумаги в руки.
    Это можно сделать, пока решение ещё не принято.

# [source] { "" }**To accept credentials** is to treat their bearer as an ambassador.
# [source] It can hardly be undone without an affront.
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
li-to-accept-credentials-is-htym =
    { "" }**Принять верительные грамоты** — значит признать послом того, кто их привёз.
    Отменить это без оскорбления едва ли возможно.

# [source] TASS reported both in one message.
# [source] Whoever quotes it should say which of the two is meant.
# [term] TASS → ТАСС; not: ИТАР-ТАСС
p-tass-reported-both-in-nhw1 =
    ТАСС сообщил о том и о другом одной новостью.
    Тому, кто ссылается на него, следует сказать, что из двух имеется в виду.

# [source] { "" }*Read on: [how we write the names in this story](naming.md).*
p-read-on-how-we-22qh = { "" }*Читайте также: [как мы пишем имена в этой истории](naming.md).*

# [source] From the Latin word for “to believe”, like “credit” and “creed”.
fn-from-the-latin-word-2dk9 = От латинского слова «верить», как «кредит» и «кредо».
