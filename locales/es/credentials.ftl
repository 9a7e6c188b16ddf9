### Tarjuman · article credentials · es from en

# [source] What an ambassador’s credentials are
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
title = Qué son las cartas credenciales de un embajador

# [source] A new ambassador brings a sealed letter from one head of state to another.
# [source] Until it has changed hands, the envoy is a guest.
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
standfirst =
    Un nuevo embajador lleva una carta sellada de un jefe de Estado a otro.
    Hasta que cambia de manos, el enviado es un invitado.

# [source] What the letter says, how it is handed over and what it means to receive it.
fm-what-the-letter-says-9snx = Qué dice la carta, cómo se entrega y qué significa recibirla.

# [source] Tarjuman newsroom desk
byline = Redacción de Tarjuman

# [source] When Gul Hassan was sent to Moscow, the Russian Foreign Ministry said that it had received his credentials.
# [source] It is a short sentence, and diplomats read a great deal in it.
# [term] Foreign Ministry → Ministerio de Exteriores; also: Ministerio de Asuntos Exteriores; not: Ministerio Extranjero
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
p-when-gul-hassan-was-gibq =
    Cuando Gul Hassan fue enviado a Moscú, el Ministerio de Exteriores ruso dijo que había recibido sus cartas credenciales.
    Es una frase breve, y los diplomáticos leen mucho en ella.

## A letter between heads of state

# [source] A letter between heads of state
h-a-letter-between-heads-gycz = Una carta entre jefes de Estado

# [source] Credentials are a letter.
# [source] In it the head of one state asks the head of another to believe what the ambassador is going to say; that is where the word comes from.[^believe]
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
p-credentials-are-a-letter-91vo =
    Las cartas credenciales son una carta.
    En ella, el jefe de un Estado pide al jefe de otro que crea lo que el embajador le va a decir; de ahí viene la palabra.[^believe]

# [source] The letter is sealed.
# [source] The ambassador also carries an open copy, and hands it to the Foreign Ministry of the host country a few days before the ceremony.
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
# [term] Foreign Ministry → Ministerio de Exteriores; also: Ministerio de Asuntos Exteriores; not: Ministerio Extranjero
p-the-letter-is-sealed-ln6y =
    La carta va sellada.
    El embajador lleva además una copia abierta y la entrega al Ministerio de Exteriores del país anfitrión unos días antes de la ceremonia.

## How they are presented

# [source] How they are presented
h-how-they-are-presented-6z3k = Cómo se presentan

# [source] The rules have hardly changed since 1961, when the *Vienna Convention on Diplomatic Relations* was signed:
p-the-rules-have-hardly-uftj = Las reglas apenas han cambiado desde 1961, cuando se firmó la *Convención de Viena sobre Relaciones Diplomáticas*:

# [source] The sending state asks in confidence whether its envoy is welcome.
li-the-sending-state-asks-ctx5 = El Estado que envía pregunta en confianza si su enviado es bienvenido.

# [source] The host country agrees.
# [source] If it does not, it need not say why.
li-the-host-country-agrees-hhhs =
    El país anfitrión acepta.
    Si no lo hace, no tiene que decir por qué.

# [source] The new envoy arrives and calls on the foreign minister with the copy.
li-the-new-envoy-arrives-p229 = El nuevo enviado llega y visita al ministro de Exteriores con la copia.

# [source] The head of state takes the letter.
# [source] From that hour the ambassador speaks for his country.
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
li-the-head-of-state-a4em =
    El jefe del Estado toma la carta.
    Desde esa hora el embajador habla en nombre de su país.

# [source] In some capitals there is a carriage and a guard of honour.
# [source] None of that is law: what counts is that the letter *changes hands*.
q-in-some-capitals-there-ckf8 =
    En algunas capitales hay carroza y guardia de honor.
    Nada de eso es derecho: lo que cuenta es que la carta *cambie de manos*.

## Who brings which letter

# [source] Who brings which letter
h-who-brings-which-letter-47zz = Quién trae qué carta

# [source] Head of the mission
td-head-of-the-mission-it7n = Jefe de la misión

# [source] Whose letter
td-whose-letter-fuak = De quién es la carta

# [source] Ambassador
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
td-ambassador-w5qc = Embajador

# [source] The head of state
td-the-head-of-state-09xh = El jefe del Estado

# [source] Chargé d’affaires
td-charge-daffaires-w4f8 = Encargado de negocios

# [source] The foreign minister
td-the-foreign-minister-3jb3 = El ministro de Exteriores

# [source] A chargé d’affaires brings a letter from one foreign minister to another.
# [source] Many states that keep an embassy in Kabul have left it to such an envoy, and so avoid the question of recognition.
# [term] embassy → embajada (other: embajadas)
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
p-a-charge-daffaires-brings-qhcu =
    Un encargado de negocios trae una carta de un ministro de Exteriores a otro.
    Muchos Estados que mantienen una embajada en Kabul la han dejado en manos de un enviado así, y de ese modo evitan la cuestión del reconocimiento.

## Why the sentence from Moscow mattered

# [source] Why the sentence from Moscow mattered
h-why-the-sentence-from-3kx8 = Por qué importó la frase de Moscú

# [source] A government that accepts credentials treats their sender as the government of a state.
# [source] The sentence was noticed because it came together with the recognition of the Islamic Emirate, for which the Taliban had waited since August 2021.
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-a-government-that-accepts-ehdu =
    Un Gobierno que acepta unas cartas credenciales trata a quien las envía como Gobierno de un Estado.
    La frase llamó la atención porque llegó junto con el reconocimiento del { -islamic-emirate }, que los talibanes esperaban desde agosto de 2021.

# [source] { "" }**To receive credentials** is to take the papers in hand.
# [source] It can be done while a decision is still open.
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
# [note] A ministry “receives” the copy, a head of state “accepts” the letter. Keep the two verbs apart.
li-to-receive-credentials-is-mmnh =
    { "" }**Recibir las cartas credenciales** es tomar los papeles en la mano.
    Puede hacerse mientras la decisión aún está abierta.

# [source] { "" }**To accept credentials** is to treat their bearer as an ambassador.
# [source] It can hardly be undone without an affront.
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
li-to-accept-credentials-is-htym =
    { "" }**Aceptar las cartas credenciales** es tratar a su portador como embajador.
    Difícilmente puede deshacerse sin una afrenta.

# [source] TASS reported both in one message.
# [source] Whoever quotes it should say which of the two is meant.
# [term] TASS → TASS; not: Itar-Tass
p-tass-reported-both-in-nhw1 =
    TASS informó de ambas cosas en un solo despacho.
    Quien la cite debería decir a cuál de las dos se refiere.

# [source] { "" }*Read on: [how we write the names in this story](naming.md).*
p-read-on-how-we-22qh = { "" }*Siga leyendo: [cómo escribimos los nombres en esta historia](naming.md).*

# [source] From the Latin word for “to believe”, like “credit” and “creed”.
fn-from-the-latin-word-2dk9 = Del verbo latino que significa «creer», como «crédito» y «credo».
