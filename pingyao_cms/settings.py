"""All settings, read from the environment (and `.env`), safe by default.

The table of variables stands in README.md. Without `DEBUG=1` the site refuses to start
until SECRET_KEY is given: there is no default secret.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from pingyao_cms.environment import Variables, wrong

BASE_DIR = Path(__file__).resolve().parent.parent
given = Variables(BASE_DIR / ".env")

DEBUG = given.flag("DEBUG")
VAR_DIR = given.folder("VAR_DIR", BASE_DIR / "var")


def secret_key() -> str:
    """The key of the environment; in debug a fresh one, so that none is ever shared."""
    if key := given.text("SECRET_KEY"):
        return key
    if DEBUG:
        return get_random_secret_key()
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Put a long random SECRET_KEY into the environment or .env "
        "(deploy/env.example shows how), or set DEBUG=1 for development."
    )


SECRET_KEY = secret_key()
ALLOWED_HOSTS = given.names("ALLOWED_HOSTS", "127.0.0.1", "localhost", "[::1]")
CSRF_TRUSTED_ORIGINS = given.names("CSRF_TRUSTED_ORIGINS")
SITE_URL = given.text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
SITE_ID = 1

# Applications, lowest room first.
INSTALLED_APPS = [
    "departments",
    "articles",
    "projects",
    "ingest",
    "pingyao_cms.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.redirects",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "csp",
    "django_htmx",
    "django_prose_editor",
    "imagekit",
    "import_export",
    "simple_history",
    "taggit",
    "pingyao_cms.apps.SiteConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "pingyao_cms.middleware.NewsroomPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pingyao_cms.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    # Around the old addresses, which ask the database for the path.
    "pingyao_cms.middleware.NullCharacterMiddleware",
    "pingyao_cms.middleware.OldAddressMiddleware",
]

ROOT_URLCONF = "pingyao_cms.urls"
WSGI_APPLICATION = "pingyao_cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "pingyao_cms.context.site",
            ],
        },
    },
]


def database() -> dict[str, Any]:
    """DATABASE_URL, or SQLite beside the media; SQLite in WAL so that readers never wait."""
    config = given.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config.setdefault("CONN_MAX_AGE", 60)
        config.setdefault("CONN_HEALTH_CHECKS", True)
        # Compiling a query costs some hundred milliseconds; no query of ours takes that long.
        config.setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    return config


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def cache() -> dict[str, Any]:
    """CACHE_URL, or the memory of the process; Redis is done without while it is away."""
    config = given.cache("CACHE_URL", "locmemcache://")
    if config["BACKEND"].endswith("RedisCache"):
        config["BACKEND"] = "pingyao_cms.caching.RedisOrMemory"
    return config


def apart(name: str, entries: int) -> dict[str, Any]:
    """A cache like `cache()` whose entries nothing else pushes out."""
    config = cache()
    config["LOCATION"] = config.get("LOCATION") or name
    options = {**config.get("OPTIONS", {}), "MAX_ENTRIES": entries}
    return config | {"KEY_PREFIX": name, "OPTIONS": options}


CACHES = {"default": cache(), "sign_in": apart("sign-in", 20_000)}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
# So many failures of one account at one address, then a pause in seconds (attempts.py).
LOGIN_FAILURES = given.number("LOGIN_FAILURES", 5)
LOGIN_PAUSE = given.number("LOGIN_PAUSE", 15 * 60)
# Whose X-Forwarded-For is believed: gunicorn knows the same addresses by the same name.
PROXIES = given.names("FORWARDED_ALLOW_IPS", "127.0.0.1", "::1")
# Where the newsroom says so, nobody publishes what they wrote themselves.
REVIEW_BY_ANOTHER = given.flag("REVIEW_BY_ANOTHER")

# Language and time: Chinese first, the county's clock.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
# What libraries leave untranslated stands apart, where `make messages` does not sweep it out.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "libraries"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# `SITE_TODAY=2026-11-24` stops the clock for the demo, which says so on its pages.
SITE_TODAY = given.day("SITE_TODAY")

# Files. Public: static files and renditions. Private: uploads and originals, staff only.
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"


def storages() -> dict[str, Any]:
    """Local folders, or one public and one private bucket of any S3 where S3_BUCKET is given."""
    static = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if DEBUG:
        static = "django.contrib.staticfiles.storage.StaticFilesStorage"
    found: dict[str, Any] = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
        },
        "staticfiles": {"BACKEND": static},
    }
    bucket, private = given.text("S3_BUCKET"), given.text("S3_PRIVATE_BUCKET")
    if bucket and not private:
        wrong("S3_PRIVATE_BUCKET", "is not set, but S3_BUCKET is", "paper-private")
    if bucket:
        backend = "storages.backends.s3.S3Storage"
        common = {"endpoint_url": given.text("S3_ENDPOINT_URL") or None}
        found["default"] = {
            "BACKEND": backend,
            "OPTIONS": {**common, "bucket_name": bucket, "querystring_auth": False},
        }
        found["private"] = {
            "BACKEND": backend,
            "OPTIONS": {
                **common,
                "bucket_name": private,
                "default_acl": "private",
            },
        }
    return found


STORAGES = storages()
# Larger request bodies and pictures are refused with a message, before they are read whole.
UPLOAD_MAX_BYTES = given.number("UPLOAD_MAX_BYTES", 5 * 1024 * 1024)
# One upload of an issue is one page: what reading costs grows faster than the text.
UPLOAD_MAX_CHARACTERS = given.number("UPLOAD_MAX_CHARACTERS", 30_000)
UPLOAD_MAX_PIECES = given.number("UPLOAD_MAX_PIECES", 800)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Security. Behind a proxy that ends TLS set HTTPS=1: cookies, redirect and HSTS follow.
HTTPS = given.flag("HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# What browsers remember of it cannot be taken back: a day at first, this name alone, and no list
# of the browsers' makers. Other names of the county may well have no certificate.
SECURE_HSTS_SECONDS = given.number("HSTS_SECONDS", 86_400, least=0) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and given.flag("HSTS_INCLUDE_SUBDOMAINS")
SECURE_HSTS_PRELOAD = HTTPS and given.flag("HSTS_PRELOAD")
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

# Readers get the strictest policy; pingyao_cms.middleware loosens it for the admin's editor.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}
NEWSROOM_POLICY = {
    "script-src": [SELF, NONCE],
    # TipTap writes one style element, whose hash this is, and sizes columns by attribute.
    "style-src": ["'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
    "style-src-attr": ["'unsafe-inline'"],
    "frame-src": [SELF],
}

# Libraries.
# `articles.fields` asks for Pasting; its module puts a Link of ours in place of the editor's.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("newsroom/pasting.js")], "extensions": {"Pasting": html_tags([])}},
]
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_TAGS_FROM_STRING = "articles.tagging.tags_from_string"
TAGGIT_STRING_FROM_TAGS = "articles.tagging.string_from_tags"
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False
IMPORT_EXPORT_USE_TRANSACTIONS = True
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": given.level("LOG_LEVEL")},
}
