-component = компонент
    .also = компонентный
-prop = проп
    .also =
        пропс
        свойство
-layout = макет
    .also = layout
-template = шаблон
    .also = шаблонный
-web-page = веб-страница
-website = веб-сайт
    .also =
        сайт
        вебсайт
-browser = браузер
-server = сервер
    .also = серверный
-framework = фреймворк
-routing = маршрутизация
    .also = роутинг
-markup = разметка
-parent-component = родительский компонент
-child-component = дочерний компонент
-default-value = значение по умолчанию
-curly-brace = { $number ->
   *[one] фигурная скобка
    [other] фигурные скобки
 }
-user-interface = пользовательский интерфейс
    .also =
        интерфейс пользователя
        UI
-user-experience = пользовательский опыт
    .also =
        опыт пользователя
        пользовательское взаимодействие
        UX
-web-application = веб-приложение
-directory = каталог
    .also =
        папка
        директория
-code-editor = редактор кода
    .also = текстовый редактор
-font = шрифт
    .also = шрифтовой
-function = функция
    .also = функциональный
-string = строка
-variable = переменная
    .also = переменный
-method = метод
-database = { $number ->
   *[one] база данных
    [other] базы данных
 }
    .also = БД
-query = запрос
-library = библиотека
    .also = библиотечный
-dependency = зависимость
-programming-language = язык программирования
-command-line = командная строка
-operating-system = операционная система
-dictionary = словарь
-integer = целое число
    .also = целочисленный
-interpreter = интерпретатор
-syntax = синтаксис
    .also = синтаксический
-loop = цикл
-boolean = булев
    .also =
        логический
        boolean
-data-type = тип данных
-data-model = модель данных
-open-source = открытый исходный код
    .also =
        open source
        опенсорс
        открытый код
        с открытым исходным кодом
-project = проект
    .also = проектный
-maintainer = мейнтейнер
    .also =
        сопровождающий
        меинтейнер
-contributor = контрибьютор
    .also =
        участник
        контрибутор
        контрибьютер
-contribution = вклад
    .also =
        контрибьюшн
        контрибуция
-community = сообщество
    .also = комьюнити
-code-of-conduct = кодекс поведения
    .also = правила поведения
-documentation = документация
-pull-request = пул-реквест
    .also =
        pull request
        пулл-реквест
        запрос на слияние
        PR
-roadmap = дорожная карта
    .also = роадмап
-repository = репозиторий
-collaborator = коллаборатор
    .also =
        соавтор
        сотрудник
-committee = комитет
-governance = управление
    .also = руководство
-consensus = консенсус
-bug = баг
    .also = ошибка
-milestone = веха
    .also = этап
-social-media = социальные сети
    .also =
        соцсеть
        социальная сеть
        соцсети
-word-of-mouth = сарафанное радио
    .also = из уст в уста
-burnout = выгорание
-target-audience = целевая аудитория
-vulnerability = уязвимость
-injection = инъекция
    .also = внедрение
-sql-injection = SQL-инъекция
    .also = внедрение SQL
-input-validation = проверка ввода
    .also =
        валидация ввода
        проверка входных данных
-access-control = контроль доступа
    .also = управление доступом
-authentication = аутентификация
-encryption = шифрование
-malware = вредоносное ПО
    .also =
        вредоносная программа
        вредоносное программное обеспечение
-attacker = злоумышленник
    .also =
        атакующий
        нападающий
-threat-model = модель угроз
    .also = модель угрозы
-password = пароль
    .also = парольный
-password-manager = менеджер паролей
    .also = диспетчер паролей
-data-breach = утечка данных
-breach = взлом
    .also =
        утечка
        нарушение
-incident-response = реагирование на инциденты
    .also = реагирование на инцидент
-root-cause = первопричина
    .also =
        основная причина
        коренная причина
-cross-site-scripting = межсайтовый скриптинг
    .also =
        межсайтовое выполнение сценариев
        XSS
-stored-procedure = хранимая процедура
-special-character = специальный символ
    .also = спецсимвол
-sensitive-data = конфиденциальные данные
    .also = чувствительные данные
-sensitive-information = конфиденциальная информация
    .also = чувствительная информация
-risk = риск
-firewall = брандмауэр
    .also =
        межсетевой экран
        файрвол
-security = безопасность
    .also = защита
-application = приложение
-privacy = конфиденциальность
    .also = приватность
-privacy-policy = политика конфиденциальности
-anonymity = анонимность
-internet-service-provider = интернет-провайдер
    .also =
        провайдер
        поставщик интернет-услуг
-ip-address = IP-адрес
    .also = адрес IP
-internet-traffic = интернет-трафик
-vpn-provider = VPN-провайдер
    .also =
        провайдер VPN
        поставщик VPN
-account = аккаунт
    .also =
        учётная запись
        счёт
        учётный
-email-address = адрес электронной почты
    .also =
        электронный адрес
        email-адрес
        почтовый адрес
-hardware = аппаратное обеспечение
    .also =
        оборудование
        железо
        аппаратный
-firmware = прошивка
    .also =
        микропрограмма
        встроенное ПО
-router = маршрутизатор
    .also = роутер
-cryptocurrency = криптовалюта
-private-key = закрытый ключ
    .also =
        приватный ключ
        секретный ключ
-wallet = кошелёк
-blockchain = блокчейн
-transaction = транзакция
    .also = сделка
-gift-card = подарочная карта
-prepaid-card = предоплаченная карта
-cash = наличные
    .also = наличный
-payment-method = способ оплаты
    .also =
        метод оплаты
        платёжный метод
-mass-surveillance = массовая слежка
    .also = массовое наблюдение
-multi-factor-authentication = многофакторная аутентификация
-search-engine = поисковая система
    .also =
        поисковик
        поисковый движок
-end-to-end-encryption = сквозное шифрование
-source-code = исходный код
    .also =
        код
        исходники
-audit = аудит
    .also = проверка
-conflict-of-interest = конфликт интересов
-identity-theft = кража личности
    .also = кража личных данных
-search-bar = строка поиска
    .also = панель поиска
-static-site = статический сайт
    .also = статичный сайт
-dynamic-route = динамический маршрут
-named-slot = именованный слот
-slot = слот
-html-element = HTML-элемент
    .also = элемент HTML
-attribute = атрибут
-child-element = дочерний элемент
    .also = вложенный элемент
-code-fence = ограждение кода
    .also =
        блок кода
        разделитель кода
-client-side = на стороне клиента
    .also =
        клиентский
        клиентская сторона
-server-side = на стороне сервера
    .also =
        серверный
        серверная сторона
-error-page = страница ошибки
    .also =
        страница ошибок
        страница с ошибкой
-blog-post = запись в блоге
    .also =
        статья в блоге
        пост в блоге
        пост блога
        запись блога
        блог-пост
-font-file = файл шрифта
    .also = шрифтовой файл
-font-family = семейство шрифтов
    .also = семейство шрифта
-project-root = корень проекта
    .also = корневая папка проекта
-weakness = слабость
    .also =
        слабое место
        недостаток
-misconfiguration = неправильная конфигурация
    .also = некорректная настройка
-software-supply-chain = цепочка поставок
-patch = патч
    .also = исправление
-penetration-testing = тестирование на проникновение
    .also =
        тест на проникновение
        пентест
-audit-trail = журнал аудита
-data-integrity = целостность данных
-insecure-design = небезопасный дизайн
    .also = небезопасное проектирование
-best-practice = { $number ->
   *[one] лучшая практика
    [other] лучшие практики
 }
    .also =
        передовая практика
        рекомендации
-key-value-pair = { $number ->
   *[one] пара ключ-значение
    [other] пары ключ-значение
 }
    .also = пара «ключ-значение»
-spread-syntax = синтаксис расширения
    .also =
        оператор расширения
        spread-синтаксис
-destructuring = деструктуризация
-data-collection = сбор данных
-incidence-rate = частота возникновения
-user-input = пользовательский ввод
    .also = ввод пользователя
-virtual-environment = виртуальное окружение
    .also = виртуальная среда
-face-authentication = распознавание лица
    .also =
        аутентификация по лицу
        распознавание лиц
-hardware-key = аппаратный ключ
    .also =
        аппаратный ключ безопасности
        ключ безопасности
-identity-verification = проверка личности
    .also =
        подтверждение личности
        верификация личности
-newcomer = новичок
-email = электронная почта
    .also =
        письмо
        электронное письмо
        email
        почта
-mailing-list = список рассылки
    .also =
        рассылка
        почтовая рассылка
-conference = конференция
-workflow = рабочий процесс
    .also = воркфлоу
-search-text = текст поиска
    .also = поисковый текст
-component-hierarchy = иерархия компонентов
-variable-font = вариативный шрифт
    .also = вариативные шрифты
