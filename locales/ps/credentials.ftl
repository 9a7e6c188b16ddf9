### Tarjuman · article credentials · ps from en

# [source] What an ambassador’s credentials are
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
title = د سفیر باورلیک څه شی دی

# [source] A new ambassador brings a sealed letter from one head of state to another.
# [source] Until it has changed hands, the envoy is a guest.
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
standfirst =
    نوی سفیر د یوه دولت له مشره د بل دولت مشر ته مهر شوی لیک وړي.
    تر څو چې دا لیک لاس په لاس شوی نه وي، استازی مېلمه دی.

# [source] What the letter says, how it is handed over and what it means to receive it.
fm-what-the-letter-says-9snx = په لیک کې څه ویل کېږي، څنګه سپارل کېږي او ترلاسه کول یې څه معنا لري.

# [source] Tarjuman newsroom desk
byline = د ترجمان خبرخونه

# [source] When Gul Hassan was sent to Moscow, the Russian Foreign Ministry said that it had received his credentials.
# [source] It is a short sentence, and diplomats read a great deal in it.
# [term] Foreign Ministry → د بهرنیو چارو وزارت (genitive: د بهرنیو چارو د وزارت); not: د خارجه چارو وزارت
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
p-when-gul-hassan-was-gibq =
    کله چې ګل حسن مسکو ته ولېږل شو، د روسیې د بهرنیو چارو وزارت وویل چې د هغه باورلیک یې ترلاسه کړی دی.
    جمله لنډه ده، خو ډیپلوماټان پکې ډېر څه لولي.

## A letter between heads of state

# [source] A letter between heads of state
h-a-letter-between-heads-gycz = د دولتونو د مشرانو ترمنځ یو لیک

# [source] Credentials are a letter.
# [source] In it the head of one state asks the head of another to believe what the ambassador is going to say; that is where the word comes from.[^believe]
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
p-credentials-are-a-letter-91vo =
    باورلیک یو لیک دی.
    په هغه کې د یوه دولت مشر د بل دولت له مشره غواړي چې د سفیر په خبرو باور وکړي؛ نوم یې هم له همدې ځایه راغلی دی.[^believe]

# [source] The letter is sealed.
# [source] The ambassador also carries an open copy, and hands it to the Foreign Ministry of the host country a few days before the ceremony.
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
# [term] Foreign Ministry → د بهرنیو چارو وزارت (genitive: د بهرنیو چارو د وزارت); not: د خارجه چارو وزارت
p-the-letter-is-sealed-ln6y =
    لیک مهر شوی وي.
    سفیر یوه پرانیستې کاپي هم له ځان سره وړي او د مراسمو څو ورځې مخکې یې د کوربه هېواد د بهرنیو چارو وزارت ته سپاري.

## How they are presented

# [source] How they are presented
h-how-they-are-presented-6z3k = څنګه وړاندې کېږي

# [source] The rules have hardly changed since 1961, when the *Vienna Convention on Diplomatic Relations* was signed:
p-the-rules-have-hardly-uftj = له ۱۹۶۱ کال راهیسې، چې *د ډیپلوماټیکو اړیکو په اړه د ویانا کنوانسیون* لاسلیک شو، قاعدو ډېر لږ بدلون کړی دی:

# [source] The sending state asks in confidence whether its envoy is welcome.
li-the-sending-state-asks-ctx5 = لېږونکی دولت په محرم ډول پوښتي چې استازی یې ښه راغلاست دی که نه.

# [source] The host country agrees.
# [source] If it does not, it need not say why.
li-the-host-country-agrees-hhhs =
    کوربه هېواد مني.
    که یې ونه مني، اړ نه دی چې دلیل یې ووایي.

# [source] The new envoy arrives and calls on the foreign minister with the copy.
li-the-new-envoy-arrives-p229 = نوی استازی راځي او له کاپي سره د بهرنیو چارو له وزیر سره ګوري.

# [source] The head of state takes the letter.
# [source] From that hour the ambassador speaks for his country.
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
li-the-head-of-state-a4em =
    د دولت مشر لیک اخلي.
    له همدې ساعته سفیر د خپل هېواد په نوم خبرې کوي.

# [source] In some capitals there is a carriage and a guard of honour.
# [source] None of that is law: what counts is that the letter *changes hands*.
q-in-some-capitals-there-ckf8 =
    په ځینو پلازمېنو کې ګاډۍ او د درناوي ګارد وي.
    په دې کې هېڅ هم قانون نه دی: مهمه دا ده چې لیک *لاس په لاس شي*.

## Who brings which letter

# [source] Who brings which letter
h-who-brings-which-letter-47zz = څوک کوم لیک راوړي

# [source] Head of the mission
td-head-of-the-mission-it7n = د استازولۍ مشر

# [source] Whose letter
td-whose-letter-fuak = لیک د چا دی

# [source] Ambassador
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
td-ambassador-w5qc = سفیر

# [source] The head of state
td-the-head-of-state-09xh = د دولت مشر

# [source] Chargé d’affaires
td-charge-daffaires-w4f8 = شارژدافیر

# [source] The foreign minister
td-the-foreign-minister-3jb3 = د بهرنیو چارو وزیر

# [source] A chargé d’affaires brings a letter from one foreign minister to another.
# [source] Many states that keep an embassy in Kabul have left it to such an envoy, and so avoid the question of recognition.
# [term] embassy → سفارت (other: سفارتونه); also: سفارتونو
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
p-a-charge-daffaires-brings-qhcu =
    شارژدافیر د بهرنیو چارو د یوه وزیر لیک د بهرنیو چارو بل وزیر ته راوړي.
    ډېرو دولتونو چې په کابل کې سفارت لري، هغه یې همداسې استازي ته پرېښی دی او په دې توګه د په رسمیت پېژندلو له پوښتنې ځان ساتي.

## Why the sentence from Moscow mattered

# [source] Why the sentence from Moscow mattered
h-why-the-sentence-from-3kx8 = د مسکو جمله ولې مهمه وه

# [source] A government that accepts credentials treats their sender as the government of a state.
# [source] The sentence was noticed because it came together with the recognition of the Islamic Emirate, for which the Taliban had waited since August 2021.
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
# [term] recognition → په رسمیت پېژندل (oblique: په رسمیت پېژندلو); also: په رسمیت پېژندنه, په رسمیت پېژندنې, په رسمیت وپېژني, په رسمیت پېژني
# [term] Islamic Emirate of Afghanistan → د افغانستان اسلامي امارت; also: اسلامي امارت; not: اسلامي دولت
# [term] Taliban → طالبان (oblique: طالبانو); not: تالبان, طالبانان
p-a-government-that-accepts-ehdu =
    هغه حکومت چې باورلیک مني، لېږونکی یې د یوه دولت حکومت ګڼي.
    دا جمله ځکه پام وړ شوه چې د { -islamic-emirate } له په رسمیت پېژندلو سره یوځای راغله، چې طالبانو ورته د ۲۰۲۱ کال له اګسټ راهیسې انتظار کاوه.

# [source] { "" }**To receive credentials** is to take the papers in hand.
# [source] It can be done while a decision is still open.
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
# [note] A ministry “receives” the copy, a head of state “accepts” the letter. Keep the two verbs apart.
li-to-receive-credentials-is-mmnh =
    { "" }**د باورلیک ترلاسه کول** دا دي چې کاغذونه په لاس کې ونیول شي.
    دا هغه وخت هم کېدای شي چې پرېکړه لا نه وي شوې.

# [source] { "" }**To accept credentials** is to treat their bearer as an ambassador.
# [source] It can hardly be undone without an affront.
# [term] credentials → باورلیک; also: باورلیکونه, باورلیکونو
# [term] ambassador → سفیر (other: سفیران); also: سفیرانو
li-to-accept-credentials-is-htym =
    { "" }**د باورلیک منل** دا دي چې راوړونکی یې د سفیر په توګه ومنل شي.
    له سپکاوي پرته یې بېرته اخیستل ګران دي.

# [source] TASS reported both in one message.
# [source] Whoever quotes it should say which of the two is meant.
# [term] TASS → تاس; not: ایتار تاس
p-tass-reported-both-in-nhw1 =
    تاس دواړه په یوه خبر کې ورکړل.
    څوک چې ترې نقل کوي، باید ووایي چې له دواړو یې کوم یو مراد دی.

# [source] { "" }*Read on: [how we write the names in this story](naming.md).*
p-read-on-how-we-22qh = { "" }*نور ولولئ: [په دې کیسه کې نومونه څنګه لیکو](naming.md).*

# [source] From the Latin word for “to believe”, like “credit” and “creed”.
fn-from-the-latin-word-2dk9 = د لاتیني له هغې کلمې څخه چې «باور کول» معنا لري.
