### Tarjuman · article recognition · ru from en

# [source] Russia becomes the first state to recognise Taliban rule in Afghanistan
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
title = Россия первой признала власть талибов в Афганистане

# [source] Moscow now regards the Islamic Emirate as the government of Afghanistan.
# [source] The Taliban hope that other capitals will follow; women’s rights activists say that repression has been rewarded.
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] women’s rights activists → защитники прав женщин (genitive: защитников прав женщин, dative: защитникам прав женщин, instrumental: защитниками прав женщин, prepositional: защитниках прав женщин); also: защитницы прав женщин, защитник прав женщин; not: феминистки
standfirst =
    Москва теперь считает Исламский Эмират правительством Афганистана.
    Талибы надеются, что её примеру последуют другие столицы; защитники прав женщин говорят, что вознаграждены репрессии.

# [source] Russia has formally recognised the Taliban government: what was decided, how it came about and how Afghans reacted.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
fm-russia-has-formally-recognised-oxfq = Россия официально признала правительство талибов: что было решено, как к этому пришли и как отреагировали афганцы.

# [source] Tarjuman newsroom desk
byline = Редакция «Тарджумана»

# [source] Russia formally recognised the Taliban government of Afghanistan on 3 July 2025 and became the first state to do so since the movement came back to power.
# [source] For almost four years the authorities in Kabul had governed without the recognition of a single foreign country.[^recognition]
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
p-russia-formally-recognised-the-p2yp =
    Россия 3 июля 2025 года официально признала правительство талибов в Афганистане и стала первым государством, сделавшим это после возвращения движения к власти.
    Почти четыре года кабульские власти управляли страной, не имея признания ни одного иностранного государства.[^recognition]

## What Moscow and Kabul said

# [source] What Moscow and Kabul said
h-what-moscow-and-kabul-ttol = Что сказали в Москве и Кабуле

# [source] The decision became known after Amir Khan Muttaqi, the Taliban foreign minister, had met Dmitry Zhirnov, the Russian ambassador to Kabul.
# [source] Russia’s official news agencies were the first to report it.
# [source] Zia Ahmad Takal, a spokesman for the Foreign Ministry in Kabul, confirmed that Moscow had recognised the Islamic Emirate of Afghanistan, as the Taliban call the state they govern.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
# [term] spokesman → официальный представитель (genitive: официального представителя, dative: официальному представителю, instrumental: официальным представителем, prepositional: официальном представителе); also: пресс-секретарь; not: спикер
# [term] Foreign Ministry → министерство иностранных дел (genitive: министерства иностранных дел, dative: министерству иностранных дел, instrumental: министерством иностранных дел, prepositional: министерстве иностранных дел); also: МИД; not: министерство внешних дел
# [term] Islamic Emirate of Afghanistan → Исламский Эмират Афганистан (genitive: Исламского Эмирата Афганистан, dative: Исламскому Эмирату Афганистан, instrumental: Исламским Эмиратом Афганистан, prepositional: Исламском Эмирате Афганистан); also: Исламский Эмират; not: Исламистский Эмират, Исламское государство
# [note] “Islamic Emirate” is the name that the Taliban use for the state they govern. Attribute it and follow the glossary: it is not another word for Afghanistan.
p-the-decision-became-known-mfmw =
    О решении стало известно после встречи министра иностранных дел талибов Амира Хана Муттаки с послом России в Кабуле Дмитрием Жирновым.
    Первыми о нём сообщили официальные российские информационные агентства.
    Официальный представитель министерства иностранных дел в Кабуле Зия Ахмад Такал подтвердил, что Москва признала { -islamic-emirate(case: "accusative") } — так талибы называют государство, которым управляют.

# [stale] wording · segment 2 of 3
# [was] Recognition, it said, would help the two countries to work together on energy, transport, farming and infrastructure.
# [source] The Russian Foreign Ministry set out its reasons on Telegram.
# [source] Recognition, it said, would help the two countries to work together on energy, transport, agriculture and infrastructure.
# [source] It also promised Kabul further help against terrorism and the drugs trade and in making the region safer.
# [term] Foreign Ministry → министерство иностранных дел (genitive: министерства иностранных дел, dative: министерству иностранных дел, instrumental: министерством иностранных дел, prepositional: министерстве иностранных дел); also: МИД; not: министерство внешних дел
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
p-the-russian-foreign-ministry-f36g =
        Министерство иностранных дел России изложило свои доводы в Telegram.
        Признание, говорится в сообщении, поможет двум странам вместе работать в энергетике, на транспорте, в сельском хозяйстве и инфраструктуре.
        Кабулу также пообещали и дальше помогать в борьбе с терроризмом и наркоторговлей и в том, чтобы сделать регион безопаснее.

# [source] Muttaqi answered with a video on X. He called the decision “bold” and expected other governments to take it as a model: now that a beginning had been made, he said, Russia was ahead of everyone else.
p-muttaqi-answered-with-a-ckn0 = Муттаки ответил видеообращением в соцсети X. Он назвал решение «смелым» и выразил уверенность, что другие правительства возьмут его за образец: теперь, когда начало положено, сказал он, Россия опередила всех.

## A flag and an ambassador

# [source] A flag and an ambassador
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
h-a-flag-and-an-06tr = Флаг и посол

# [source] The change was soon visible in Moscow.
# [source] The state news agency [TASS](https://tass.com/) reported that the Taliban’s own flag was flying over the Afghan embassy, which it had never done before.
# [term] TASS → ТАСС; not: ИТАР-ТАСС
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
# [term] embassy → посольство (genitive: посольства, dative: посольству, instrumental: посольством, prepositional: посольстве)
p-the-change-was-soon-wc1a =
    Перемены в Москве вскоре стали заметны.
    Государственное информационное агентство [ТАСС](https://tass.com/) сообщило, что над посольством Афганистана развевается собственный флаг талибов, чего прежде не бывало.

# [source] Gul Hassan has been sent to Moscow as ambassador, and the Russian Foreign Ministry let it be known that it had received his credentials.
# [source] Credentials are the papers with which one state presents its envoy to another; handing them over is among the first duties of a new ambassador.
# [term] ambassador → посол (genitive: посла, dative: послу, instrumental: послом, prepositional: после); also: послы, послов
# [term] Foreign Ministry → министерство иностранных дел (genitive: министерства иностранных дел, dative: министерству иностранных дел, instrumental: министерством иностранных дел, prepositional: министерстве иностранных дел); also: МИД; not: министерство внешних дел
# [term] credentials → верительные грамоты (genitive: верительных грамот, dative: верительным грамотам, instrumental: верительными грамотами, prepositional: верительных грамотах); not: аккредитация, мандаты
p-gul-hassan-has-been-ega2 =
    Гуль Хасан направлен в Москву послом, и министерство иностранных дел России объявило, что получило его верительные грамоты.
    Верительные грамоты — это документы, которыми одно государство представляет своего посланника другому; вручить их — одна из первых обязанностей нового посла.

## How Russia moved closer

# [source] How Russia moved closer
h-how-russia-moved-closer-ipug = Как Россия шла на сближение

# [source] Recognition did not come out of nowhere.
# [source] Moscow had been approaching the Taliban for years:
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-recognition-did-not-come-ojsf =
    Признание не стало неожиданностью.
    Москва сближалась с талибами годами:

# [source] After the takeover Russia was the first country to open a trade office in Kabul.
# [source] It also planned to send gas to Southeast Asia by way of Afghanistan.
# [term] trade office → торговое представительство (genitive: торгового представительства, dative: торговому представительству, instrumental: торговым представительством, prepositional: торговом представительстве); also: торговые представительства, торгпредство; not: торговый офис
li-after-the-takeover-russia-07xa =
    После смены власти Россия первой из стран открыла в Кабуле торговое представительство.
    Она также планировала поставлять газ в Юго-Восточную Азию через Афганистан.

# [source] In July 2024 “allies” was the word that President Vladimir Putin chose for the Taliban when he spoke about terrorism.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
li-in-july-2024-allies-vrps = В июле 2024 года президент Владимир Путин, говоря о терроризме, назвал талибов «союзниками».

# [source] In April 2025 Russia took the movement off its list of terrorist organisations.
li-in-april-2025-russia-fo1f = В апреле 2025 года Россия исключила движение из своего списка террористических организаций.

## The years from 1996 to 2001

# [source] The years from 1996 to 2001
h-the-years-from-1996-8fx2 = Годы с 1996-го по 2001-й

# [source] The Taliban had governed Afghanistan once before.
# [source] At that time three states recognised them; since their return it has been one.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-the-taliban-had-governed-w730 =
    Талибы уже правили Афганистаном однажды.
    Тогда их признали три государства, а после возвращения — одно.

# [source] Period of Taliban rule
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
td-period-of-taliban-rule-r348 = Период правления талибов

# [source] Recognised by
td-recognised-by-liw0 = Кто признал

# [source] 1996–2001
td-1996-2001-uzff = 1996–2001

# [source] Saudi Arabia, Pakistan, United Arab Emirates
td-saudi-arabia-pakistan-united-j77r = Саудовская Аравия, Пакистан, Объединённые Арабские Эмираты

# [source] Since 2021
td-since-2021-ncs1 = С 2021 года

# [source] Russia
td-russia-7znr = Россия

# [source] Several countries, China and Pakistan among them, have let Taliban diplomats take up their posts.
# [source] None of these countries has so far declared that it recognises the new authorities.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-several-countries-china-and-4qwx =
    Несколько стран, в их числе Китай и Пакистан, позволили дипломатам талибов приступить к работе.
    Ни одна из этих стран пока не заявила, что признаёт новые власти.

## Background

# [source] Background
h-background-yrwz = Предыстория

# [source] The Taliban, an Islamist movement, returned to power in August 2021.
# [source] The government that the West had supported was driven out while American troops were leaving the country, twenty years after they had arrived.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-the-taliban-an-islamist-ah1g =
    Исламистское движение «Талибан» вернулось к власти в августе 2021 года.
    Правительство, которое поддерживал Запад, было свергнуто, когда американские войска уходили из страны, — через двадцать лет после своего прихода.

# [source] Since then the Taliban have enforced a rigid form of Islamic law.
# [source] It weighs most heavily on women: hardly any place is left for them in schools and universities, or in public life at all.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
p-since-then-the-taliban-ig2n =
    С тех пор в стране действует установленный талибами жёсткий вариант исламского права.
    Тяжелее всего он сказывается на женщинах: для них почти не осталось места ни в школах и университетах, ни в общественной жизни вообще.

## Reactions

# [source] Reactions
h-reactions-ehak = Реакция

# [source] Afghan women’s rights activists were quick to reject the decision.
# [source] Mariam Solaimankhil, a former member of the Afghan parliament, said that it lent respectability to rulers who keep women from learning.
# [source] They have people flogged in public, she added, and shelter terrorists who are under United Nations sanctions.
# [term] women’s rights activists → защитники прав женщин (genitive: защитников прав женщин, dative: защитникам прав женщин, instrumental: защитниками прав женщин, prepositional: защитниках прав женщин); also: защитницы прав женщин, защитник прав женщин; not: феминистки
# [term] sanctions → санкции (genitive: санкций, dative: санкциям, instrumental: санкциями, prepositional: санкциях)
p-afghan-womens-rights-activists-auuu =
    Афганские защитники прав женщин сразу же осудили это решение.
    Бывший депутат афганского парламента Мариам Сулейманхель заявила, что оно придаёт респектабельность правителям, которые не дают женщинам учиться.
    По её словам, они подвергают людей публичной порке и укрывают террористов, находящихся под санкциями ООН.

# [source] Solaimankhil draws a bitter lesson from Moscow’s step.
# [source] Where a state sees its strategic advantage, she argues, *human rights* and *international law* have to stand back.
# [term] human rights → права человека (genitive: прав человека, dative: правам человека, instrumental: правами человека, prepositional: правах человека); not: человеческие права
# [term] international law → международное право (genitive: международного права, dative: международному праву, instrumental: международным правом, prepositional: международном праве); not: интернациональное право, международный закон
q-solaimankhil-draws-a-bitter-gzjn =
    Из шага Москвы Сулейманхель делает горький вывод.
    Там, где государство видит стратегическую выгоду, утверждает она, *правам человека* и *международному праву* приходится отступать.

## Questions and answers

# [source] Questions and answers
h-questions-and-answers-vibu = Вопросы и ответы

# [source] { "" }**Who rules in Kabul?**
# [source] The Taliban, an Islamist movement that is known for its rigid reading of Islamic law.
# [source] It governed from 1996 to 2001 and now does so again.
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
li-who-rules-in-kabul-c9mo =
    { "" }**Кто правит в Кабуле?**
    Талибы — исламистское движение, известное жёстким толкованием исламского права.
    Оно правило с 1996 по 2001 год и теперь снова находится у власти.

# [source] { "" }**Why does recognition matter?**
# [source] Moscow expects to do more business with Afghanistan in several branches of the economy.
# [source] The Taliban, whom most of the world keeps at a distance, now have a state that recognises them.
# [term] recognition → признание (genitive: признания, dative: признанию, instrumental: признанием, prepositional: признании); also: признать, признавать
# [term] Taliban → талибы (genitive: талибов, dative: талибам, instrumental: талибами, prepositional: талибах); also: Талибан, Талибана, Талибану, Талибаном, Талибане; not: талибаны, талибанцы
li-why-does-recognition-matter-42jj =
    { "" }**Почему признание важно?**
    Москва рассчитывает расширить деловые связи с Афганистаном в нескольких отраслях экономики.
    Талибов, которых большая часть мира держит на расстоянии, теперь признаёт одно государство.

# [source] { "" }**What are other countries doing?**
# [source] Some of them, such as China and Pakistan, receive the movement’s diplomats.
# [source] Misgivings about human rights have kept most of the world from going further.
# [term] human rights → права человека (genitive: прав человека, dative: правам человека, instrumental: правами человека, prepositional: правах человека); not: человеческие права
li-what-are-other-countries-c7eh =
    { "" }**Что делают другие страны?**
    Некоторые из них, например Китай и Пакистан, принимают дипломатов движения.
    Большинству стран идти дальше мешают опасения за права человека.

# [source] { "" }**What do the critics say?**
# [source] Afghan women’s rights activists accuse Russia of giving its blessing to a government that denies women their rights and protects terrorists.
# [term] women’s rights activists → защитники прав женщин (genitive: защитников прав женщин, dative: защитникам прав женщин, instrumental: защитниками прав женщин, prepositional: защитниках прав женщин); also: защитницы прав женщин, защитник прав женщин; not: феминистки
li-what-do-the-critics-jqpb =
    { "" }**Что говорят критики?**
    Афганские защитники прав женщин обвиняют Россию в том, что она благословила правительство, которое лишает женщин их прав и покрывает террористов.

# [source] { "" }*Further reading: [how states recognise governments](https://example.org/explainers/recognition).*
p-further-reading-how-states-fy01 = { "" }*Читайте также: [как государства признают правительства](https://example.org/explainers/recognition).*

# [source] To recognise a government is to declare that it may speak for its state.
# [source] To receive its diplomats, or to keep an embassy open, does not go as far.
# [term] embassy → посольство (genitive: посольства, dative: посольству, instrumental: посольством, prepositional: посольстве)
fn-to-recognise-a-government-2c6o =
    Признать правительство — значит заявить, что оно вправе говорить от имени своего государства.
    Принимать его дипломатов или не закрывать посольство — шаг не столь далеко идущий.
