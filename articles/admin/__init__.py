"""The newsroom's pages for articles, pictures, issues, sections and papers."""

from articles.admin.article import ArticleAdmin
from articles.admin.paper import IssueAdmin, NewspaperAdmin, PageAdmin, SectionAdmin
from articles.admin.photo import PhotoAdmin

__all__ = [
    "ArticleAdmin",
    "IssueAdmin",
    "NewspaperAdmin",
    "PageAdmin",
    "PhotoAdmin",
    "SectionAdmin",
]
