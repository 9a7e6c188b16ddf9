site-name = Статьи
skip = Перейти к статье
languages = Языки
articles = Статьи
all-articles = Все статьи
feed = Лента
published = Опубликовано: { $date }
updated = Обновлено: { $date }
translated-by = Перевод: { $names }
reviewed-by = Редактура перевода: { $names }
list-separator = { ", " }
footnotes = Примечания
footnote-back = Вернуться к тексту

notice-behind = { $count ->
        [one] Оригинал изменился после этого перевода. Может отличаться { $shown } фрагмент.
        [few] Оригинал изменился после этого перевода. Могут отличаться { $shown } фрагмента.
       *[other] Оригинал изменился после этого перевода. Могут отличаться { $shown } фрагментов.
    }
notice-corrected = В оригинале исправлена ошибка. В этом переводе исправление ещё не отражено.
notice-fallback = { $count ->
        [one] { $shown } фрагмент ещё не переведён и показан на языке оригинала ({ $language }).
        [few] { $shown } фрагмента ещё не переведены и показаны на языке оригинала ({ $language }).
       *[other] { $shown } фрагментов ещё не переведены и показаны на языке оригинала ({ $language }).
    }
disclosure-all = Этот текст перевела машина. Человек его ещё не проверил.
disclosure-some = { $count ->
        [one] { $shown } фрагмент перевела машина. Человек его ещё не проверил.
        [few] { $shown } фрагмента перевела машина. Человек их ещё не проверил.
       *[other] { $shown } фрагментов перевела машина. Человек их ещё не проверил.
    }

article = Статья
source-text = Оригинал
translation = Перевод
deleted = удалено
inserted = вставлено
grade-format = пунктуация или разметка
grade-typo = опечатка
grade-wording = формулировка
grade-facts = факты
grade-rewrite = переписано
correction = в оригинале исправлена ошибка
state-current = актуально
state-stale = устарело
state-missing = не переведено
state-unreadable = не читается
state-unknown = не записано, какой текст оригинала переведён
state-rejected = отклонено
draft = Черновик, не опубликовано
map-title = Статьи и языки
map-intro = Сначала самые отставшие. Ячейка с изменением ведёт к нему, слово за словом.
map-back = Назад к таблице
map-unsynced = Изменения статей, ещё не перенесённые в каталоги
map-left-out = Ячейки, изменения которых не показаны: { $shown }. Показаны изменения самых отставших: со всеми страница была бы слишком большой. Остальные показывают команды:

language-en = английский
language-es = испанский
language-fr = французский
language-de = немецкий
language-ru = русский
language-ar = арабский
language-fa = персидский
language-fa-AF = дари
language-ps = пушту
language-zh = китайский
language-ja = японский
