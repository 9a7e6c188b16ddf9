-component = { $number ->
   *[one] مكوّن
    [other] مكونات
 }
-prop = { $number ->
   *[one] خاصية
    [other] خصائص
 }
    .also = prop
-layout = تخطيط
    .also = قالب
-template = { $number ->
   *[one] قالب
    [other] قوالب
 }
-web-page = { $number ->
   *[one] صفحة ويب
    [other] صفحات ويب
 }
    .also = صفحة الويب
-website = { $number ->
   *[one] موقع ويب
    [other] مواقع ويب
 }
    .also =
        موقع
        موقع إلكتروني
        مواقع
        الموقع الإلكتروني
        موقع الويب
-browser = متصفح
    .also = مستعرض
-server = { $number ->
   *[one] خادم
    [other] خوادم
 }
    .also = سيرفر
-framework = { $number ->
   *[one] إطار عمل
    [other] أطر عمل
 }
    .also =
        إطار العمل
        إطار
        أطر
-routing = توجيه
-markup = ترميز
    .also = توصيف
-parent-component = { $number ->
   *[one] مكوّن أب
    [other] مكونات أب
 }
    .also =
        المكون الأب
        المكوّن الأصل
        مكون رئيسي
-child-component = { $number ->
   *[one] مكوّن ابن
    [other] مكونات أبناء
 }
    .also =
        المكون الابن
        مكون فرعي
-default-value = { $number ->
   *[one] قيمة افتراضية
    [other] قيم افتراضية
 }
    .also = القيمة الافتراضية
-curly-brace = { $number ->
   *[one] قوس معقوف
    [other] أقواس معقوفة
 }
    .also =
        أقواس متعرجة
        الأقواس المعقوصة
-user-interface = { $number ->
   *[one] واجهة مستخدم
    [other] واجهات مستخدم
 }
    .also =
        واجهة المستخدم
        UI
-user-experience = تجربة مستخدم
    .also = تجربة المستخدم
-web-application = { $number ->
   *[one] تطبيق ويب
    [other] تطبيقات ويب
 }
    .also =
        تطبيقات الويب
        تطبيق الويب
-directory = مجلد
    .also =
        دليل
        أدلة
-code-editor = محرر أكواد
    .also =
        محرر الأكواد
        محرر نصوص
        محرر الشيفرة
-font = { $number ->
   *[one] خط
    [other] خطوط
 }
-function = { $number ->
   *[one] دالّة
    [other] دوال
 }
    .also =
        وظيفة
        وظائف
-string = { $number ->
   *[one] سلسلة نصية
    [other] سلاسل نصية
 }
    .also =
        سلسلة
        سلاسل
        نص
        نصوص
-variable = { $number ->
   *[one] متغيّر
    [other] متغيرات
 }
-method = { $number ->
   *[one] طريقة
    [other] طرق
 }
    .also =
        أسلوب
        أساليب
        دالة
-database = { $number ->
   *[one] قاعدة بيانات
    [other] قواعد بيانات
 }
    .also =
        قاعدة البيانات
        قواعد البيانات
-query = استعلام
-library = مكتبة
-dependency = اعتمادية
    .also =
        تبعية
        اعتماد
-programming-language = { $number ->
   *[one] لغة برمجة
    [other] لغات برمجة
 }
    .also =
        لغة البرمجة
        لغات البرمجة
-command-line = سطر أوامر
    .also =
        سطر الأوامر
        موجه الأوامر
-operating-system = { $number ->
   *[one] نظام تشغيل
    [other] أنظمة تشغيل
 }
    .also =
        نظام التشغيل
        أنظمة التشغيل
-dictionary = { $number ->
   *[one] قاموس
    [other] قواميس
 }
-integer = { $number ->
   *[one] عدد صحيح
    [other] أعداد صحيحة
 }
-interpreter = مفسّر
-syntax = صياغة
    .also =
        بنية الجملة
        صيغة
-loop = { $number ->
   *[one] حلقة
    [other] حلقات
 }
-boolean = منطقي
    .also = بولياني
-data-type = { $number ->
   *[one] نوع بيانات
    [other] أنواع بيانات
 }
    .also =
        نوع البيانات
        أنواع البيانات
-data-model = { $number ->
   *[one] نموذج بيانات
    [other] نماذج بيانات
 }
    .also = نموذج البيانات
-open-source = مفتوح المصدر
    .also =
        المصدر المفتوح
        المصادر المفتوحة
        مفتوحة المصدر
-project = { $number ->
   *[one] مشروع
    [other] مشاريع
 }
-maintainer = مشرف
    .also =
        قائم على الصيانة
        المشرف على الصيانة
-contributor = مساهم
-contribution = مساهمة
-community = مجتمع
    .also = جماعة
-code-of-conduct = مدونة سلوك
    .also =
        مدونة قواعد السلوك
        قواعد السلوك
        ميثاق السلوك
        مدونة السلوك
-documentation = توثيق
    .also =
        وثائق
        مستندات
-pull-request = { $number ->
   *[one] طلب سحب
    [other] طلبات سحب
 }
    .also =
        طلب السحب
        طلبات السحب
        pull request
-roadmap = خارطة طريق
    .also =
        خارطة الطريق
        خريطة الطريق
-repository = مستودع
-collaborator = متعاون
-committee = { $number ->
   *[one] لجنة
    [other] لجان
 }
-governance = حوكمة
-consensus = إجماع
    .also =
        توافق الآراء
        توافق
-bug = خلل
    .also =
        علة
        علل
        خطأ برمجي
        أخطاء برمجية
        خطأ
-milestone = معلم
    .also =
        إنجاز مرحلي
        مرحلة
-social-media = وسائل التواصل الاجتماعي
    .also =
        مواقع التواصل الاجتماعي
        شبكات التواصل الاجتماعي
        التواصل الاجتماعي
        شبكة اجتماعية
-word-of-mouth = كلام شفهي
    .also =
        الكلام الشفهي
        شفهيا
        التوصيات الشفهية
-burnout = إنهاك
    .also =
        احتراق وظيفي
        إرهاق
-target-audience = جمهور مستهدف
    .also = الجمهور المستهدف
-vulnerability = { $number ->
   *[one] ثغرة
    [other] ثغرات
 }
    .also =
        ثغرة أمنية
        نقطة ضعف
        نقاط ضعف
-injection = حقن
-sql-injection = حقن SQL
    .also = حقن إس كيو إل
-input-validation = التحقق من صحة الإدخال
    .also =
        التحقق من المدخلات
        التحقق من صحة المدخلات
        التحقق من الإدخال
-access-control = تحكم بالوصول
    .also =
        التحكم بالوصول
        التحكم في الوصول
        صلاحيات الوصول
-authentication = مصادقة
    .also =
        توثيق
        استيثاق
-encryption = تشفير
-malware = { $number ->
   *[one] برمجية خبيثة
    [other] برمجيات خبيثة
 }
    .also =
        برنامج ضار
        برامج ضارة
        البرمجيات الخبيثة
-attacker = مهاجم
-threat-model = نموذج تهديد
    .also =
        نموذج التهديد
        نموذج التهديدات
-password = { $number ->
   *[one] كلمة مرور
    [other] كلمات مرور
 }
    .also =
        كلمة المرور
        كلمات المرور
        كلمة سر
        كلمة السر
-password-manager = مدير كلمات مرور
    .also = مدير كلمات المرور
-data-breach = خرق بيانات
    .also =
        خرق البيانات
        اختراق البيانات
        تسريب البيانات
        اختراقات البيانات
-breach = خرق
    .also =
        اختراق
        اختراقات
-incident-response = استجابة للحوادث
    .also = الاستجابة للحوادث
-root-cause = { $number ->
   *[one] سبب جذري
    [other] أسباب جذرية
 }
    .also =
        السبب الجذري
        السبب الرئيسي
        الأسباب الجذرية
-cross-site-scripting = برمجة عابرة للمواقع
    .also =
        البرمجة عبر المواقع
        XSS
-stored-procedure = { $number ->
   *[one] إجراء مخزن
    [other] إجراءات مخزنة
 }
    .also = الإجراءات المخزنة
-special-character = { $number ->
   *[one] محرف خاص
    [other] محارف خاصة
 }
    .also =
        حرف خاص
        أحرف خاصة
        الرموز الخاصة
        رمز خاص
-sensitive-data = بيانات حساسة
    .also = البيانات الحساسة
-sensitive-information = معلومات حساسة
    .also = المعلومات الحساسة
-risk = { $number ->
   *[one] خطر
    [other] أخطار
 }
    .also =
        مخاطر
        مخاطرة
-firewall = { $number ->
   *[one] جدار ناري
    [other] جدران نارية
 }
    .also =
        الجدار الناري
        جدار الحماية
        جدران الحماية
-security = أمان
    .also =
        أمن
        أمني
-application = تطبيق
-privacy = خصوصية
-privacy-policy = { $number ->
   *[one] سياسة خصوصية
    [other] سياسات خصوصية
 }
    .also = سياسة الخصوصية
-anonymity = إخفاء الهوية
    .also =
        مجهولية
        هوية مجهولة
        عدم الكشف عن الهوية
-internet-service-provider = مزود خدمة إنترنت
    .also =
        مزود خدمة الإنترنت
        موفر خدمة الإنترنت
        مزودي خدمة الإنترنت
        ISP
-ip-address = { $number ->
   *[one] عنوان IP
    [other] عناوين IP
 }
    .also =
        عنوان الـIP
        عنوان بروتوكول الإنترنت
-internet-traffic = حركة مرور الإنترنت
    .also =
        حركة الإنترنت
        حركة المرور على الإنترنت
-vpn-provider = مزود VPN
    .also =
        مزود خدمة VPN
        موفر VPN
        مزودي خدمات VPN
        مزودو VPN
-account = { $number ->
   *[one] حساب
    [other] حسابات
 }
-email-address = عنوان بريد إلكتروني
    .also =
        عنوان البريد الإلكتروني
        البريد الإلكتروني
-hardware = عتاد
-firmware = برنامج ثابت
    .also =
        برامج ثابتة
        البرنامج الثابت
-router = موجّه
    .also = راوتر
-cryptocurrency = { $number ->
   *[one] عملة مشفرة
    [other] عملات مشفرة
 }
    .also = عملة رقمية
-private-key = { $number ->
   *[one] مفتاح خاص
    [other] مفاتيح خاصة
 }
    .also =
        المفاتيح الخاصة
        المفتاح الخاص
-wallet = { $number ->
   *[one] محفظة
    [other] محافظ
 }
-blockchain = سلسلة كتل
    .also =
        سلسلة الكتل
        بلوكتشين
-transaction = معاملة
    .also = حركة مالية
-gift-card = { $number ->
   *[one] بطاقة هدايا
    [other] بطاقات هدايا
 }
    .also =
        بطاقة الهدايا
        بطاقات الهدايا
-prepaid-card = { $number ->
   *[one] بطاقة مسبقة الدفع
    [other] بطاقات مسبقة الدفع
 }
    .also = البطاقات مسبقة الدفع
-cash = نقد
    .also =
        نقدا
        أموال نقدية
-payment-method = { $number ->
   *[one] طريقة دفع
    [other] طرق دفع
 }
    .also =
        طريقة الدفع
        طرق الدفع
        وسيلة الدفع
-mass-surveillance = مراقبة جماعية
    .also = المراقبة الجماعية
-multi-factor-authentication = مصادقة متعددة العوامل
    .also =
        المصادقة متعددة العوامل
        المصادقة المتعددة
-search-engine = { $number ->
   *[one] محرك بحث
    [other] محركات بحث
 }
    .also =
        محرك البحث
        محركات البحث
-end-to-end-encryption = تشفير بين الطرفيات
    .also =
        التشفير من طرف إلى طرف
        التشفير التام بين الطرفين
-source-code = شيفرة مصدرية
    .also =
        الشيفرة المصدرية
        كود المصدر
        الكود المصدري
        شفرة المصدر
        مصدر الكود
-audit = تدقيق
    .also = مراجعة
-conflict-of-interest = تضارب مصالح
    .also = تضارب المصالح
-identity-theft = سرقة هوية
    .also = سرقة الهوية
-search-bar = شريط بحث
    .also = شريط البحث
-static-site = { $number ->
   *[one] موقع ثابت
    [other] مواقع ثابتة
 }
    .also = موقع ويب ثابت
-dynamic-route = { $number ->
   *[one] مسار ديناميكي
    [other] مسارات ديناميكية
 }
    .also = المسارات الديناميكية
-named-slot = { $number ->
   *[one] فتحة مسماة
    [other] فتحات مسماة
 }
    .also =
        الفتحات المسماة
        منفذ مسمى
        الفتحات المسمّاة
-slot = { $number ->
   *[one] فتحة
    [other] فتحات
 }
    .also =
        منفذ
        slot
-html-element = { $number ->
   *[one] عنصر HTML
    [other] عناصر HTML
 }
    .also = عنصر الـHTML
-attribute = { $number ->
   *[one] سمة
    [other] سمات
 }
    .also =
        خاصية
        خصائص
-child-element = { $number ->
   *[one] عنصر ابن
    [other] عناصر أبناء
 }
    .also =
        العناصر الأبناء
        عناصر فرعية
-code-fence = سياج الكود
    .also =
        سياج الشيفرة
        سور الكود
-client-side = جانب العميل
    .also =
        من جانب العميل
        جهة العميل
-server-side = جانب الخادم
    .also =
        من جانب الخادم
        جهة الخادم
-error-page = { $number ->
   *[one] صفحة خطأ
    [other] صفحات خطأ
 }
    .also =
        صفحة الخطأ
        صفحات الخطأ
-blog-post = تدوينة
    .also =
        منشور مدونة
        مقال مدونة
        منشورات المدونة
        مشاركة مدونة
-font-file = { $number ->
   *[one] ملف خط
    [other] ملفات خطوط
 }
    .also =
        ملف الخط
        ملفات الخط
        ملفات الخطوط
-font-family = عائلة خط
    .also =
        عائلة الخط
        عائلة الخطوط
-project-root = جذر المشروع
-weakness = ضعف
    .also =
        نقطة ضعف
        نقاط ضعف
-misconfiguration = تكوين خاطئ
    .also =
        سوء التكوين
        خطأ في الإعدادات
        الإعداد الخاطئ
        سوء الإعداد
        التكوين الخاطئ
-software-supply-chain = سلسلة توريد
    .also =
        سلسلة التوريد
        سلاسل التوريد
        سلسلة الإمداد
-patch = تصحيح
    .also =
        رقعة
        رقع
        ترقيع
        تحديث أمني
-penetration-testing = { $number ->
   *[one] اختبار اختراق
    [other] اختبارات اختراق
 }
    .also =
        اختبار الاختراق
        اختبارات الاختراق
-audit-trail = سجل تدقيق
    .also =
        سجل التدقيق
        مسار التدقيق
        مسار المراجعة
-data-integrity = سلامة بيانات
    .also =
        سلامة البيانات
        تكامل البيانات
-insecure-design = تصميم غير آمن
    .also = التصميم غير الآمن
-best-practice = { $number ->
   *[one] أفضل ممارسة
    [other] أفضل الممارسات
 }
    .also =
        ممارسة مثلى
        أفضل ممارسات
-key-value-pair = زوج مفتاح-قيمة
    .also = أزواج مفتاح-قيمة
-spread-syntax = صياغة الانتشار
    .also =
        عامل الانتشار
        صيغة النشر
        صياغة النشر
        معامل النشر
-destructuring = تفكيك
    .also =
        إسناد التفكيك
        هدم
-data-collection = جمع البيانات
    .also = جمع بيانات
-incidence-rate = معدل حدوث
    .also =
        معدل الحدوث
        معدل الإصابة
        نسبة الحدوث
-user-input = مدخل المستخدم
    .also =
        مدخلات المستخدم
        إدخال المستخدم
-virtual-environment = بيئة افتراضية
-face-authentication = مصادقة الوجه
    .also = التعرف على الوجه
-hardware-key = مفتاح أمان
    .also =
        مفتاح عتاد
        مفتاح الأمان
-identity-verification = التحقق من الهوية
-newcomer = { $number ->
   *[one] قادم جديد
    [other] قادمون جدد
 }
    .also =
        وافد جديد
        مبتدئ
        القادمين الجدد
-email = بريد إلكتروني
    .also =
        رسالة بريد إلكتروني
        البريد الإلكتروني
        رسائل البريد الإلكتروني
        إيميل
        بريد
-mailing-list = { $number ->
   *[one] قائمة بريدية
    [other] قوائم بريدية
 }
    .also =
        القائمة البريدية
        قائمة المراسلات
-conference = مؤتمر
-workflow = سير عمل
    .also = سير العمل
-search-text = نص البحث
    .also = نص بحث
-component-hierarchy = تسلسل هرمي للمكونات
    .also =
        التسلسل الهرمي للمكونات
        هيكلية المكونات
        شجرة المكونات
-variable-font = { $number ->
   *[one] خط متغير
    [other] خطوط متغيرة
 }
    .also =
        الخط المتغير
        الخطوط المتغيرة
