from articles.models.article import Article, ArticleEvent, Correction, Status
from articles.models.issue import Issue, Page
from articles.models.newspaper import Newspaper, Section
from articles.models.photo import Photo
from articles.models.stamp import Stamp

__all__ = [
    "Article",
    "ArticleEvent",
    "Correction",
    "Issue",
    "Newspaper",
    "Page",
    "Photo",
    "Section",
    "Stamp",
    "Status",
]
