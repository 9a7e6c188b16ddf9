### Tarjuman · article naming · en

title = How we write the names in this story

standfirst =
    Names are part of the news.
    These are our rules when we write about Afghanistan and about those who govern it.

fm-our-style-desk-on-tuop = Our style desk on the Islamic Emirate, the Taliban, recognition and a few other words.

byline = Tarjuman newsroom desk

p-readers-have-asked-why-wz51 =
    Readers have asked why we write “the Taliban government” in one line and “the Islamic Emirate” in another.
    The two do not mean the same, and neither is there by chance.

## Country, state and government

h-country-state-and-government-vxka = Country, state and government

p-afghanistan-is-the-country-tc62 =
    Afghanistan is the country.
    Its name does not depend on who rules there; we use it wherever the land or its people are meant.

p-the-islamic-emirate-of-ctou =
    The Islamic Emirate of Afghanistan is what the Taliban call the state they govern.
    We write it where they are quoted, or where the name itself is the news, and we say whose name it is.

li-right-the-taliban-say-wqdw = { "" }**Right:** The Taliban say that the Islamic Emirate wants good relations with its neighbours.

li-wrong-winters-in-the-sb2z = { "" }**Wrong:** Winters in the Islamic Emirate are cold.

li-winters-are-cold-in-l0wq = Winters are cold in *Afghanistan*, whoever governs it.

## The movement

h-the-movement-12ql = The movement

p-taliban-is-a-plural-t0id =
    “Taliban” is a plural in English.
    A single man is “a member of the Taliban”.
    A spokesman speaks for the movement, an ambassador for a state.

## To recognise and to receive

h-to-recognise-and-to-f6qf = To recognise and to receive

td-what-happens-4zcd = What happens

td-what-we-write-pu5p = What we write

td-a-state-declares-that-7l6q = A state declares that a government speaks for another state

td-it-recognises-the-government-7mkp = It recognises the government

td-a-state-lets-diplomats-z8ay = A state lets diplomats move into an embassy

td-it-receives-diplomats-sbj3 = It receives diplomats

td-a-state-opens-a-hq39 = A state opens a trade office

td-it-opens-a-trade-6075 = It opens a trade office, and no more than that

p-recognition-is-a-word-5brl =
    Recognition is a word of international law, and we keep it for that.
    Talks, visits and a trade office are contacts.

## Agencies and sanctions

h-agencies-and-sanctions-wwwh = Agencies and sanctions

li-tass-is-written-in-1fe1 =
    TASS is written in capitals.
    Where it is first named we add that it is an agency of the Russian state.

li-what-an-agency-reports-dt1l =
    What an agency reports is attributed to it.
    If two agencies report the same, we name both.

# [note] “Body” is the organisation that decided on them.
p-sanctions-have-an-author-l7xo =
    Sanctions have an author.
    We name the body: the United Nations, a group of states or a single state.

q-if-two-words-are-mshh = If two words are at hand, take the one that *claims less*.

## Where we were wrong

h-where-we-were-wrong-vo7e = Where we were wrong

p-an-early-version-of-g8o9 =
    An early version of our report spoke of a permit where it should have said [credentials](credentials.md).
    It was corrected in every language on the same day.[^corrections]

fn-whoever-had-already-read-8qkn = Whoever had already read the old text was told so in his own language.
