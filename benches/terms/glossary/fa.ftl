-component = کامپوننت
    .also = مؤلفه
-prop = پراپ
    .also = prop
-layout = چیدمان
    .also = طرح‌بندی
-template = قالب
    .also = تمپلیت
-web-page = صفحهٔ وب
    .also = صفحه وب
-website = وب‌سایت
    .also =
        سایت
        وبگاه
        تارنما
-browser = مرورگر
-server = سرور
    .also = کارساز
-framework = فریم‌ورک
    .also = چارچوب
-routing = مسیریابی
-markup = نشانه‌گذاری
-parent-component = کامپوننت والد
-child-component = کامپوننت فرزند
-default-value = مقدار پیش‌فرض
-curly-brace = آکولاد
-user-interface = رابط کاربری
    .also =
        واسط کاربری
        UI
-user-experience = تجربهٔ کاربری
    .also = تجربه کاربری
-web-application = برنامهٔ وب
    .also =
        برنامه وب
        اپلیکیشن وب
        وب اپلیکیشن
-directory = پوشه
    .also =
        دایرکتوری
        شاخه
-code-editor = ویرایشگر کد
    .also =
        ویرایشگر متن
        ادیتور کد
-font = فونت
    .also = قلم
-function = { $number ->
   *[one] تابع
    [other] توابع
 }
    .also = فانکشن
-string = رشته
    .also = استرینگ
-variable = متغیر
-method = متد
    .also = روش
-database = پایگاه داده
    .also =
        دیتابیس
        بانک اطلاعاتی
-query = پرس‌وجو
    .also =
        کوئری
        پرسمان
-library = کتابخانه
-dependency = وابستگی
-programming-language = زبان برنامه‌نویسی
-command-line = خط فرمان
-operating-system = سیستم‌عامل
    .also = سیستم عامل
-dictionary = دیکشنری
    .also =
        لغت‌نامه
        فرهنگ لغت
-integer = عدد صحیح
-interpreter = مفسر
-syntax = نحو
    .also =
        سینتکس
        ساختار
-loop = حلقه
-boolean = بولین
    .also = بولی
-data-type = نوع داده
    .also = نوع دادهٔ
-data-model = مدل داده
-open-source = متن‌باز
    .also =
        متن باز
        منبع‌باز
        اوپن‌سورس
        open source
-project = پروژه
-maintainer = نگهدارنده
    .also =
        مسئول نگهداری
        نگه‌دارنده
-contributor = مشارکت‌کننده
    .also = مشارکت کننده
-contribution = مشارکت
-community = جامعه
    .also =
        انجمن
        جامعهٔ کاربری
-code-of-conduct = منشور اخلاقی
    .also =
        آیین‌نامهٔ رفتاری
        منشور رفتاری
        کد رفتاری
-documentation = مستندات
    .also =
        مستندسازی
        داکیومنت
-pull-request = درخواست pull
    .also =
        پول‌ریکوئست
        پول ریکوئست
        pull request
        درخواست ادغام
-roadmap = نقشه راه
    .also = نقشهٔ راه
-repository = مخزن
    .also =
        ریپازیتوری
        مخازن
-collaborator = همکار
    .also = همکاری‌کننده
-committee = کمیته
-governance = حاکمیت
    .also = حکمرانی
-consensus = اجماع
    .also = توافق
-bug = باگ
    .also = اشکال
-milestone = نقطهٔ عطف
    .also =
        نقطه عطف
        مایلستون
-social-media = رسانه اجتماعی
    .also =
        شبکهٔ اجتماعی
        شبکه‌های اجتماعی
        رسانه‌های اجتماعی
-word-of-mouth = دهان به دهان
    .also = تبلیغ شفاهی
-burnout = فرسودگی
    .also = فرسودگی شغلی
-target-audience = مخاطب هدف
    .also =
        مخاطبان هدف
        جامعهٔ هدف
-vulnerability = آسیب‌پذیری
-injection = تزریق
-sql-injection = تزریق SQL
-input-validation = اعتبارسنجی ورودی
-access-control = کنترل دسترسی
-authentication = احراز هویت
-encryption = رمزگذاری
    .also = رمزنگاری
-malware = بدافزار
-attacker = مهاجم
    .also = حمله‌کننده
-threat-model = مدل تهدید
-password = گذرواژه
    .also =
        رمز عبور
        رمزعبور
        کلمه عبور
        پسورد
-password-manager = مدیر گذرواژه
    .also = مدیر رمز عبور
-data-breach = نقض داده
    .also = نشت داده
-breach = نقض
    .also = رخنه
-incident-response = پاسخ به رخداد
-root-cause = علت ریشه‌ای
    .also = علت اصلی
-cross-site-scripting = اسکریپت‌نویسی بین‌سایتی
    .also = XSS
-stored-procedure = رویهٔ ذخیره‌شده
-special-character = نویسهٔ ویژه
    .also =
        کاراکتر خاص
        کاراکتر ویژه
-sensitive-data = دادهٔ حساس
    .also =
        داده‌های حساس
        داده حساس
-sensitive-information = اطلاعات حساس
-risk = ریسک
    .also = خطر
-firewall = دیوار آتش
    .also = فایروال
-security = امنیت
-application = برنامه
    .also =
        اپلیکیشن
        نرم‌افزار
-privacy = حریم خصوصی
-privacy-policy = سیاست حریم خصوصی
    .also = خط‌مشی حریم خصوصی
-anonymity = ناشناسی
    .also =
        ناشناس بودن
        گمنامی
-internet-service-provider = ارائه‌دهندهٔ خدمات اینترنت
    .also = ISP
-ip-address = نشانی IP
    .also = آدرس IP
-internet-traffic = ترافیک اینترنت
-vpn-provider = ارائه‌دهندهٔ VPN
-account = حساب
    .also =
        حساب کاربری
        اکانت
-email-address = نشانی ایمیل
    .also =
        آدرس ایمیل
        نشانی رایانامه
-hardware = سخت‌افزار
-firmware = میان‌افزار
    .also =
        سفت‌افزار
        فریمور
-router = مسیریاب
    .also = روتر
-cryptocurrency = رمزارز
    .also = ارز دیجیتال
-private-key = کلید خصوصی
-wallet = کیف پول
-blockchain = زنجیرهٔ بلوکی
    .also = بلاک‌چین
-transaction = تراکنش
-gift-card = کارت هدیه
-prepaid-card = کارت پیش‌پرداخت
-cash = پول نقد
    .also = نقد
-payment-method = روش پرداخت
-mass-surveillance = نظارت جمعی
    .also = نظارت گسترده
-multi-factor-authentication = احراز هویت چندعاملی
-search-engine = موتور جستجو
    .also = موتور جست‌وجو
-end-to-end-encryption = رمزگذاری سرتاسر
    .also = رمزنگاری سرتاسری
-source-code = کد منبع
    .also =
        سورس‌کد
        کد مبدأ
-audit = حسابرسی
    .also =
        ممیزی
        بازرسی
-conflict-of-interest = تضاد منافع
    .also = تعارض منافع
-identity-theft = سرقت هویت
-search-bar = نوار جستجو
    .also = نوار جست‌وجو
-static-site = سایت ایستا
    .also = وب‌سایت ایستا
-dynamic-route = مسیر پویا
-named-slot = اسلات نام‌دار
-slot = اسلات
-html-element = عنصر HTML
    .also = المان HTML
-attribute = ویژگی
    .also =
        صفت
        اتریبیوت
-child-element = عنصر فرزند
-code-fence = حصار کد
-client-side = سمت کاربر
    .also = سمت کلاینت
-server-side = سمت سرور
-error-page = صفحهٔ خطا
    .also = صفحه خطا
-blog-post = پست وبلاگ
    .also =
        نوشتهٔ وبلاگ
        پست بلاگ
-font-file = فایل فونت
-font-family = خانوادهٔ فونت
-project-root = ریشهٔ پروژه
    .also = ریشه پروژه
-weakness = ضعف
-misconfiguration = پیکربندی نادرست
    .also = پیکربندی اشتباه
-software-supply-chain = زنجیرهٔ تأمین
    .also = زنجیره تامین
-patch = وصله
    .also = پچ
-penetration-testing = آزمون نفوذ
    .also = تست نفوذ
-audit-trail = رد ممیزی
-data-integrity = یکپارچگی داده
-insecure-design = طراحی ناامن
-best-practice = بهترین شیوه
    .also =
        بهترین روش
        بهترین تجارب
        بهترین شیوه‌ها
-key-value-pair = جفت کلید-مقدار
    .also = زوج کلید و مقدار
-spread-syntax = نحو گسترش
-destructuring = واسازی
    .also = ساختارشکنی
-data-collection = جمع‌آوری داده
    .also = گردآوری داده
-incidence-rate = نرخ وقوع
-user-input = ورودی کاربر
-virtual-environment = محیط مجازی
-face-authentication = تشخیص چهره
-hardware-key = کلید سخت‌افزاری
    .also = کلید امنیتی
-identity-verification = تأیید هویت
    .also = احراز هویت
-newcomer = تازه‌وارد
    .also =
        تازه وارد
        تازه‌کار
-email = ایمیل
    .also =
        رایانامه
        پست الکترونیک
-mailing-list = فهرست پستی
    .also =
        لیست پستی
        میلینگ لیست
-conference = کنفرانس
    .also = همایش
-workflow = گردش کار
    .also =
        جریان کار
        روند کار
-search-text = متن جستجو
    .also = متن جست‌وجو
-component-hierarchy = سلسله‌مراتب کامپوننت
    .also = سلسله مراتب کامپوننت‌ها
-variable-font = فونت متغیر
