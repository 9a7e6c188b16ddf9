### Tarjuman · article recognition · ps from en

# [source] Russia becomes the first state to recognise Taliban rule in Afghanistan
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
title = روسیه لومړی هېواد شو چې په افغانستان کې د طالبانو واکمني په رسمیت پېژني

# [source] Moscow now regards the Islamic Emirate as the government of Afghanistan.
# [source] The Taliban hope that other capitals will follow; women’s rights activists say that repression has been rewarded.
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] women’s rights activists → د ښځو د حقونو فعالان (oblique: د ښځو د حقونو فعالانو); also: د ښځو د حقونو افغان فعالان, د ښځو د حقونو افغان فعالانو, د ښځو د حقونو فعالې
standfirst =
    مسکو اوس اسلامي امارت د افغانستان حکومت ګڼي.
    طالبان هیله لري چې نور هېوادونه به هم همدا لار خپله کړي؛ خو د ښځو د حقونو فعالان وايي چې ځپنې ته انعام ورکړل شوی دی.

# [source] Russia has formally recognised the Taliban government: what was decided, how it came about and how Afghans reacted.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
fm-russia-has-formally-recognised-oxfq = روسیې د طالبانو حکومت په رسمیت وپېژانده: څه پرېکړه وشوه، خبره تر دې ځایه څنګه ورسېده او افغانانو څه غبرګون وښود.

# [source] Tarjuman newsroom desk
byline = د ترجمان خبرخونه

# [source] Russia formally recognised the Taliban government of Afghanistan on 3 July 2025 and became the first state to do so since the movement came back to power.
# [source] For almost four years the authorities in Kabul had governed without the recognition of a single foreign country.[^recognition]
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
p-russia-formally-recognised-the-p2yp =
    روسیې د ۲۰۲۵ کال د جولای په ۳مه په افغانستان کې د طالبانو حکومت په رسمیت وپېژانده او واک ته د دې غورځنګ له بیا رسېدو راوروسته لومړی هېواد شو چې دا ګام اخلي.
    د کابل چارواکو نږدې څلور کاله حکومت کاوه، پرته له دې چې یو بهرنی هېواد یې هم په رسمیت وپېژني.[^recognition]

## What Moscow and Kabul said

# [source] What Moscow and Kabul said
h-what-moscow-and-kabul-ttol = مسکو او کابل څه وویل

# [source] The decision became known after Amir Khan Muttaqi, the Taliban foreign minister, had met Dmitry Zhirnov, the Russian ambassador to Kabul.
# [source] Russia’s official news agencies were the first to report it.
# [source] Zia Ahmad Takal, a spokesman for the Foreign Ministry in Kabul, confirmed that Moscow had recognised the Islamic Emirate of Afghanistan, as the Taliban call the state they govern.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
# [term] spokesman → ویاند (other: ویاندان); also: ویاندانو, ویاندویه; not: سخنګوی
# [term] Foreign Ministry → د بهرنیو چارو وزارت (genitive: د بهرنیو چارو د وزارت); not: د خارجه چارو وزارت
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
# [note] “Islamic Emirate” is the name that the Taliban use for the state they govern. Attribute it and follow the glossary: it is not another word for Afghanistan.
p-the-decision-became-known-mfmw =
    پرېکړه هغه مهال څرګنده شوه چې د طالبانو د بهرنیو چارو وزیر امیر خان متقي په کابل کې د روسیې له سفیر دمیتري ژیرنوف سره وکتل.
    لومړی د روسیې رسمي خبري اژانسونو دا خبر ورکړ.
    په کابل کې د بهرنیو چارو وزارت ویاند ضیا احمد تکل تایید کړه چې مسکو { -islamic-emirate } په رسمیت پېژندلی دی؛ طالبان خپل تر واک لاندې دولت په همدې نوم یادوي.

# [stale] wording · segment 2 of 3
# [was] Recognition, it said, would help the two countries to work together on energy, transport, farming and infrastructure.
# [source] The Russian Foreign Ministry set out its reasons on Telegram.
# [source] Recognition, it said, would help the two countries to work together on energy, transport, agriculture and infrastructure.
# [source] It also promised Kabul further help against terrorism and the drugs trade and in making the region safer.
# [term] Foreign Ministry → د بهرنیو چارو وزارت (genitive: د بهرنیو چارو د وزارت); not: د خارجه چارو وزارت
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
p-the-russian-foreign-ministry-f36g =
        د روسیې د بهرنیو چارو وزارت په ټیلیګرام کې خپل دلایل بیان کړل.
        وزارت وویل، په رسمیت پېژندل به دواړو هېوادونو ته زمینه برابره کړي چې د انرژۍ، ټرانسپورت، کرنې او زیربناوو په برخو کې ګډ کار وکړي.
        همداراز یې له کابل سره د ترهګرۍ او د مخدره توکو د قاچاق پر ضد او د سیمې د لا خوندي کولو لپاره د نورو مرستو ژمنه وکړه.

# [source] Muttaqi answered with a video on X. He called the decision “bold” and expected other governments to take it as a model: now that a beginning had been made, he said, Russia was ahead of everyone else.
p-muttaqi-answered-with-a-ckn0 =
    متقي په ایکس شبکه کې په یوه ویډیو ځواب ورکړ.
    هغه دا پرېکړه «زړوره» وبلله او تمه یې څرګنده کړه چې نور حکومتونه به یې د ځان لپاره بېلګه وګرځوي: د هغه په وینا، اوس چې پیل یې شوی دی، روسیه تر ټولو مخکې ده.

## A flag and an ambassador

# [source] A flag and an ambassador
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
h-a-flag-and-an-06tr = بیرغ او سفیر

# [source] The change was soon visible in Moscow.
# [source] The state news agency [TASS](https://tass.com/) reported that the Taliban’s own flag was flying over the Afghan embassy, which it had never done before.
# [term] TASS → تاس; not: ایتار تاس
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
# [term] embassy → سفارت (other: سفارتونه); also: سفارتونو
p-the-change-was-soon-wc1a =
    دا بدلون ډېر ژر په مسکو کې ښکاره شو.
    دولتي خبري اژانس [تاس](https://tass.com/) راپور ورکړ چې د افغانستان پر سفارت د طالبانو خپل بیرغ رپېږي؛ دا کار پخوا هېڅکله نه و شوی.

# [source] Gul Hassan has been sent to Moscow as ambassador, and the Russian Foreign Ministry let it be known that it had received his credentials.
# [source] Credentials are the papers with which one state presents its envoy to another; handing them over is among the first duties of a new ambassador.
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
# [term] Foreign Ministry → د بهرنیو چارو وزارت (genitive: د بهرنیو چارو د وزارت); not: د خارجه چارو وزارت
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
p-gul-hassan-has-been-ega2 =
    ګل حسن د سفیر په توګه مسکو ته لېږل شوی دی او د روسیې د بهرنیو چارو وزارت خبر ورکړ چې د هغه باورلیک یې ترلاسه کړی دی.
    باورلیک هغه سند دی چې یو دولت پرې خپل استازی بل دولت ته ورپېژني؛ د دې سند سپارل د نوي سفیر له لومړنیو دندو څخه دي.

## How Russia moved closer

# [source] How Russia moved closer
h-how-russia-moved-closer-ipug = روسیه څنګه ورنږدې شوه

# [source] Recognition did not come out of nowhere.
# [source] Moscow had been approaching the Taliban for years:
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-recognition-did-not-come-ojsf =
    په رسمیت پېژندل ناڅاپي نه وو.
    مسکو له کلونو راهیسې طالبانو ته ورنږدې کېده:

# [stale] facts · correction · segment 1 of 2
# [was] After the takeover Russia was among the first countries to open a trade office in Kabul.
# [source] After the takeover Russia was the first country to open a trade office in Kabul.
# [source] It also planned to send gas to Southeast Asia by way of Afghanistan.
# [term] trade office → سوداګریز دفتر (other: سوداګریز دفترونه); also: سوداګریزو دفترونو; not: تجارتي دفتر
li-after-the-takeover-russia-07xa =
        د واک تر بدلون وروسته روسیه د هغو لومړنیو هېوادونو له ډلې وه چې په کابل کې یې سوداګریز دفتر پرانیست.
        روسیې دا پلان هم درلود چې د افغانستان له لارې سویل ختیځې اسیا ته ګاز ولېږدوي.

# [source] In July 2024 “allies” was the word that President Vladimir Putin chose for the Taliban when he spoke about terrorism.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
li-in-july-2024-allies-vrps = د ۲۰۲۴ کال په جولای کې ولسمشر ولادیمیر پوتین د ترهګرۍ په اړه د خبرو پر مهال د طالبانو لپاره د «متحدانو» کلمه وکاروله.

# [source] In April 2025 Russia took the movement off its list of terrorist organisations.
li-in-april-2025-russia-fo1f = د ۲۰۲۵ کال په اپرېل کې روسیې دا غورځنګ د ترهګرو سازمانونو له خپل نوملړ څخه وایست.

## The years from 1996 to 2001

# [source] The years from 1996 to 2001
h-the-years-from-1996-8fx2 = له ۱۹۹۶ تر ۲۰۰۱ کال پورې دوره

# [source] The Taliban had governed Afghanistan once before.
# [source] At that time three states recognised them; since their return it has been one.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-the-taliban-had-governed-w730 =
    طالبانو یو ځل مخکې هم پر افغانستان حکومت کړی و.
    هغه مهال درې هېوادونو په رسمیت پېژندلي وو؛ د دوی له بیا راتګ راهیسې یوازې یوه هېواد دا کار کړی دی.

# [source] Period of Taliban rule
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
td-period-of-taliban-rule-r348 = د طالبانو د واکمنۍ دوره

# [source] Recognised by
td-recognised-by-liw0 = په رسمیت پېژندونکي هېوادونه

# [source] 1996–2001
td-1996-2001-uzff = ۱۹۹۶–۲۰۰۱

# [source] Saudi Arabia, Pakistan, United Arab Emirates
td-saudi-arabia-pakistan-united-j77r = سعودي عربستان، پاکستان، متحده عرب امارات

# [source] Since 2021
td-since-2021-ncs1 = له ۲۰۲۱ راهیسې

# [source] Russia
td-russia-7znr = روسیه

# [source] Several countries, China and Pakistan among them, have let Taliban diplomats take up their posts.
# [source] None of these countries has so far declared that it recognises the new authorities.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-several-countries-china-and-4qwx =
    یو شمېر هېوادونو، چې چین او پاکستان هم پکې دي، د طالبانو ډیپلوماټانو ته اجازه ورکړې چې خپلې دندې پیل کړي.
    له دې هېوادونو څخه تر اوسه هېڅ یوه اعلان نه دی کړی چې نوي واکمنان په رسمیت پېژني.

## Background

# [source] Background
h-background-yrwz = شالید

# [stale] facts · segment 1 of 2
# [was] The Taliban, an Islamist movement, returned to power in 2021.
# [source] The Taliban, an Islamist movement, returned to power in August 2021.
# [source] The government that the West had supported was driven out while American troops were leaving the country, twenty years after they had arrived.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-the-taliban-an-islamist-ah1g =
        طالبان، چې یو اسلامپال غورځنګ دی، په ۲۰۲۱ کال کې بېرته واک ته ورسېدل.
        هغه حکومت چې لوېدیځ یې ملاتړ کاوه، هغه مهال وپرځول شو چې امریکايي سرتېري، تر راتګ شل کاله وروسته، له هېواده وتل.

# [source] Since then the Taliban have enforced a rigid form of Islamic law.
# [source] It weighs most heavily on women: hardly any place is left for them in schools and universities, or in public life at all.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-since-then-the-taliban-ig2n =
    له هغه راهیسې طالبان د اسلامي شریعت یوه سخته بڼه پلې کوي.
    تر ټولو دروند بار یې پر ښځو دی: په ښوونځیو او پوهنتونونو، او په ټوله کې په عامه ژوند کې هغوی ته ډېر لږ ځای پاتې دی.

## Reactions

# [source] Reactions
h-reactions-ehak = غبرګونونه

# [source] Afghan women’s rights activists were quick to reject the decision.
# [source] Mariam Solaimankhil, a former member of the Afghan parliament, said that it lent respectability to rulers who keep women from learning.
# [source] They have people flogged in public, she added, and shelter terrorists who are under United Nations sanctions.
# [term] women’s rights activists → د ښځو د حقونو فعالان (oblique: د ښځو د حقونو فعالانو); also: د ښځو د حقونو افغان فعالان, د ښځو د حقونو افغان فعالانو, د ښځو د حقونو فعالې
# [term] sanctions → بندیزونه (oblique: بندیزونو); also: بندیز; not: تحریمونه
p-afghan-womens-rights-activists-auuu =
    د ښځو د حقونو افغان فعالانو ډېر ژر دا پرېکړه رد کړه.
    د افغانستان د پارلمان پخوانۍ غړې مریم سلیمانخېل وویل چې دا کار هغو واکمنانو ته اعتبار ورکوي چې ښځې له زده کړو راګرځوي.
    هغې زیاته کړه چې دوی خلک د ټولو په وړاندې په درو وهي او هغو ترهګرو ته پناه ورکوي چې د ملګرو ملتونو تر بندیزونو لاندې دي.

# [source] Solaimankhil draws a bitter lesson from Moscow’s step.
# [source] Where a state sees its strategic advantage, she argues, *human rights* and *international law* have to stand back.
# [term] human rights → بشري حقونه (oblique: بشري حقونو); not: حقوق بشر
# [term] international law → نړیوال قانون; also: نړیوال قوانین, نړیوالو قوانینو
q-solaimankhil-draws-a-bitter-gzjn =
    سلیمانخېل د مسکو له دې ګام څخه تریخ درس اخلي.
    د هغې په باور، چېرته چې یو دولت خپله ستراتیژیکه ګټه ویني، *بشري حقونه* او *نړیوال قانون* شاته پاتې کېږي.

## Questions and answers

# [source] Questions and answers
h-questions-and-answers-vibu = پوښتنې او ځوابونه

# [source] { "" }**Who rules in Kabul?**
# [source] The Taliban, an Islamist movement that is known for its rigid reading of Islamic law.
# [source] It governed from 1996 to 2001 and now does so again.
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
li-who-rules-in-kabul-c9mo =
    { "" }**په کابل کې څوک واکمن دي؟**
    طالبان، یو اسلامپال غورځنګ چې د اسلامي شریعت په سخت تفسیر پېژندل کېږي.
    دې غورځنګ له ۱۹۹۶ تر ۲۰۰۱ کال پورې حکومت کاوه او اوس یې بیا کوي.

# [source] { "" }**Why does recognition matter?**
# [source] Moscow expects to do more business with Afghanistan in several branches of the economy.
# [source] The Taliban, whom most of the world keeps at a distance, now have a state that recognises them.
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
li-why-does-recognition-matter-42jj =
    { "" }**په رسمیت پېژندل ولې مهم دي؟**
    مسکو تمه لري چې د اقتصاد په څو برخو کې له افغانستان سره خپله راکړه ورکړه زیاته کړي.
    طالبان، چې زیاتره نړۍ ترې واټن ساتي، اوس داسې هېواد لري چې په رسمیت یې پېژني.

# [source] { "" }**What are other countries doing?**
# [source] Some of them, such as China and Pakistan, receive the movement’s diplomats.
# [source] Misgivings about human rights have kept most of the world from going further.
# [term] human rights → بشري حقونه (oblique: بشري حقونو); not: حقوق بشر
li-what-are-other-countries-c7eh =
    { "" }**نور هېوادونه څه کوي؟**
    ځینې یې، لکه چین او پاکستان، د دې غورځنګ ډیپلوماټان مني.
    د بشري حقونو په اړه اندېښنو د نړۍ زیاتره هېوادونه له دې راګرځولي دي چې نور هم مخته ولاړ شي.

# [source] { "" }**What do the critics say?**
# [source] Afghan women’s rights activists accuse Russia of giving its blessing to a government that denies women their rights and protects terrorists.
# [term] women’s rights activists → د ښځو د حقونو فعالان (oblique: د ښځو د حقونو فعالانو); also: د ښځو د حقونو افغان فعالان, د ښځو د حقونو افغان فعالانو, د ښځو د حقونو فعالې
li-what-do-the-critics-jqpb =
    { "" }**نیوکه کوونکي څه وايي؟**
    د ښځو د حقونو افغان فعالان پر روسیه تور لګوي چې د داسې حکومت ملاتړ یې کړی چې ښځو ته خپل حقونه نه ورکوي او د ترهګرو ساتنه کوي.

# [source] { "" }*Further reading: [how states recognise governments](https://example.org/explainers/recognition).*
p-further-reading-how-states-fy01 = { "" }*نور ولولئ: [دولتونه څنګه حکومتونه په رسمیت پېژني](https://example.org/explainers/recognition).*

# [source] To recognise a government is to declare that it may speak for its state.
# [source] To receive its diplomats, or to keep an embassy open, does not go as far.
# [term] embassy → سفارت (other: سفارتونه); also: سفارتونو
fn-to-recognise-a-government-2c6o =
    د یوه حکومت په رسمیت پېژندل د دې خبرې اعلانول دي چې دغه حکومت د خپل دولت په استازولۍ خبرې کولای شي.
    د هغه د ډیپلوماټانو منل، یا د سفارت پرانیستی ساتل، تر دې کچې نه رسېږي.
