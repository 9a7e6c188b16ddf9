### The fixed terms of the newsroom: what each one means and how it is written in English.
### The approved renderings stand in the file of each language, under the same names.

# The name the Taliban give to the state they govern; attribute it, and do not use it as another word for Afghanistan.
-islamic-emirate = Islamic Emirate of Afghanistan
    .also = Islamic Emirate
    .forbidden = Islamic State
    .definition = The state as the Taliban name it, from 1996 to 2001 and again since August 2021.

# A plural in English: “the Taliban are”. “The movement” may stand for it when it is named again.
-taliban = Taliban
    .forbidden =
        Taleban
        Talibans
    .definition = The Islamist movement that governs Afghanistan.

# Written in capitals; add “the Russian state news agency” where it is first named.
-tass = TASS
    .forbidden = ITAR-TASS
    .definition = The Russian state news agency.

# Not the same as contact, or as receiving diplomats: keep the words apart.
-recognition = recognition
    .definition = The declaration by which one state accepts that a government may speak for another state.

# Always a plural. States present or hand over credentials, they receive or accept them.
-credentials = credentials
    .forbidden = accreditations
    .definition = The papers with which one state presents its ambassador to another.

# With a capital only as a title before a name.
-ambassador =
    { $number ->
       *[one] ambassador
        [other] ambassadors
    }
    .definition = The highest envoy of one state in another.

# The building and the mission in it; “consulate” is something else.
-embassy =
    { $number ->
       *[one] embassy
        [other] embassies
    }
    .definition = The mission of an ambassador.

# Capitals. Say whose it is: Moscow and Kabul both have one in this story.
-foreign-ministry = Foreign Ministry
    .also = Ministry of Foreign Affairs
    .definition = The ministry that conducts the relations of a state with other states.

# If a person prefers it: “spokesperson”.
-spokesman =
    { $number ->
       *[one] spokesman
        [other] spokesmen
    }
    .also =
        spokesperson
        spokeswoman
    .definition = A person who speaks to the press for an office.

# The Russian mission for business in Kabul; it is less than an embassy and not a shop.
-trade-office =
    { $number ->
       *[one] trade office
        [other] trade offices
    }
    .also = commercial representation office
    .definition = A state’s office for trade in a foreign country.

# Name who imposed them: the United Nations, a group of states or one state.
-sanctions = sanctions
    .definition = Measures by which states put pressure on a state, a group or a person.

# The rights themselves, not the bodies that watch over them.
-human-rights = human rights
    .definition = The rights that everybody has as a human being.

# Law between states; “foreign law” is something else.
-international-law = international law
    .definition = The rules that bind states in their dealings with one another.

# Women and men; the wording says what they work for, not who they are.
-womens-rights-activists = women’s rights activists
    .also = women’s rights activist
    .forbidden = feminists
    .definition = People who work for the rights of women.
