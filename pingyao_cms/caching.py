"""Redis where it answers, the memory of the process where it does not."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

# A server that does not answer in this time is not asked again for that time (seconds).
PATIENCE, ASKED_AGAIN = 1, 30
# Per address of a server: until when it is left alone, by the monotonic clock.
_away: dict[str, float] = {}


class Client:
    """The calls of Django's Redis client; what Redis fails to answer the memory answers.

    Nothing that stands in the cache is needed for a page, so no page waits or fails for it.
    """

    def __init__(self, servers: list[str], memory: LocMemCache, **options: Any) -> None:
        given = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE, **options}
        # Once more for a connection that was closed meanwhile, and at once.
        self.redis = RedisCacheClient(servers, retry=Retry(NoBackoff(), 1), **given)
        self.servers = ",".join(server.rpartition("@")[2] for server in servers)
        self.memory = memory

    def __getattr__(self, name: str) -> Any:
        return partial(self._ask, name)

    def _ask(self, name: str, *args: Any) -> Any:
        until = _away.get(self.servers, 0.0)
        if time.monotonic() >= until:
            try:
                answer = getattr(self.redis, name)(*args)
            except (RedisError, OSError) as error:
                if not until:
                    logger.warning(
                        "The cache at %s does not answer (%s); this process keeps its own.",
                        self.servers,
                        error,
                    )
                _away[self.servers] = time.monotonic() + ASKED_AGAIN
            else:
                if _away.pop(self.servers, None):
                    logger.info("The cache at %s answers again.", self.servers)
                return answer
        return getattr(self.memory, name)(*args)


class RedisOrMemory(RedisCache):
    """A backend for `CACHES`: Django's Redis, which the site can do without."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = Client
        options = dict(params.get("OPTIONS", {}))
        most = {"OPTIONS": {"MAX_ENTRIES": options.pop("MAX_ENTRIES", 300)}}
        memory = LocMemCache(f"{server}{self.key_prefix}", most)
        self._options = {**options, "memory": memory}
