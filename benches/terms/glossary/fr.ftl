-component = composant
-prop = prop
    .also = propriété
-layout = { $number ->
   *[one] mise en page
    [other] mises en page
 }
    .also = layout
-template = modèle
    .also =
        template
        gabarit
-web-page = { $number ->
   *[one] page web
    [other] pages web
 }
-website = { $number ->
   *[one] site web
    [other] sites web
 }
    .also =
        site
        site internet
-browser = navigateur
-server = serveur
-framework = framework
    .also =
        cadriciel
        infrastructure
-routing = routage
-markup = balisage
-parent-component = composant parent
-child-component = { $number ->
   *[one] composant enfant
    [other] composants enfants
 }
-default-value = { $number ->
   *[one] valeur par défaut
    [other] valeurs par défaut
 }
-curly-brace = accolade
-user-interface = { $number ->
   *[one] interface utilisateur
    [other] interfaces utilisateur
 }
    .also =
        UI
        IU
-user-experience = { $number ->
   *[one] expérience utilisateur
    [other] expériences utilisateur
 }
    .also = UX
-web-application = { $number ->
   *[one] application web
    [other] applications web
 }
-directory = répertoire
    .also = dossier
-code-editor = éditeur de code
    .also = éditeur de texte
-font = police
    .also = fonte
-function = fonction
-string = chaîne
    .also =
        chaîne de caractères
        string
-variable = variable
-method = méthode
-database = { $number ->
   *[one] base de données
    [other] bases de données
 }
-query = requête
-library = bibliothèque
    .also = librairie
-dependency = dépendance
-programming-language = { $number ->
   *[one] langage de programmation
    [other] langages de programmation
 }
-command-line = ligne de commande
    .also =
        lignes de commande
        invite de commandes
-operating-system = { $number ->
   *[one] système d’exploitation
    [other] systèmes d’exploitation
 }
-dictionary = dictionnaire
-integer = entier
    .also = nombre entier
-interpreter = interpréteur
-syntax = syntaxe
    .also = syntaxique
-loop = boucle
-boolean = booléen
-data-type = { $number ->
   *[one] type de données
    [other] types de données
 }
-data-model = { $number ->
   *[one] modèle de données
    [other] modèles de données
 }
-open-source = open source
    .also =
        code source ouvert
        code ouvert
-project = projet
-maintainer = mainteneur
    .also =
        mainteneuse
        responsable
-contributor = contributeur
-contribution = contribution
-community = communauté
    .also = communautaire
-code-of-conduct = { $number ->
   *[one] code de conduite
    [other] codes de conduite
 }
-documentation = documentation
    .also = documentaire
-pull-request = pull request
    .also =
        demande de tirage
        PR
-roadmap = { $number ->
   *[one] feuille de route
    [other] feuilles de route
 }
    .also = roadmap
-repository = dépôt
    .also =
        référentiel
        repository
-collaborator = collaborateur
-committee = comité
-governance = gouvernance
-consensus = consensus
-bug = bug
    .also = bogue
-milestone = jalon
    .also = étape importante
-social-media = réseaux sociaux
    .also =
        réseau social
        médias sociaux
-word-of-mouth = bouche-à-oreille
    .also = bouche à oreille
-burnout = burnout
    .also =
        épuisement professionnel
        épuisement
-target-audience = public cible
    .also = audience cible
-vulnerability = vulnérabilité
-injection = injection
-sql-injection = { $number ->
   *[one] injection SQL
    [other] injections SQL
 }
-input-validation = validation des entrées
    .also =
        validation d’entrée
        validation des saisies
-access-control = { $number ->
   *[one] contrôle d’accès
    [other] contrôles d’accès
 }
    .also = contrôle des accès
-authentication = authentification
-encryption = chiffrement
    .also = cryptage
-malware = logiciel malveillant
    .also =
        malware
        maliciel
-attacker = attaquant
-threat-model = { $number ->
   *[one] modèle de menace
    [other] modèles de menace
 }
    .also = modèle de menaces
-password = { $number ->
   *[one] mot de passe
    [other] mots de passe
 }
-password-manager = { $number ->
   *[one] gestionnaire de mots de passe
    [other] gestionnaires de mots de passe
 }
-data-breach = { $number ->
   *[one] violation de données
    [other] violations de données
 }
    .also =
        fuite de données
        fuites de données
-breach = violation
    .also =
        brèche
        faille
        fuite
-incident-response = réponse aux incidents
    .also =
        réponse à incident
        réponse aux incidents de sécurité
-root-cause = { $number ->
   *[one] cause racine
    [other] causes racines
 }
    .also =
        cause première
        cause profonde
-cross-site-scripting = cross-site scripting
    .also =
        script intersite
        XSS
-stored-procedure = procédure stockée
-special-character = { $number ->
   *[one] caractère spécial
    [other] caractères spéciaux
 }
-sensitive-data = données sensibles
    .also = donnée sensible
-sensitive-information = informations sensibles
    .also = information sensible
-risk = risque
-firewall = pare-feu
    .also = firewall
-security = sécurité
    .also = sécuritaire
-application = application
    .also = applicatif
-privacy = vie privée
    .also = confidentialité
-privacy-policy = { $number ->
   *[one] politique de confidentialité
    [other] politiques de confidentialité
 }
-anonymity = anonymat
-internet-service-provider = { $number ->
   *[one] fournisseur d’accès à Internet
    [other] fournisseurs d’accès à Internet
 }
    .also =
        fournisseur d’accès
        FAI
        fournisseur de services Internet
-ip-address = { $number ->
   *[one] adresse IP
    [other] adresses IP
 }
-internet-traffic = trafic Internet
-vpn-provider = { $number ->
   *[one] fournisseur de VPN
    [other] fournisseurs de VPN
 }
    .also =
        fournisseur VPN
        fournisseurs VPN
-account = compte
-email-address = { $number ->
   *[one] adresse e-mail
    [other] adresses e-mail
 }
    .also =
        adresse électronique
        adresse mail
        adresse email
        adresses email
        adresse courriel
-hardware = matériel
-firmware = micrologiciel
    .also = firmware
-router = routeur
-cryptocurrency = cryptomonnaie
    .also = crypto-monnaie
-private-key = { $number ->
   *[one] clé privée
    [other] clés privées
 }
-wallet = portefeuille
-blockchain = blockchain
    .also =
        chaîne de blocs
        chaînes de blocs
-transaction = transaction
-gift-card = { $number ->
   *[one] carte-cadeau
    [other] cartes-cadeaux
 }
    .also =
        carte cadeau
        cartes cadeaux
-prepaid-card = { $number ->
   *[one] carte prépayée
    [other] cartes prépayées
 }
-cash = espèces
    .also =
        argent liquide
        liquide
        argent comptant
-payment-method = { $number ->
   *[one] moyen de paiement
    [other] moyens de paiement
 }
    .also =
        méthode de paiement
        méthodes de paiement
        mode de paiement
-mass-surveillance = surveillance de masse
-multi-factor-authentication = authentification multifacteur
    .also =
        authentification multifactorielle
        authentification à plusieurs facteurs
        MFA
-search-engine = { $number ->
   *[one] moteur de recherche
    [other] moteurs de recherche
 }
-end-to-end-encryption = chiffrement de bout en bout
    .also =
        cryptage de bout en bout
        E2EE
-source-code = { $number ->
   *[one] code source
    [other] codes source
 }
    .also = code
-audit = audit
-conflict-of-interest = { $number ->
   *[one] conflit d’intérêts
    [other] conflits d’intérêts
 }
-identity-theft = { $number ->
   *[one] vol d’identité
    [other] vols d’identité
 }
    .also = usurpation d’identité
-search-bar = { $number ->
   *[one] barre de recherche
    [other] barres de recherche
 }
-static-site = { $number ->
   *[one] site statique
    [other] sites statiques
 }
    .also = site web statique
-dynamic-route = route dynamique
-named-slot = slot nommé
    .also = emplacement nommé
-slot = slot
    .also = emplacement
-html-element = { $number ->
   *[one] élément HTML
    [other] éléments HTML
 }
-attribute = attribut
-child-element = { $number ->
   *[one] élément enfant
    [other] éléments enfants
 }
-code-fence = barrière de code
    .also =
        clôture de code
        bloc de code
-client-side = côté client
-server-side = côté serveur
-error-page = { $number ->
   *[one] page d’erreur
    [other] pages d’erreur
 }
-blog-post = { $number ->
   *[one] article de blog
    [other] articles de blog
 }
    .also =
        billet de blog
        post de blog
-font-file = { $number ->
   *[one] fichier de police
    [other] fichiers de police
 }
    .also =
        fichier de police d’écriture
        fichiers de polices
-font-family = { $number ->
   *[one] famille de police
    [other] familles de polices
 }
    .also = famille de polices
-project-root = racine du projet
-weakness = faiblesse
-misconfiguration = mauvaise configuration
    .also = erreur de configuration
-software-supply-chain = { $number ->
   *[one] chaîne d’approvisionnement
    [other] chaînes d’approvisionnement
 }
    .also =
        chaîne d’approvisionnement logicielle
        chaîne logistique
-patch = correctif
    .also = patch
-penetration-testing = { $number ->
   *[one] test d’intrusion
    [other] tests d’intrusion
 }
    .also =
        test de pénétration
        tests de pénétration
-audit-trail = { $number ->
   *[one] piste d’audit
    [other] pistes d’audit
 }
    .also = journal d’audit
-data-integrity = intégrité des données
-insecure-design = conception non sécurisée
    .also = conception non fiable
-best-practice = { $number ->
   *[one] bonne pratique
    [other] bonnes pratiques
 }
    .also =
        meilleure pratique
        meilleures pratiques
-key-value-pair = { $number ->
   *[one] paire clé-valeur
    [other] paires clé-valeur
 }
    .also =
        paire clé
        valeur
        paires de clé-valeur
-spread-syntax = syntaxe de décomposition
    .also =
        opérateur de décomposition
        syntaxe de propagation
-destructuring = déstructuration
    .also = affectation par décomposition
-data-collection = { $number ->
   *[one] collecte de données
    [other] collectes de données
 }
    .also = collecte des données
-incidence-rate = taux d’incidence
-user-input = { $number ->
   *[one] entrée utilisateur
    [other] entrées utilisateur
 }
    .also =
        saisie utilisateur
        entrée de l’utilisateur
        saisies des utilisateurs
        saisie de l’utilisateur
-virtual-environment = environnement virtuel
-face-authentication = authentification faciale
    .also =
        reconnaissance faciale
        authentification par le visage
-hardware-key = clé matérielle
    .also =
        clé de sécurité matérielle
        clé de sécurité
-identity-verification = { $number ->
   *[one] vérification d’identité
    [other] vérifications d’identité
 }
    .also = vérification de l’identité
-newcomer = { $number ->
   *[one] nouveau venu
    [other] nouveaux venus
 }
    .also =
        nouvel arrivant
        nouveaux arrivants
        débutant
-email = e-mail
    .also =
        courriel
        email
        mail
        courrier électronique
-mailing-list = { $number ->
   *[one] liste de diffusion
    [other] listes de diffusion
 }
    .also =
        liste de discussion
        mailing list
-conference = conférence
-workflow = flux de travail
    .also =
        workflow
        processus de travail
-search-text = texte de recherche
    .also = texte recherché
-component-hierarchy = hiérarchie de composants
    .also = hiérarchie des composants
-variable-font = { $number ->
   *[one] police variable
    [other] polices variables
 }
    .also = fonte variable
