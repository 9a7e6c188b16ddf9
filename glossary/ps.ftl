### د خبرخونې ټاکلې پښتو ترمنې.

# طالبان خپل تر واک لاندې دولت په دې نوم یادوي؛ د افغانستان بل نوم نه دی.
-islamic-emirate = د افغانستان اسلامي امارت
    .also = اسلامي امارت
    .forbidden = اسلامي دولت

-taliban =
    { $case ->
       *[direct] طالبان
        [oblique] طالبانو
    }
    .forbidden =
        تالبان
        طالبانان

# په لومړي یادون کې ورسره «د روسیې دولتي خبري اژانس» ولیکئ.
-tass = تاس
    .forbidden = ایتار تاس

# د ډیپلوماټانو منل یا اړیکې ساتل بله خبره ده.
-recognition =
    { $case ->
       *[direct] په رسمیت پېژندل
        [oblique] په رسمیت پېژندلو
    }
    .also =
        په رسمیت پېژندنه
        په رسمیت پېژندنې
        په رسمیت وپېژني
        په رسمیت پېژني

-credentials =
    { $case ->
       *[direct] باورلیک
        [oblique] باورلیک
    }
    .also =
        باورلیکونه
        باورلیکونو

-ambassador =
    { $number ->
       *[one] سفیر
        [other] سفیران
    }
    .also = سفیرانو

-embassy =
    { $number ->
       *[one] سفارت
        [other] سفارتونه
    }
    .also = سفارتونو

-foreign-ministry =
    { $case ->
       *[direct] د بهرنیو چارو وزارت
        [genitive] د بهرنیو چارو د وزارت
    }
    .forbidden = د خارجه چارو وزارت

-spokesman =
    { $number ->
       *[one] ویاند
        [other] ویاندان
    }
    .also =
        ویاندانو
        ویاندویه
    .forbidden = سخنګوی

# د سوداګرۍ لپاره د یوه دولت دفتر؛ سفارت نه دی.
-trade-office =
    { $number ->
       *[one] سوداګریز دفتر
        [other] سوداګریز دفترونه
    }
    .also = سوداګریزو دفترونو
    .forbidden = تجارتي دفتر

-sanctions =
    { $case ->
       *[direct] بندیزونه
        [oblique] بندیزونو
    }
    .also = بندیز
    .forbidden = تحریمونه

-human-rights =
    { $case ->
       *[direct] بشري حقونه
        [oblique] بشري حقونو
    }
    .forbidden = حقوق بشر

-international-law =
    { $case ->
       *[direct] نړیوال قانون
        [oblique] نړیوال قانون
    }
    .also =
        نړیوال قوانین
        نړیوالو قوانینو

-womens-rights-activists =
    { $case ->
       *[direct] د ښځو د حقونو فعالان
        [oblique] د ښځو د حقونو فعالانو
    }
    .also =
        د ښځو د حقونو افغان فعالان
        د ښځو د حقونو افغان فعالانو
        د ښځو د حقونو فعالې
