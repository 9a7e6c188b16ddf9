### Tarjuman · article credentials · en

title = What an ambassador’s credentials are

standfirst =
    A new ambassador brings a sealed letter from one head of state to another.
    Until it has changed hands, the envoy is a guest.

fm-what-the-letter-says-9snx = What the letter says, how it is handed over and what it means to receive it.

byline = Tarjuman newsroom desk

p-when-gul-hassan-was-gibq =
    When Gul Hassan was sent to Moscow, the Russian Foreign Ministry said that it had received his credentials.
    It is a short sentence, and diplomats read a great deal in it.

## A letter between heads of state

h-a-letter-between-heads-gycz = A letter between heads of state

p-credentials-are-a-letter-91vo =
    Credentials are a letter.
    In it the head of one state asks the head of another to believe what the ambassador is going to say; that is where the word comes from.[^believe]

p-the-letter-is-sealed-ln6y =
    The letter is sealed.
    The ambassador also carries an open copy, and hands it to the Foreign Ministry of the host country a few days before the ceremony.

## How they are presented

h-how-they-are-presented-6z3k = How they are presented

p-the-rules-have-hardly-uftj = The rules have hardly changed since 1961, when the *Vienna Convention on Diplomatic Relations* was signed:

li-the-sending-state-asks-ctx5 = The sending state asks in confidence whether its envoy is welcome.

li-the-host-country-agrees-hhhs =
    The host country agrees.
    If it does not, it need not say why.

li-the-new-envoy-arrives-p229 = The new envoy arrives and calls on the foreign minister with the copy.

li-the-head-of-state-a4em =
    The head of state takes the letter.
    From that hour the ambassador speaks for his country.

q-in-some-capitals-there-ckf8 =
    In some capitals there is a carriage and a guard of honour.
    None of that is law: what counts is that the letter *changes hands*.

## Who brings which letter

h-who-brings-which-letter-47zz = Who brings which letter

td-head-of-the-mission-it7n = Head of the mission

td-whose-letter-fuak = Whose letter

td-ambassador-w5qc = Ambassador

td-the-head-of-state-09xh = The head of state

td-charge-daffaires-w4f8 = Chargé d’affaires

td-the-foreign-minister-3jb3 = The foreign minister

p-a-charge-daffaires-brings-qhcu =
    A chargé d’affaires brings a letter from one foreign minister to another.
    Many states that keep an embassy in Kabul have left it to such an envoy, and so avoid the question of recognition.

## Why the sentence from Moscow mattered

h-why-the-sentence-from-3kx8 = Why the sentence from Moscow mattered

p-a-government-that-accepts-ehdu =
    A government that accepts credentials treats their sender as the government of a state.
    The sentence was noticed because it came together with the recognition of the Islamic Emirate, for which the Taliban had waited since August 2021.

# [note] A ministry “receives” the copy, a head of state “accepts” the letter. Keep the two verbs apart.
li-to-receive-credentials-is-mmnh =
    { "" }**To receive credentials** is to take the papers in hand.
    It can be done while a decision is still open.

li-to-accept-credentials-is-htym =
    { "" }**To accept credentials** is to treat their bearer as an ambassador.
    It can hardly be undone without an affront.

p-tass-reported-both-in-nhw1 =
    TASS reported both in one message.
    Whoever quotes it should say which of the two is meant.

p-read-on-how-we-22qh = { "" }*Read on: [how we write the names in this story](naming.md).*

fn-from-the-latin-word-2dk9 = From the Latin word for “to believe”, like “credit” and “creed”.
