-component = 组件
-prop = props
    .also =
        属性
        prop
-layout = 布局
-template = 模板
-web-page = 网页
-website = 网站
    .also = 站点
-browser = 浏览器
-server = 服务器
    .also = 服务端
-framework = 框架
-routing = 路由
-markup = 标记
    .also = 标签
-parent-component = 父组件
-child-component = 子组件
-default-value = 默认值
-curly-brace = 花括号
    .also = 大括号
-user-interface = 用户界面
    .also = UI
-user-experience = 用户体验
-web-application = Web 应用
    .also =
        网络应用
        网页应用
        Web 应用程序
-directory = 目录
    .also = 文件夹
-code-editor = 代码编辑器
    .also = 文本编辑器
-font = 字体
-function = 函数
    .also = 功能
-string = 字符串
-variable = 变量
-method = 方法
-database = 数据库
-query = 查询
-library = 库
    .also =
        函数库
        程序库
-dependency = 依赖
    .also = 依赖项
-programming-language = 编程语言
    .also = 程序设计语言
-command-line = 命令行
-operating-system = 操作系统
    .also = 作业系统
-dictionary = 字典
-integer = 整数
    .also = 整型
-interpreter = 解释器
-syntax = 语法
-loop = 循环
-boolean = 布尔
    .also = 布尔值
-data-type = 数据类型
-data-model = 数据模型
-open-source = 开源
    .also =
        开放源代码
        开放源码
-project = 项目
-maintainer = 维护者
    .also = 维护人员
-contributor = 贡献者
-contribution = 贡献
-community = 社区
    .also = 社群
-code-of-conduct = 行为准则
    .also = 行为守则
-documentation = 文档
-pull-request = 拉取请求
    .also =
        合并请求
        pull request
        PR
-roadmap = 路线图
-repository = 仓库
    .also =
        存储库
        代码库
-collaborator = 协作者
    .also = 合作者
-committee = 委员会
-governance = 治理
-consensus = 共识
-bug = bug
    .also =
        错误
        缺陷
        漏洞
-milestone = 里程碑
-social-media = 社交媒体
    .also = 社交网络
-word-of-mouth = 口碑
    .also =
        口口相传
        口耳相传
-burnout = 倦怠
    .also =
        职业倦怠
        精疲力竭
-target-audience = 目标受众
    .also =
        目标用户
        目标群体
-vulnerability = 漏洞
    .also =
        弱点
        脆弱性
-injection = 注入
-sql-injection = SQL 注入
-input-validation = 输入验证
    .also = 输入校验
-access-control = 访问控制
-authentication = 身份验证
    .also =
        认证
        验证
        身份认证
-encryption = 加密
-malware = 恶意软件
    .also = 恶意程序
-attacker = 攻击者
-threat-model = 威胁模型
-password = 密码
    .also = 口令
-password-manager = 密码管理器
-data-breach = 数据泄露
    .also = 数据外泄
-breach = 泄露
    .also =
        违规
        入侵
-incident-response = 事件响应
    .also = 应急响应
-root-cause = 根本原因
    .also = 根因
-cross-site-scripting = 跨站脚本
    .also = XSS
-stored-procedure = 存储过程
-special-character = 特殊字符
-sensitive-data = 敏感数据
-sensitive-information = 敏感信息
-risk = 风险
-firewall = 防火墙
-security = 安全
    .also = 安全性
-application = 应用
    .also = 应用程序
-privacy = 隐私
-privacy-policy = 隐私政策
-anonymity = 匿名
    .also = 匿名性
-internet-service-provider = 互联网服务提供商
    .also =
        网络服务提供商
        ISP
-ip-address = IP 地址
-internet-traffic = 互联网流量
    .also = 网络流量
-vpn-provider = VPN 提供商
    .also =
        VPN 服务商
        VPN 供应商
-account = 账户
    .also =
        账号
        帐户
        帐号
-email-address = 电子邮件地址
    .also =
        邮箱地址
        邮箱
        电子邮箱
        邮件地址
-hardware = 硬件
-firmware = 固件
-router = 路由器
-cryptocurrency = 加密货币
-private-key = 私钥
    .also = 私有密钥
-wallet = 钱包
-blockchain = 区块链
-transaction = 交易
    .also = 事务
-gift-card = 礼品卡
-prepaid-card = 预付卡
-cash = 现金
-payment-method = 付款方式
    .also =
        支付方式
        支付方法
-mass-surveillance = 大规模监控
    .also = 大规模监视
-multi-factor-authentication = 多因素认证
    .also =
        多重身份验证
        多因素身份验证
        多因素验证
-search-engine = 搜索引擎
-end-to-end-encryption = 端到端加密
    .also = E2EE
-source-code = 源代码
    .also = 源码
-audit = 审计
    .also =
        审核
        稽核
-conflict-of-interest = 利益冲突
-identity-theft = 身份盗窃
    .also = 身份盗用
-search-bar = 搜索栏
    .also = 搜索框
-static-site = 静态网站
    .also = 静态站点
-dynamic-route = 动态路由
-named-slot = 具名插槽
    .also = 命名插槽
-slot = 插槽
-html-element = HTML 元素
-attribute = 属性
    .also = 特性
-child-element = 子元素
-code-fence = 代码围栏
    .also = 代码栅栏
-client-side = 客户端
-server-side = 服务端
    .also = 服务器端
-error-page = 错误页面
    .also = 错误页
-blog-post = 博客文章
    .also =
        博客帖子
        博文
        博客
-font-file = 字体文件
-font-family = 字体族
    .also = 字体系列
-project-root = 项目根目录
    .also = 项目根
-weakness = 弱点
    .also = 缺陷
-misconfiguration = 配置错误
    .also = 错误配置
-software-supply-chain = 供应链
-patch = 补丁
-penetration-testing = 渗透测试
-audit-trail = 审计跟踪
    .also = 审计日志
-data-integrity = 数据完整性
-insecure-design = 不安全设计
-best-practice = 最佳实践
-key-value-pair = 键值对
-spread-syntax = 展开语法
    .also = 展开运算符
-destructuring = 解构
-data-collection = 数据收集
    .also = 数据采集
-incidence-rate = 发生率
-user-input = 用户输入
-virtual-environment = 虚拟环境
-face-authentication = 人脸识别
    .also =
        面部识别
        面部认证
-hardware-key = 硬件密钥
    .also = 安全密钥
-identity-verification = 身份验证
    .also = 身份核实
-newcomer = 新手
    .also =
        新人
        新来者
-email = 电子邮件
    .also =
        邮件
        邮箱
        电邮
-mailing-list = 邮件列表
-conference = 会议
    .also =
        大会
        峰会
-workflow = 工作流
    .also = 工作流程
-search-text = 搜索文本
-component-hierarchy = 组件层级
    .also = 组件层次结构
-variable-font = 可变字体
