### Tarjuman · article naming · es from en

# [source] How we write the names in this story
title = Cómo escribimos los nombres en esta historia

# [source] Names are part of the news.
# [source] These are our rules when we write about Afghanistan and about those who govern it.
standfirst =
    Los nombres son parte de la noticia.
    Estas son nuestras reglas cuando escribimos sobre Afganistán y sobre quienes lo gobiernan.

# [source] Our style desk on the Islamic Emirate, the Taliban, recognition and a few other words.
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
fm-our-style-desk-on-tuop = Nuestra mesa de estilo, sobre el Emirato Islámico, los talibanes, el reconocimiento y algunas palabras más.

# [source] Tarjuman newsroom desk
byline = Redacción de Tarjuman

# [source] Readers have asked why we write “the Taliban government” in one line and “the Islamic Emirate” in another.
# [source] The two do not mean the same, and neither is there by chance.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
p-readers-have-asked-why-wz51 =
    Los lectores nos han preguntado por qué escribimos «el Gobierno de los talibanes» en una línea y «el Emirato Islámico» en otra.
    No significan lo mismo, y ninguna de las dos cosas está ahí por casualidad.

## Country, state and government

# [source] Country, state and government
h-country-state-and-government-vxka = País, Estado y Gobierno

# [source] Afghanistan is the country.
# [source] Its name does not depend on who rules there; we use it wherever the land or its people are meant.
p-afghanistan-is-the-country-tc62 =
    Afganistán es el país.
    Su nombre no depende de quién mande allí; lo usamos siempre que se trata de la tierra o de su gente.

# [source] The Islamic Emirate of Afghanistan is what the Taliban call the state they govern.
# [source] We write it where they are quoted, or where the name itself is the news, and we say whose name it is.
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-the-islamic-emirate-of-ctou =
    { -islamic-emirate } es como los talibanes llaman al Estado que gobiernan.
    Lo escribimos cuando se les cita, o cuando el propio nombre es la noticia, y decimos de quién es ese nombre.

# [source] { "" }**Right:** The Taliban say that the Islamic Emirate wants good relations with its neighbours.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
li-right-the-taliban-say-wqdw = { "" }**Bien:** Los talibanes dicen que el Emirato Islámico quiere buenas relaciones con sus vecinos.

# [source] { "" }**Wrong:** Winters in the Islamic Emirate are cold.
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
li-wrong-winters-in-the-sb2z = { "" }**Mal:** Los inviernos en el Emirato Islámico son fríos.

# [source] Winters are cold in *Afghanistan*, whoever governs it.
li-winters-are-cold-in-l0wq = Los inviernos son fríos en *Afganistán*, lo gobierne quien lo gobierne.

## The movement

# [source] The movement
h-the-movement-12ql = El movimiento

# [source] “Taliban” is a plural in English.
# [source] A single man is “a member of the Taliban”.
# [source] A spokesman speaks for the movement, an ambassador for a state.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] spokesman → portavoz (other: portavoces); not: vocero
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
p-taliban-is-a-plural-t0id =
    «Talibanes» es un plural, y «talibán» es uno solo de ellos.
    Un portavoz habla en nombre del movimiento; un embajador, en nombre de un Estado.

## To recognise and to receive

# [source] To recognise and to receive
h-to-recognise-and-to-f6qf = Reconocer y recibir

# [source] What happens
td-what-happens-4zcd = Qué ocurre

# [source] What we write
td-what-we-write-pu5p = Qué escribimos

# [source] A state declares that a government speaks for another state
td-a-state-declares-that-7l6q = Un Estado declara que un Gobierno habla en nombre de otro Estado

# [source] It recognises the government
td-it-recognises-the-government-7mkp = Reconoce al Gobierno

# [source] A state lets diplomats move into an embassy
# [term] embassy → embajada (other: embajadas)
td-a-state-lets-diplomats-z8ay = Un Estado deja que unos diplomáticos se instalen en una embajada

# [source] It receives diplomats
td-it-receives-diplomats-sbj3 = Recibe a diplomáticos

# [source] A state opens a trade office
# [term] trade office → oficina comercial (other: oficinas comerciales); also: oficina de representación comercial
td-a-state-opens-a-hq39 = Un Estado abre una oficina comercial

# [source] It opens a trade office, and no more than that
# [term] trade office → oficina comercial (other: oficinas comerciales); also: oficina de representación comercial
td-it-opens-a-trade-6075 = Abre una oficina comercial, y nada más que eso

# [source] Recognition is a word of international law, and we keep it for that.
# [source] Talks, visits and a trade office are contacts.
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
# [term] international law → derecho internacional; not: ley internacional
# [term] trade office → oficina comercial (other: oficinas comerciales); also: oficina de representación comercial
p-recognition-is-a-word-5brl =
    Reconocimiento es una palabra del derecho internacional, y para eso la guardamos.
    Las conversaciones, las visitas y una oficina comercial son contactos.

## Agencies and sanctions

# [source] Agencies and sanctions
# [term] sanctions → sanciones; also: sanción
h-agencies-and-sanctions-wwwh = Agencias y sanciones

# [source] TASS is written in capitals.
# [source] Where it is first named we add that it is an agency of the Russian state.
# [term] TASS → TASS; not: Itar-Tass
li-tass-is-written-in-1fe1 =
    TASS se escribe con mayúsculas.
    Donde se nombra por primera vez añadimos que es una agencia del Estado ruso.

# [source] What an agency reports is attributed to it.
# [source] If two agencies report the same, we name both.
li-what-an-agency-reports-dt1l =
    Lo que informa una agencia se le atribuye.
    Si dos agencias informan de lo mismo, las nombramos a las dos.

# [source] Sanctions have an author.
# [source] We name the body: the United Nations, a group of states or a single state.
# [term] sanctions → sanciones; also: sanción
# [note] “Body” is the organisation that decided on them.
p-sanctions-have-an-author-l7xo =
    Las sanciones tienen autor.
    Nombramos la organización: las Naciones Unidas, un grupo de Estados o un solo Estado.

# [source] If two words are at hand, take the one that *claims less*.
q-if-two-words-are-mshh = Si hay dos palabras a mano, tómese la que *afirme menos*.

## Where we were wrong

# [source] Where we were wrong
h-where-we-were-wrong-vo7e = Dónde nos equivocamos

# [source] An early version of our report spoke of a permit where it should have said [credentials](credentials.md).
# [source] It was corrected in every language on the same day.[^corrections]
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
p-an-early-version-of-g8o9 =
    Una primera versión de nuestra información hablaba de un permiso donde debía decir [cartas credenciales](credentials.md).
    Se corrigió el mismo día en todos los idiomas.[^corrections]

# [source] Whoever had already read the old text was told so in his own language.
fn-whoever-had-already-read-8qkn = A quien ya había leído el texto anterior se le avisó en su propio idioma.
