site-name = مقاله‌ها
skip = رفتن به مقاله
languages = زبان‌ها
articles = مقاله‌ها
all-articles = همهٔ مقاله‌ها
feed = خوراک خبر
published = نشر: { $date }
updated = آخرین ویرایش: { $date }
translated-by = ترجمه: { $names }
reviewed-by = بازبینی ترجمه: { $names }
list-separator = { "، " }
footnotes = یادداشت‌ها
footnote-back = بازگشت به متن

notice-behind = { $count ->
        [one] متن اصلی پس از این ترجمه تغییر کرده است. ممکن است یک بخش با آن فرق داشته باشد.
       *[other] متن اصلی پس از این ترجمه تغییر کرده است. ممکن است { $shown } بخش با آن فرق داشته باشد.
    }
notice-corrected = در متن اصلی یک اشتباه اصلاح شده است. این ترجمه هنوز اصلاح را نشان نمی‌دهد.
notice-fallback = { $count ->
        [one] یک بخش هنوز ترجمه نشده است و به زبان اصلی ({ $language }) نشان داده می‌شود.
       *[other] { $shown } بخش هنوز ترجمه نشده است و به زبان اصلی ({ $language }) نشان داده می‌شود.
    }
disclosure-all = این متن را ماشین ترجمه کرده است و هنوز کسی آن را بازبینی نکرده است.
disclosure-some = { $count ->
        [one] یک بخش را ماشین ترجمه کرده است و هنوز کسی آن را بازبینی نکرده است.
       *[other] { $shown } بخش را ماشین ترجمه کرده است و هنوز کسی آن‌ها را بازبینی نکرده است.
    }

article = مقاله
source-text = اصل
translation = ترجمه
deleted = حذف‌شده
inserted = افزوده‌شده
grade-format = نشانه‌گذاری یا قالب
grade-typo = لغزش
grade-wording = عبارت‌بندی
grade-facts = واقعیت‌ها
grade-rewrite = بازنویسی‌شده
correction = اشتباهی در اصل تصحیح شده است
state-current = به‌روز
state-stale = کهنه
state-missing = ترجمه‌نشده
state-unreadable = خوانده نمی‌شود
state-unknown = ثبت نشده است که ترجمهٔ کدام متن اصلی است
state-rejected = رد شده
draft = پیش‌نویس، نشرنشده
map-title = مقاله‌ها و زبان‌ها
map-intro = عقب‌مانده‌ترین‌ها در آغازند. هر خانه‌ای که از تغییری نام می‌برد، واژه به واژه به آن می‌رسد.
map-back = بازگشت به جدول
map-unsynced = تغییرهای مقاله‌ها که هنوز به فایل‌های ترجمه نرسیده‌اند
map-left-out = خانه‌هایی که تغییرهای‌شان نشان داده نمی‌شود: { $shown }. صفحه تغییرهای عقب‌مانده‌ترین خانه‌ها را نشان می‌دهد، زیرا با همهٔ آن‌ها بیش از اندازه بزرگ می‌شد. باقی را این فرمان‌ها نشان می‌دهند:

language-en = انگلیسی
language-es = هسپانوی
language-fr = فرانسوی
language-de = آلمانی
language-ru = روسی
language-ar = عربی
language-fa = فارسی
language-fa-AF = دری
language-ps = پشتو
language-zh = چینی
language-ja = جاپانی
