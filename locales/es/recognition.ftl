### Tarjuman · article recognition · es from en

# [source] Russia becomes the first state to recognise Taliban rule in Afghanistan
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
title = Rusia, primer Estado que reconoce el poder talibán en Afganistán

# [source] Moscow now regards the Islamic Emirate as the government of Afghanistan.
# [source] The Taliban hope that other capitals will follow; women’s rights activists say that repression has been rewarded.
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] women’s rights activists → activistas por los derechos de las mujeres; also: activista por los derechos de las mujeres, activistas afganos por los derechos de las mujeres, activistas afganas por los derechos de las mujeres; not: feministas
standfirst =
    Para Moscú, el Emirato Islámico es ya el Gobierno de Afganistán.
    Los talibanes esperan que otras capitales sigan sus pasos; para los activistas por los derechos de las mujeres, se ha premiado la represión.

# [source] Russia has formally recognised the Taliban government: what was decided, how it came about and how Afghans reacted.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
fm-russia-has-formally-recognised-oxfq = Rusia ha reconocido formalmente al Gobierno talibán: qué se decidió, cómo se llegó hasta ahí y cómo reaccionaron los afganos.

# [source] Tarjuman newsroom desk
byline = Redacción de Tarjuman

# [source] Russia formally recognised the Taliban government of Afghanistan on 3 July 2025 and became the first state to do so since the movement came back to power.
# [source] For almost four years the authorities in Kabul had governed without the recognition of a single foreign country.[^recognition]
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
p-russia-formally-recognised-the-p2yp =
    Rusia reconoció formalmente el 3 de julio de 2025 al Gobierno talibán de Afganistán y se convirtió en el primer Estado en dar ese paso desde que el movimiento volvió al poder.
    Durante casi cuatro años, las autoridades de Kabul habían gobernado sin el reconocimiento de un solo país extranjero.[^recognition]

## What Moscow and Kabul said

# [source] What Moscow and Kabul said
h-what-moscow-and-kabul-ttol = Lo que dijeron Moscú y Kabul

# [source] The decision became known after Amir Khan Muttaqi, the Taliban foreign minister, had met Dmitry Zhirnov, the Russian ambassador to Kabul.
# [source] Russia’s official news agencies were the first to report it.
# [source] Zia Ahmad Takal, a spokesman for the Foreign Ministry in Kabul, confirmed that Moscow had recognised the Islamic Emirate of Afghanistan, as the Taliban call the state they govern.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
# [term] spokesman → portavoz (other: portavoces); not: vocero
# [term] Foreign Ministry → Ministerio de Exteriores; also: Ministerio de Asuntos Exteriores; not: Ministerio Extranjero
# [term] Islamic Emirate of Afghanistan → Emirato Islámico de Afganistán; also: Emirato Islámico; not: Estado Islámico, Emirato Islamista
# [note] “Islamic Emirate” is the name that the Taliban use for the state they govern. Attribute it and follow the glossary: it is not another word for Afghanistan.
p-the-decision-became-known-mfmw =
    La decisión se conoció después de que Amir Khan Muttaqi, ministro de Exteriores talibán, se reuniera con Dmitri Zhirnov, embajador ruso en Kabul.
    Las agencias de noticias oficiales rusas fueron las primeras en dar la noticia.
    Zia Ahmad Takal, portavoz del Ministerio de Exteriores en Kabul, confirmó que Moscú había reconocido al Emirato Islámico de Afganistán, como llaman los talibanes al Estado que gobiernan.

# [source] The Russian Foreign Ministry set out its reasons on Telegram.
# [source] Recognition, it said, would help the two countries to work together on energy, transport, agriculture and infrastructure.
# [source] It also promised Kabul further help against terrorism and the drugs trade and in making the region safer.
# [term] Foreign Ministry → Ministerio de Exteriores; also: Ministerio de Asuntos Exteriores; not: Ministerio Extranjero
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
p-the-russian-foreign-ministry-f36g =
    El Ministerio de Exteriores ruso expuso sus motivos en Telegram.
    El reconocimiento, señaló, ayudará a los dos países a trabajar juntos en energía, transporte, agricultura e infraestructuras.
    También prometió a Kabul más ayuda contra el terrorismo y el tráfico de drogas, así como para hacer más segura la región.

# [source] Muttaqi answered with a video on X. He called the decision “bold” and expected other governments to take it as a model: now that a beginning had been made, he said, Russia was ahead of everyone else.
p-muttaqi-answered-with-a-ckn0 = Muttaqi respondió con un vídeo en X. Calificó la decisión de «audaz» y se mostró convencido de que otros Gobiernos la tomarán como modelo: ahora que se ha dado el primer paso, dijo, Rusia va por delante de todos.

## A flag and an ambassador

# [source] A flag and an ambassador
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
h-a-flag-and-an-06tr = Una bandera y un embajador

# [source] The change was soon visible in Moscow.
# [source] The state news agency [TASS](https://tass.com/) reported that the Taliban’s own flag was flying over the Afghan embassy, which it had never done before.
# [term] TASS → TASS; not: Itar-Tass
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
# [term] embassy → embajada (other: embajadas)
p-the-change-was-soon-wc1a =
    El cambio no tardó en hacerse visible en Moscú.
    La agencia estatal [TASS](https://tass.com/) informó de que en la embajada afgana ondeaba la bandera propia de los talibanes, algo que nunca había ocurrido.

# [source] Gul Hassan has been sent to Moscow as ambassador, and the Russian Foreign Ministry let it be known that it had received his credentials.
# [source] Credentials are the papers with which one state presents its envoy to another; handing them over is among the first duties of a new ambassador.
# [term] ambassador → embajador (other: embajadores); also: embajadora, embajadoras
# [term] Foreign Ministry → Ministerio de Exteriores; also: Ministerio de Asuntos Exteriores; not: Ministerio Extranjero
# [term] credentials → cartas credenciales; also: credenciales; not: acreditaciones
p-gul-hassan-has-been-ega2 =
    Gul Hassan ha sido enviado a Moscú como embajador, y el Ministerio de Exteriores ruso dio a conocer que había recibido sus cartas credenciales.
    Las cartas credenciales son los documentos con los que un Estado presenta a su representante ante otro; entregarlas es uno de los primeros deberes de un nuevo embajador.

## How Russia moved closer

# [source] How Russia moved closer
h-how-russia-moved-closer-ipug = Cómo se fue acercando Rusia

# [source] Recognition did not come out of nowhere.
# [source] Moscow had been approaching the Taliban for years:
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-recognition-did-not-come-ojsf =
    El reconocimiento no llegó de improviso.
    Moscú llevaba años aproximándose a los talibanes:

# [source] After the takeover Russia was the first country to open a trade office in Kabul.
# [source] It also planned to send gas to Southeast Asia by way of Afghanistan.
# [term] trade office → oficina comercial (other: oficinas comerciales); also: oficina de representación comercial
li-after-the-takeover-russia-07xa =
    Tras la toma del poder, Rusia fue el primer país que abrió una oficina comercial en Kabul.
    También planeaba enviar gas al Sudeste Asiático a través de Afganistán.

# [source] In July 2024 “allies” was the word that President Vladimir Putin chose for the Taliban when he spoke about terrorism.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
li-in-july-2024-allies-vrps = En julio de 2024, «aliados» fue la palabra que el presidente Vladímir Putin eligió para los talibanes cuando habló de terrorismo.

# [source] In April 2025 Russia took the movement off its list of terrorist organisations.
li-in-april-2025-russia-fo1f = En abril de 2025, Rusia retiró al movimiento de su lista de organizaciones terroristas.

## The years from 1996 to 2001

# [source] The years from 1996 to 2001
h-the-years-from-1996-8fx2 = Los años de 1996 a 2001

# [source] The Taliban had governed Afghanistan once before.
# [source] At that time three states recognised them; since their return it has been one.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-the-taliban-had-governed-w730 =
    Los talibanes ya habían gobernado Afganistán una vez.
    Entonces los reconocieron tres Estados; desde su regreso lo ha hecho uno.

# [source] Period of Taliban rule
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
td-period-of-taliban-rule-r348 = Periodo de gobierno talibán

# [source] Recognised by
td-recognised-by-liw0 = Reconocido por

# [source] 1996–2001
td-1996-2001-uzff = 1996-2001

# [source] Saudi Arabia, Pakistan, United Arab Emirates
td-saudi-arabia-pakistan-united-j77r = Arabia Saudí, Pakistán, Emiratos Árabes Unidos

# [source] Since 2021
td-since-2021-ncs1 = Desde 2021

# [source] Russia
td-russia-7znr = Rusia

# [source] Several countries, China and Pakistan among them, have let Taliban diplomats take up their posts.
# [source] None of these countries has so far declared that it recognises the new authorities.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-several-countries-china-and-4qwx =
    Varios países, entre ellos China y Pakistán, han permitido que diplomáticos talibanes ocupen sus puestos.
    Ninguno de ellos ha declarado hasta ahora que reconozca a las nuevas autoridades.

## Background

# [source] Background
h-background-yrwz = Contexto

# [source] The Taliban, an Islamist movement, returned to power in August 2021.
# [source] The government that the West had supported was driven out while American troops were leaving the country, twenty years after they had arrived.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-the-taliban-an-islamist-ah1g =
    Los talibanes, un movimiento islamista, volvieron al poder en agosto de 2021.
    El Gobierno que Occidente había apoyado fue derrocado mientras las tropas estadounidenses abandonaban el país, veinte años después de su llegada.

# [source] Since then the Taliban have enforced a rigid form of Islamic law.
# [source] It weighs most heavily on women: hardly any place is left for them in schools and universities, or in public life at all.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
p-since-then-the-taliban-ig2n =
    Desde entonces, los talibanes aplican una versión rígida de la ley islámica.
    Las más perjudicadas son las mujeres: apenas les queda sitio en escuelas y universidades, ni en la vida pública en general.

## Reactions

# [source] Reactions
h-reactions-ehak = Reacciones

# [source] Afghan women’s rights activists were quick to reject the decision.
# [source] Mariam Solaimankhil, a former member of the Afghan parliament, said that it lent respectability to rulers who keep women from learning.
# [source] They have people flogged in public, she added, and shelter terrorists who are under United Nations sanctions.
# [term] women’s rights activists → activistas por los derechos de las mujeres; also: activista por los derechos de las mujeres, activistas afganos por los derechos de las mujeres, activistas afganas por los derechos de las mujeres; not: feministas
# [term] sanctions → sanciones; also: sanción
p-afghan-womens-rights-activists-auuu =
    Los activistas afganos por los derechos de las mujeres no tardaron en rechazar la decisión.
    Mariam Solaimankhil, exdiputada del Parlamento afgano, afirmó que otorga respetabilidad a unos gobernantes que impiden estudiar a las mujeres.
    Además, añadió, hacen azotar a personas en público y dan cobijo a terroristas sujetos a sanciones de las Naciones Unidas.

# [source] Solaimankhil draws a bitter lesson from Moscow’s step.
# [source] Where a state sees its strategic advantage, she argues, *human rights* and *international law* have to stand back.
# [term] human rights → derechos humanos
# [term] international law → derecho internacional; not: ley internacional
q-solaimankhil-draws-a-bitter-gzjn =
    Solaimankhil extrae una amarga lección del paso dado por Moscú.
    Allí donde un Estado ve una ventaja estratégica, sostiene, los *derechos humanos* y el *derecho internacional* quedan en segundo plano.

## Questions and answers

# [source] Questions and answers
h-questions-and-answers-vibu = Preguntas y respuestas

# [source] { "" }**Who rules in Kabul?**
# [source] The Taliban, an Islamist movement that is known for its rigid reading of Islamic law.
# [source] It governed from 1996 to 2001 and now does so again.
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
li-who-rules-in-kabul-c9mo =
    { "" }**¿Quién gobierna en Kabul?**
    Los talibanes, un movimiento islamista conocido por su lectura rígida de la ley islámica.
    Gobernó de 1996 a 2001 y ahora lo hace de nuevo.

# [source] { "" }**Why does recognition matter?**
# [source] Moscow expects to do more business with Afghanistan in several branches of the economy.
# [source] The Taliban, whom most of the world keeps at a distance, now have a state that recognises them.
# [term] recognition → reconocimiento; also: reconocer, reconocido, reconocida; not: recognición
# [term] Taliban → talibanes (one: talibán); also: talibana, talibanas; not: los talibán
li-why-does-recognition-matter-42jj =
    { "" }**¿Por qué importa el reconocimiento?**
    Moscú espera hacer más negocios con Afganistán en varios sectores de la economía.
    Los talibanes, a quienes la mayor parte del mundo mantiene a distancia, cuentan ahora con un Estado que los reconoce.

# [source] { "" }**What are other countries doing?**
# [source] Some of them, such as China and Pakistan, receive the movement’s diplomats.
# [source] Misgivings about human rights have kept most of the world from going further.
# [term] human rights → derechos humanos
li-what-are-other-countries-c7eh =
    { "" }**¿Qué hacen los demás países?**
    Algunos, como China y Pakistán, reciben a los diplomáticos del movimiento.
    Los recelos por la situación de los derechos humanos han impedido que la mayor parte del mundo vaya más allá.

# [source] { "" }**What do the critics say?**
# [source] Afghan women’s rights activists accuse Russia of giving its blessing to a government that denies women their rights and protects terrorists.
# [term] women’s rights activists → activistas por los derechos de las mujeres; also: activista por los derechos de las mujeres, activistas afganos por los derechos de las mujeres, activistas afganas por los derechos de las mujeres; not: feministas
li-what-do-the-critics-jqpb =
    { "" }**¿Qué dicen los críticos?**
    Los activistas afganos por los derechos de las mujeres acusan a Rusia de dar su bendición a un Gobierno que niega a las mujeres sus derechos y protege a terroristas.

# [source] { "" }*Further reading: [how states recognise governments](https://example.org/explainers/recognition).*
p-further-reading-how-states-fy01 = { "" }*Para saber más: [cómo reconocen los Estados a los Gobiernos](https://example.org/explainers/recognition).*

# [source] To recognise a government is to declare that it may speak for its state.
# [source] To receive its diplomats, or to keep an embassy open, does not go as far.
# [term] embassy → embajada (other: embajadas)
fn-to-recognise-a-government-2c6o =
    Reconocer a un Gobierno es declarar que puede hablar en nombre de su Estado.
    Recibir a sus diplomáticos, o mantener abierta una embajada, no llega tan lejos.
