"""Prints the address of a PostgreSQL that answers and may make databases, or nothing.

DATABASE_URL first, then a local server on the standard port with the usual names.
"""

from __future__ import annotations

import getpass
import os

import psycopg2


def candidates() -> list[str]:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return [given]
    user = getpass.getuser()
    return [
        "postgres://postgres@127.0.0.1:5432/postgres",
        "postgres://postgres:postgres@127.0.0.1:5432/postgres",
        f"postgres://{user}@127.0.0.1:5432/postgres",
    ]


def answers(url: str) -> bool:
    try:
        with psycopg2.connect(url, connect_timeout=3) as connection, connection.cursor() as cursor:
            cursor.execute("select rolcreatedb from pg_roles where rolname = current_user")
            row = cursor.fetchone()
    except psycopg2.Error:
        return False
    return bool(row and row[0])


if __name__ == "__main__":
    print(next((url for url in candidates() if answers(url)), ""))
