### Tarjuman · article recognition · en

title = Russia becomes the first state to recognise Taliban rule in Afghanistan

standfirst =
    Moscow now regards the Islamic Emirate as the government of Afghanistan.
    The Taliban hope that other capitals will follow; women’s rights activists say that repression has been rewarded.

fm-russia-has-formally-recognised-oxfq = Russia has formally recognised the Taliban government: what was decided, how it came about and how Afghans reacted.

byline = Tarjuman newsroom desk

p-russia-formally-recognised-the-p2yp =
    Russia formally recognised the Taliban government of Afghanistan on 3 July 2025 and became the first state to do so since the movement came back to power.
    For almost four years the authorities in Kabul had governed without the recognition of a single foreign country.[^recognition]

## What Moscow and Kabul said

h-what-moscow-and-kabul-ttol = What Moscow and Kabul said

# [note] “Islamic Emirate” is the name that the Taliban use for the state they govern. Attribute it and follow the glossary: it is not another word for Afghanistan.
p-the-decision-became-known-mfmw =
    The decision became known after Amir Khan Muttaqi, the Taliban foreign minister, had met Dmitry Zhirnov, the Russian ambassador to Kabul.
    Russia’s official news agencies were the first to report it.
    Zia Ahmad Takal, a spokesman for the Foreign Ministry in Kabul, confirmed that Moscow had recognised the Islamic Emirate of Afghanistan, as the Taliban call the state they govern.

p-the-russian-foreign-ministry-f36g =
    The Russian Foreign Ministry set out its reasons on Telegram.
    Recognition, it said, would help the two countries to work together on energy, transport, agriculture and infrastructure.
    It also promised Kabul further help against terrorism and the drugs trade and in making the region safer.

p-muttaqi-answered-with-a-ckn0 = Muttaqi answered with a video on X. He called the decision “bold” and expected other governments to take it as a model: now that a beginning had been made, he said, Russia was ahead of everyone else.

## A flag and an ambassador

h-a-flag-and-an-06tr = A flag and an ambassador

p-the-change-was-soon-wc1a =
    The change was soon visible in Moscow.
    The state news agency [TASS](https://tass.com/) reported that the Taliban’s own flag was flying over the Afghan embassy, which it had never done before.

p-gul-hassan-has-been-ega2 =
    Gul Hassan has been sent to Moscow as ambassador, and the Russian Foreign Ministry let it be known that it had received his credentials.
    Credentials are the papers with which one state presents its envoy to another; handing them over is among the first duties of a new ambassador.

## How Russia moved closer

h-how-russia-moved-closer-ipug = How Russia moved closer

p-recognition-did-not-come-ojsf =
    Recognition did not come out of nowhere.
    Moscow had been approaching the Taliban for years:

li-after-the-takeover-russia-07xa =
    After the takeover Russia was the first country to open a trade office in Kabul.
    It also planned to send gas to Southeast Asia by way of Afghanistan.

li-in-july-2024-allies-vrps = In July 2024 “allies” was the word that President Vladimir Putin chose for the Taliban when he spoke about terrorism.

li-in-april-2025-russia-fo1f = In April 2025 Russia took the movement off its list of terrorist organisations.

## The years from 1996 to 2001

h-the-years-from-1996-8fx2 = The years from 1996 to 2001

p-the-taliban-had-governed-w730 =
    The Taliban had governed Afghanistan once before.
    At that time three states recognised them; since their return it has been one.

td-period-of-taliban-rule-r348 = Period of Taliban rule

td-recognised-by-liw0 = Recognised by

td-1996-2001-uzff = 1996–2001

td-saudi-arabia-pakistan-united-j77r = Saudi Arabia, Pakistan, United Arab Emirates

td-since-2021-ncs1 = Since 2021

td-russia-7znr = Russia

p-several-countries-china-and-4qwx =
    Several countries, China and Pakistan among them, have let Taliban diplomats take up their posts.
    None of these countries has so far declared that it recognises the new authorities.

## Background

h-background-yrwz = Background

p-the-taliban-an-islamist-ah1g =
    The Taliban, an Islamist movement, returned to power in August 2021.
    The government that the West had supported was driven out while American troops were leaving the country, twenty years after they had arrived.

p-since-then-the-taliban-ig2n =
    Since then the Taliban have enforced a rigid form of Islamic law.
    It weighs most heavily on women: hardly any place is left for them in schools and universities, or in public life at all.

## Reactions

h-reactions-ehak = Reactions

p-afghan-womens-rights-activists-auuu =
    Afghan women’s rights activists were quick to reject the decision.
    Mariam Solaimankhil, a former member of the Afghan parliament, said that it lent respectability to rulers who keep women from learning.
    They have people flogged in public, she added, and shelter terrorists who are under United Nations sanctions.

q-solaimankhil-draws-a-bitter-gzjn =
    Solaimankhil draws a bitter lesson from Moscow’s step.
    Where a state sees its strategic advantage, she argues, *human rights* and *international law* have to stand back.

## Questions and answers

h-questions-and-answers-vibu = Questions and answers

li-who-rules-in-kabul-c9mo =
    { "" }**Who rules in Kabul?**
    The Taliban, an Islamist movement that is known for its rigid reading of Islamic law.
    It governed from 1996 to 2001 and now does so again.

li-why-does-recognition-matter-42jj =
    { "" }**Why does recognition matter?**
    Moscow expects to do more business with Afghanistan in several branches of the economy.
    The Taliban, whom most of the world keeps at a distance, now have a state that recognises them.

li-what-are-other-countries-c7eh =
    { "" }**What are other countries doing?**
    Some of them, such as China and Pakistan, receive the movement’s diplomats.
    Misgivings about human rights have kept most of the world from going further.

li-what-do-the-critics-jqpb =
    { "" }**What do the critics say?**
    Afghan women’s rights activists accuse Russia of giving its blessing to a government that denies women their rights and protects terrorists.

p-further-reading-how-states-fy01 = { "" }*Further reading: [how states recognise governments](https://example.org/explainers/recognition).*

fn-to-recognise-a-government-2c6o =
    To recognise a government is to declare that it may speak for its state.
    To receive its diplomats, or to keep an embassy open, does not go as far.
