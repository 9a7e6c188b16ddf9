-component = componente
-prop = prop
    .also = propiedad
-layout = plantilla
    .also =
        diseño
        layout
-template = plantilla
    .also = template
-web-page = { $number ->
   *[one] página web
    [other] páginas web
 }
-website = { $number ->
   *[one] sitio web
    [other] sitios web
 }
    .also =
        sitio
        web
        página web
-browser = navegador
-server = servidor
-framework = framework
    .also =
        marco de trabajo
        marco
-routing = enrutamiento
    .also =
        enrutado
        ruteo
-markup = marcado
-parent-component = { $number ->
   *[one] componente padre
    [other] componentes padre
 }
-child-component = { $number ->
   *[one] componente hijo
    [other] componentes hijos
 }
-default-value = valor predeterminado
    .also =
        valor por defecto
        valores por defecto
-curly-brace = llave
-user-interface = { $number ->
   *[one] interfaz de usuario
    [other] interfaces de usuario
 }
    .also =
        IU
        UI
-user-experience = experiencia de usuario
    .also = experiencia del usuario
-web-application = { $number ->
   *[one] aplicación web
    [other] aplicaciones web
 }
-directory = directorio
-code-editor = { $number ->
   *[one] editor de código
    [other] editores de código
 }
    .also = editor de texto
-font = fuente
    .also =
        tipografía
        tipo de letra
-function = función
-string = cadena
    .also =
        cadena de texto
        string
-variable = variable
-method = método
-database = { $number ->
   *[one] base de datos
    [other] bases de datos
 }
-query = consulta
-library = biblioteca
    .also = librería
-dependency = dependencia
-programming-language = { $number ->
   *[one] lenguaje de programación
    [other] lenguajes de programación
 }
-command-line = línea de comandos
-operating-system = sistema operativo
-dictionary = diccionario
-integer = entero
    .also = número entero
-interpreter = intérprete
-syntax = sintaxis
    .also = sintáctico
-loop = bucle
    .also = ciclo
-boolean = booleano
-data-type = { $number ->
   *[one] tipo de datos
    [other] tipos de datos
 }
    .also =
        tipo de dato
        tipos de dato
-data-model = { $number ->
   *[one] modelo de datos
    [other] modelos de datos
 }
-open-source = código abierto
    .also =
        open source
        fuente abierta
-project = proyecto
-maintainer = mantenedor
    .also =
        responsable
        encargado del mantenimiento
-contributor = colaborador
    .also =
        contribuidor
        contribuyente
-contribution = contribución
    .also =
        aporte
        aportación
        colaboración
-community = comunidad
    .also = comunitario
-code-of-conduct = { $number ->
   *[one] código de conducta
    [other] códigos de conducta
 }
-documentation = documentación
-pull-request = pull request
    .also =
        solicitud de extracción
        PR
-roadmap = { $number ->
   *[one] hoja de ruta
    [other] hojas de ruta
 }
    .also = roadmap
-repository = repositorio
-collaborator = colaborador
-committee = comité
-governance = gobernanza
    .also = gobierno
-consensus = consenso
-bug = error
    .also =
        bug
        fallo
-milestone = hito
-social-media = redes sociales
    .also =
        red social
        medios sociales
-word-of-mouth = boca a boca
    .also = de boca en boca
-burnout = agotamiento
    .also =
        desgaste
        burnout
-target-audience = público objetivo
    .also =
        audiencia objetivo
        público destinatario
-vulnerability = vulnerabilidad
-injection = inyección
-sql-injection = { $number ->
   *[one] inyección SQL
    [other] inyecciones SQL
 }
    .also = inyección de SQL
-input-validation = { $number ->
   *[one] validación de entrada
    [other] validaciones de entrada
 }
    .also =
        validación de entradas
        validación de la entrada
-access-control = { $number ->
   *[one] control de acceso
    [other] controles de acceso
 }
    .also = control de accesos
-authentication = autenticación
    .also = autentificación
-encryption = cifrado
    .also = encriptación
-malware = malware
    .also =
        software malicioso
        programa malicioso
-attacker = atacante
-threat-model = { $number ->
   *[one] modelo de amenazas
    [other] modelos de amenazas
 }
    .also =
        modelo de amenaza
        modelos de amenaza
-password = contraseña
-password-manager = { $number ->
   *[one] gestor de contraseñas
    [other] gestores de contraseñas
 }
    .also =
        administrador de contraseñas
        administradores de contraseñas
-data-breach = { $number ->
   *[one] filtración de datos
    [other] filtraciones de datos
 }
    .also =
        violación de datos
        violaciones de datos
        brecha de datos
-breach = brecha
    .also =
        violación
        filtración
-incident-response = respuesta a incidentes
    .also = respuesta ante incidentes
-root-cause = { $number ->
   *[one] causa raíz
    [other] causas raíz
 }
    .also =
        causa principal
        causa fundamental
        causas fundamentales
-cross-site-scripting = cross-site scripting
    .also =
        secuencia de comandos en sitios cruzados
        XSS
-stored-procedure = procedimiento almacenado
-special-character = { $number ->
   *[one] carácter especial
    [other] caracteres especiales
 }
    .also = caracter especial
-sensitive-data = datos sensibles
    .also =
        dato sensible
        datos confidenciales
-sensitive-information = información sensible
    .also = información confidencial
-risk = riesgo
-firewall = cortafuegos
    .also = firewall
-security = seguridad
-application = aplicación
-privacy = privacidad
    .also = intimidad
-privacy-policy = { $number ->
   *[one] política de privacidad
    [other] políticas de privacidad
 }
-anonymity = anonimato
-internet-service-provider = { $number ->
   *[one] proveedor de servicios de Internet
    [other] proveedores de servicios de Internet
 }
    .also =
        proveedor de servicio de Internet
        ISP
        proveedor de internet
-ip-address = { $number ->
   *[one] dirección IP
    [other] direcciones IP
 }
-internet-traffic = tráfico de Internet
-vpn-provider = { $number ->
   *[one] proveedor de VPN
    [other] proveedores de VPN
 }
    .also =
        proveedor VPN
        proveedores VPN
-account = cuenta
-email-address = { $number ->
   *[one] dirección de correo electrónico
    [other] direcciones de correo electrónico
 }
    .also =
        dirección de correo
        direcciones de correo
        dirección de email
        correo electrónico
-hardware = hardware
-firmware = firmware
-router = router
    .also = enrutador
-cryptocurrency = criptomoneda
-private-key = { $number ->
   *[one] clave privada
    [other] claves privadas
 }
    .also =
        llave privada
        llaves privadas
-wallet = cartera
    .also =
        monedero
        billetera
-blockchain = { $number ->
   *[one] cadena de bloques
    [other] cadenas de bloques
 }
    .also = blockchain
-transaction = transacción
-gift-card = { $number ->
   *[one] tarjeta de regalo
    [other] tarjetas de regalo
 }
    .also =
        tarjeta regalo
        tarjetas regalo
-prepaid-card = { $number ->
   *[one] tarjeta prepago
    [other] tarjetas prepago
 }
    .also =
        tarjeta de prepago
        tarjetas de prepago
-cash = efectivo
    .also = dinero en efectivo
-payment-method = { $number ->
   *[one] método de pago
    [other] métodos de pago
 }
    .also =
        forma de pago
        formas de pago
        medio de pago
-mass-surveillance = vigilancia masiva
-multi-factor-authentication = autenticación multifactor
    .also =
        autenticación de múltiples factores
        autenticación multifactorial
        MFA
-search-engine = { $number ->
   *[one] motor de búsqueda
    [other] motores de búsqueda
 }
    .also = buscador
-end-to-end-encryption = cifrado de extremo a extremo
    .also =
        encriptación de extremo a extremo
        E2EE
-source-code = { $number ->
   *[one] código fuente
    [other] códigos fuente
 }
    .also = código
-audit = auditoría
-conflict-of-interest = { $number ->
   *[one] conflicto de intereses
    [other] conflictos de intereses
 }
    .also = conflicto de interés
-identity-theft = { $number ->
   *[one] robo de identidad
    [other] robos de identidad
 }
    .also = suplantación de identidad
-search-bar = { $number ->
   *[one] barra de búsqueda
    [other] barras de búsqueda
 }
-static-site = { $number ->
   *[one] sitio estático
    [other] sitios estáticos
 }
    .also = sitio web estático
-dynamic-route = ruta dinámica
-named-slot = { $number ->
   *[one] slot con nombre
    [other] slots con nombre
 }
    .also =
        slot nombrado
        ranura con nombre
-slot = slot
    .also =
        ranura
        espacio
-html-element = { $number ->
   *[one] elemento HTML
    [other] elementos HTML
 }
    .also = elemento de HTML
-attribute = atributo
-child-element = { $number ->
   *[one] elemento hijo
    [other] elementos hijos
 }
-code-fence = valla de código
    .also =
        cercado de código
        bloque de código
-client-side = del lado del cliente
    .also =
        en el lado del cliente
        lado del cliente
-server-side = del lado del servidor
    .also =
        en el lado del servidor
        lado del servidor
-error-page = { $number ->
   *[one] página de error
    [other] páginas de error
 }
-blog-post = { $number ->
   *[one] entrada de blog
    [other] entradas de blog
 }
    .also =
        publicación de blog
        publicaciones de blog
        entrada del blog
        publicación del blog
        post de blog
        artículo de blog
-font-file = { $number ->
   *[one] archivo de fuente
    [other] archivos de fuente
 }
    .also =
        archivo de fuentes
        archivos de fuentes
-font-family = { $number ->
   *[one] familia de fuentes
    [other] familias de fuentes
 }
    .also = familia tipográfica
-project-root = raíz del proyecto
-weakness = debilidad
-misconfiguration = configuración incorrecta
    .also =
        mala configuración
        configuración errónea
        configuración defectuosa
-software-supply-chain = { $number ->
   *[one] cadena de suministro
    [other] cadenas de suministro
 }
    .also = cadena de suministro de software
-patch = parche
-penetration-testing = { $number ->
   *[one] prueba de penetración
    [other] pruebas de penetración
 }
    .also =
        pruebas de intrusión
        test de penetración
        prueba de intrusión
-audit-trail = { $number ->
   *[one] registro de auditoría
    [other] registros de auditoría
 }
    .also =
        pista de auditoría
        pistas de auditoría
-data-integrity = integridad de datos
    .also = integridad de los datos
-insecure-design = diseño inseguro
-best-practice = { $number ->
   *[one] mejor práctica
    [other] mejores prácticas
 }
    .also =
        buena práctica
        buenas prácticas
-key-value-pair = par clave-valor
    .also =
        par de clave-valor
        pares clave-valor
        par clave valor
-spread-syntax = sintaxis de propagación
    .also = operador de propagación
-destructuring = desestructuración
-data-collection = recopilación de datos
    .also =
        recolección de datos
        recogida de datos
-incidence-rate = { $number ->
   *[one] tasa de incidencia
    [other] tasas de incidencia
 }
-user-input = { $number ->
   *[one] entrada de usuario
    [other] entradas de usuario
 }
    .also =
        entrada del usuario
        entradas del usuario
-virtual-environment = entorno virtual
-face-authentication = autenticación facial
    .also = reconocimiento facial
-hardware-key = llave de hardware
    .also =
        llave de seguridad
        clave de hardware
        clave de seguridad
-identity-verification = { $number ->
   *[one] verificación de identidad
    [other] verificaciones de identidad
 }
-newcomer = { $number ->
   *[one] recién llegado
    [other] recién llegados
 }
    .also =
        principiante
        novato
-email = { $number ->
   *[one] correo electrónico
    [other] correos electrónicos
 }
    .also =
        email
        correo
        e-mail
-mailing-list = { $number ->
   *[one] lista de correo
    [other] listas de correo
 }
    .also = lista de distribución
-conference = conferencia
    .also = congreso
-workflow = { $number ->
   *[one] flujo de trabajo
    [other] flujos de trabajo
 }
-search-text = texto de búsqueda
    .also = texto buscado
-component-hierarchy = jerarquía de componentes
-variable-font = { $number ->
   *[one] fuente variable
    [other] fuentes variables
 }
