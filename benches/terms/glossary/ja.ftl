-component = コンポーネント
-prop = プロパティ
    .also =
        props
        prop
-layout = レイアウト
-template = テンプレート
-web-page = ウェブページ
    .also = Webページ
-website = ウェブサイト
    .also =
        サイト
        Webサイト
-browser = ブラウザ
    .also = ブラウザー
-server = サーバー
    .also = サーバ
-framework = フレームワーク
-routing = ルーティング
-markup = マークアップ
-parent-component = 親コンポーネント
-child-component = 子コンポーネント
-default-value = デフォルト値
    .also = 既定値
-curly-brace = 波括弧
    .also =
        中括弧
        中カッコ
-user-interface = ユーザーインターフェース
    .also =
        ユーザーインターフェイス
        UI
-user-experience = ユーザーエクスペリエンス
    .also =
        ユーザー体験
        UX
-web-application = ウェブアプリケーション
    .also =
        ウェブアプリ
        Webアプリケーション
        Webアプリ
-directory = ディレクトリ
    .also =
        フォルダ
        フォルダー
-code-editor = コードエディタ
    .also =
        コードエディター
        テキストエディタ
-font = フォント
    .also = 書体
-function = 関数
    .also = 機能
-string = 文字列
-variable = 変数
-method = メソッド
    .also = 方法
-database = データベース
    .also = DB
-query = クエリ
    .also = クエリー
-library = ライブラリ
    .also = ライブラリー
-dependency = 依存関係
    .also = 依存
-programming-language = プログラミング言語
-command-line = コマンドライン
-operating-system = オペレーティングシステム
    .also = OS
-dictionary = 辞書
    .also = ディクショナリ
-integer = 整数
-interpreter = インタプリタ
    .also =
        インタープリタ
        インタープリター
-syntax = 構文
    .also =
        文法
        シンタックス
-loop = ループ
-boolean = 真偽値
    .also =
        ブール
        ブール値
        ブーリアン
-data-type = データ型
    .also = データタイプ
-data-model = データモデル
-open-source = オープンソース
-project = プロジェクト
-maintainer = メンテナ
    .also = メンテナー
-contributor = コントリビューター
    .also =
        コントリビュータ
        貢献者
-contribution = コントリビューション
    .also = 貢献
-community = コミュニティ
    .also = コミュニティー
-code-of-conduct = 行動規範
-documentation = ドキュメント
    .also =
        文書
        ドキュメンテーション
-pull-request = プルリクエスト
    .also =
        プルリク
        pull request
-roadmap = ロードマップ
-repository = リポジトリ
    .also = レポジトリ
-collaborator = コラボレーター
    .also =
        コラボレータ
        協力者
-committee = 委員会
-governance = ガバナンス
    .also = 統治
-consensus = コンセンサス
    .also = 合意
-bug = バグ
-milestone = マイルストーン
    .also = 節目
-social-media = ソーシャルメディア
    .also =
        SNS
        ソーシャルネットワーク
-word-of-mouth = 口コミ
    .also = クチコミ
-burnout = 燃え尽き
    .also =
        燃え尽き症候群
        バーンアウト
-target-audience = ターゲット層
    .also =
        対象者
        ターゲットオーディエンス
-vulnerability = 脆弱性
-injection = インジェクション
-sql-injection = SQLインジェクション
    .also = SQL インジェクション
-input-validation = 入力検証
    .also =
        入力値検証
        入力のバリデーション
-access-control = アクセス制御
    .also = アクセスコントロール
-authentication = 認証
-encryption = 暗号化
-malware = マルウェア
-attacker = 攻撃者
-threat-model = 脅威モデル
-password = パスワード
-password-manager = パスワードマネージャー
    .also =
        パスワードマネージャ
        パスワード管理ツール
-data-breach = データ侵害
    .also =
        データ漏洩
        情報漏洩
        データ流出
-breach = 侵害
    .also =
        漏洩
        違反
-incident-response = インシデントレスポンス
    .also = インシデント対応
-root-cause = 根本原因
    .also = 根本的な原因
-cross-site-scripting = クロスサイトスクリプティング
    .also = XSS
-stored-procedure = ストアドプロシージャ
-special-character = 特殊文字
-sensitive-data = 機密データ
    .also =
        センシティブデータ
        機微なデータ
        機微情報
-sensitive-information = 機密情報
    .also =
        機微情報
        センシティブな情報
-risk = リスク
-firewall = ファイアウォール
-security = セキュリティ
    .also =
        セキュリティー
        安全
-application = アプリケーション
    .also = アプリ
-privacy = プライバシー
-privacy-policy = プライバシーポリシー
-anonymity = 匿名性
    .also = 匿名
-internet-service-provider = インターネットサービスプロバイダ
    .also =
        インターネットサービスプロバイダー
        プロバイダ
        ISP
-ip-address = IPアドレス
    .also = IP アドレス
-internet-traffic = インターネットトラフィック
    .also =
        インターネット通信
        インターネットの通信
-vpn-provider = VPNプロバイダー
    .also =
        VPNプロバイダ
        VPN プロバイダー
        VPN事業者
-account = アカウント
-email-address = メールアドレス
-hardware = ハードウェア
-firmware = ファームウェア
-router = ルーター
    .also = ルータ
-cryptocurrency = 暗号通貨
    .also =
        暗号資産
        仮想通貨
-private-key = 秘密鍵
    .also = プライベートキー
-wallet = ウォレット
    .also = 財布
-blockchain = ブロックチェーン
-transaction = 取引
    .also = トランザクション
-gift-card = ギフトカード
-prepaid-card = プリペイドカード
-cash = 現金
-payment-method = 支払い方法
    .also =
        決済方法
        支払方法
-mass-surveillance = 大規模監視
    .also = 大量監視
-multi-factor-authentication = 多要素認証
    .also = 多段階認証
-search-engine = 検索エンジン
-end-to-end-encryption = エンドツーエンド暗号化
    .also =
        エンドツーエンドの暗号化
        E2EE
-source-code = ソースコード
-audit = 監査
-conflict-of-interest = 利益相反
-identity-theft = なりすまし
    .also = 個人情報の盗難
-search-bar = 検索バー
-static-site = 静的サイト
    .also = 静的ウェブサイト
-dynamic-route = 動的ルート
    .also = 動的ルーティング
-named-slot = 名前付きスロット
-slot = スロット
-html-element = HTML要素
    .also = HTML 要素
-attribute = 属性
    .also = アトリビュート
-child-element = 子要素
-code-fence = コードフェンス
-client-side = クライアントサイド
    .also = クライアント側
-server-side = サーバーサイド
    .also =
        サーバー側
        サーバサイド
-error-page = エラーページ
-blog-post = ブログ記事
    .also =
        ブログ投稿
        ブログポスト
        ブログの記事
        ブログの投稿
-font-file = フォントファイル
-font-family = フォントファミリー
    .also = フォントファミリ
-project-root = プロジェクトルート
    .also = プロジェクトのルート
-weakness = 弱点
    .also = 脆弱性
-misconfiguration = 設定ミス
    .also = 設定の不備
-software-supply-chain = サプライチェーン
-patch = パッチ
-penetration-testing = ペネトレーションテスト
    .also = 侵入テスト
-audit-trail = 監査証跡
-data-integrity = データの整合性
    .also =
        データ整合性
        データの完全性
-insecure-design = 安全が確認されない不安な設計
    .also = 安全でない設計
-best-practice = ベストプラクティス
-key-value-pair = キーと値のペア
    .also = キーバリューペア
-spread-syntax = スプレッド構文
-destructuring = 分割代入
-data-collection = データ収集
    .also = データの収集
-incidence-rate = 発生率
-user-input = ユーザー入力
    .also =
        ユーザ入力
        ユーザーの入力
-virtual-environment = 仮想環境
-face-authentication = 顔認証
-hardware-key = ハードウェアキー
    .also =
        セキュリティキー
        ハードウェアセキュリティキー
-identity-verification = 本人確認
    .also = 身元確認
-newcomer = 新規参入者
    .also =
        新参者
        初心者
        新人
-email = メール
    .also =
        電子メール
        Eメール
-mailing-list = メーリングリスト
-conference = カンファレンス
    .also = 会議
-workflow = ワークフロー
-search-text = 検索テキスト
-component-hierarchy = コンポーネント階層
    .also = コンポーネントの階層
-variable-font = バリアブルフォント
    .also = 可変フォント
