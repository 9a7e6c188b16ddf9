site-name = المقالات
skip = انتقل إلى المقال
languages = اللغات
articles = المقالات
all-articles = جميع المقالات
feed = خلاصة الأخبار
published = نُشر في { $date }
updated = حُدِّث في { $date }
translated-by = الترجمة: { $names }
reviewed-by = مراجعة الترجمة: { $names }
list-separator = { "، " }
footnotes = الحواشي
footnote-back = العودة إلى النص

notice-behind = { $count ->
        [zero] تغيّر النص الأصلي بعد إعداد هذه الترجمة.
        [one] تغيّر النص الأصلي بعد إعداد هذه الترجمة، وقد يختلف عنها مقطع واحد.
        [two] تغيّر النص الأصلي بعد إعداد هذه الترجمة، وقد يختلف عنها مقطعان.
        [few] تغيّر النص الأصلي بعد إعداد هذه الترجمة، وقد تختلف عنها { $shown } مقاطع.
        [many] تغيّر النص الأصلي بعد إعداد هذه الترجمة، وقد يختلف عنها { $shown } مقطعًا.
       *[other] تغيّر النص الأصلي بعد إعداد هذه الترجمة، وقد يختلف عنها { $shown } مقطع.
    }
notice-corrected = صُحِّح خطأ في النص الأصلي، ولم يظهر التصحيح في هذه الترجمة بعد.
notice-fallback = { $count ->
        [zero] لم تُترجم بعض المقاطع بعد، وهي معروضة بلغتها الأصلية ({ $language }).
        [one] لم يُترجم مقطع واحد بعد، وهو معروض بلغته الأصلية ({ $language }).
        [two] لم يُترجم مقطعان بعد، وهما معروضان بلغتهما الأصلية ({ $language }).
        [few] لم تُترجم { $shown } مقاطع بعد، وهي معروضة بلغتها الأصلية ({ $language }).
        [many] لم يُترجم { $shown } مقطعًا بعد، وهي معروضة بلغتها الأصلية ({ $language }).
       *[other] لم يُترجم { $shown } مقطع بعد، وهي معروضة بلغتها الأصلية ({ $language }).
    }
disclosure-all = تُرجم هذا النص آليًا، ولم يراجعه أحد بعد.
disclosure-some = { $count ->
        [zero] تُرجمت بعض المقاطع آليًا، ولم يراجعها أحد بعد.
        [one] تُرجم مقطع واحد آليًا، ولم يراجعه أحد بعد.
        [two] تُرجم مقطعان آليًا، ولم يراجعهما أحد بعد.
        [few] تُرجمت { $shown } مقاطع آليًا، ولم يراجعها أحد بعد.
        [many] تُرجم { $shown } مقطعًا آليًا، ولم يراجعها أحد بعد.
       *[other] تُرجم { $shown } مقطع آليًا، ولم يراجعها أحد بعد.
    }

article = المقال
source-text = الأصل
translation = الترجمة
deleted = محذوف
inserted = مضاف
grade-format = ترقيم أو تنسيق
grade-typo = خطأ مطبعي
grade-wording = صياغة
grade-facts = وقائع
grade-rewrite = أعيدت كتابته
correction = صُحّح خطأ في الأصل
state-current = محدَّث
state-stale = متقادم
state-missing = غير مترجم
state-unreadable = لا يمكن قراءته
state-unknown = لم يُسجَّل أي نص أصلي تُرجم
state-rejected = مرفوض
draft = مسودة غير منشورة
map-title = المقالات واللغات
map-intro = الأشد تأخرًا أولًا. تقود كل خلية تذكر تعديلًا إليه كلمة بكلمة.
map-back = العودة إلى الجدول
map-unsynced = تعديلات في المقالات لم تُنقل بعد إلى ملفات الترجمة
map-left-out = خلايا لا تظهر تعديلاتها: { $shown }. تعرض الصفحة تعديلات أشد الخلايا تأخرًا، لأنها ستكون كبيرة جدًا بها كلها. تعرض البقيةَ هذه الأوامر:

language-en = الإنجليزية
language-es = الإسبانية
language-fr = الفرنسية
language-de = الألمانية
language-ru = الروسية
language-ar = العربية
language-fa = الفارسية
language-fa-AF = الدرية
language-ps = البشتوية
language-zh = الصينية
language-ja = اليابانية
