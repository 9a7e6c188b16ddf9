### Постоянные термины редакции на русском языке.

# Так талибы называют государство, которым управляют; это не другое название Афганистана.
-islamic-emirate =
    { $case ->
       *[nominative] Исламский Эмират Афганистан
        [genitive] Исламского Эмирата Афганистан
        [dative] Исламскому Эмирату Афганистан
        [accusative] Исламский Эмират Афганистан
        [instrumental] Исламским Эмиратом Афганистан
        [prepositional] Исламском Эмирате Афганистан
    }
    .also = Исламский Эмират
    .forbidden =
        Исламистский Эмират
        Исламское государство

# Люди — талибы, движение — «Талибан» (в кавычках, склоняется).
-taliban =
    { $case ->
       *[nominative] талибы
        [genitive] талибов
        [dative] талибам
        [accusative] талибов
        [instrumental] талибами
        [prepositional] талибах
    }
    .also =
        Талибан
        Талибана
        Талибану
        Талибаном
        Талибане
    .forbidden =
        талибаны
        талибанцы

# Не склоняется.
-tass = ТАСС
    .forbidden = ИТАР-ТАСС

-recognition =
    { $case ->
       *[nominative] признание
        [genitive] признания
        [dative] признанию
        [accusative] признание
        [instrumental] признанием
        [prepositional] признании
    }
    .also =
        признать
        признавать

# Только во множественном числе; их вручают, принимают, получают.
-credentials =
    { $case ->
       *[nominative] верительные грамоты
        [genitive] верительных грамот
        [dative] верительным грамотам
        [accusative] верительные грамоты
        [instrumental] верительными грамотами
        [prepositional] верительных грамотах
    }
    .forbidden =
        аккредитация
        мандаты

-ambassador =
    { $case ->
       *[nominative] посол
        [genitive] посла
        [dative] послу
        [accusative] посла
        [instrumental] послом
        [prepositional] после
    }
    .also =
        послы
        послов

-embassy =
    { $case ->
       *[nominative] посольство
        [genitive] посольства
        [dative] посольству
        [accusative] посольство
        [instrumental] посольством
        [prepositional] посольстве
    }

# Со строчной буквы; сокращение — МИД.
-foreign-ministry =
    { $case ->
       *[nominative] министерство иностранных дел
        [genitive] министерства иностранных дел
        [dative] министерству иностранных дел
        [accusative] министерство иностранных дел
        [instrumental] министерством иностранных дел
        [prepositional] министерстве иностранных дел
    }
    .also = МИД
    .forbidden = министерство внешних дел

-spokesman =
    { $case ->
       *[nominative] официальный представитель
        [genitive] официального представителя
        [dative] официальному представителю
        [accusative] официального представителя
        [instrumental] официальным представителем
        [prepositional] официальном представителе
    }
    .also = пресс-секретарь
    .forbidden = спикер

-trade-office =
    { $case ->
       *[nominative] торговое представительство
        [genitive] торгового представительства
        [dative] торговому представительству
        [accusative] торговое представительство
        [instrumental] торговым представительством
        [prepositional] торговом представительстве
    }
    .also =
        торговые представительства
        торгпредство
    .forbidden = торговый офис

-sanctions =
    { $case ->
       *[nominative] санкции
        [genitive] санкций
        [dative] санкциям
        [accusative] санкции
        [instrumental] санкциями
        [prepositional] санкциях
    }

# «Права человека», не «человеческие права».
-human-rights =
    { $case ->
       *[nominative] права человека
        [genitive] прав человека
        [dative] правам человека
        [accusative] права человека
        [instrumental] правами человека
        [prepositional] правах человека
    }
    .forbidden = человеческие права

-international-law =
    { $case ->
       *[nominative] международное право
        [genitive] международного права
        [dative] международному праву
        [accusative] международное право
        [instrumental] международным правом
        [prepositional] международном праве
    }
    .forbidden =
        интернациональное право
        международный закон

-womens-rights-activists =
    { $case ->
       *[nominative] защитники прав женщин
        [genitive] защитников прав женщин
        [dative] защитникам прав женщин
        [accusative] защитников прав женщин
        [instrumental] защитниками прав женщин
        [prepositional] защитниках прав женщин
    }
    .also =
        защитницы прав женщин
        защитник прав женщин
    .forbidden = феминистки
