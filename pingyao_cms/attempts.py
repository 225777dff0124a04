"""How often a sign-in may fail: per account and address, per account, and per address.

The counts stand in the cache, so they are common to all processes where Redis is, and each
process keeps its own where it is not. Nobody is locked out for longer than the pause.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

# How much more than one person at one machine: an account is tried from many machines, and an
# office has one address for all its people.
ACCOUNT, ADDRESS = 4, 10


def address_of(request: HttpRequest | None) -> str:
    """Where a request comes from. Only what a proxy of ours wrote last is believed."""
    if request is None:
        return ""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    if peer and not _is_proxy(peer):
        return peer
    forwarded = str(request.headers.get("X-Forwarded-For", "")).rpartition(",")[2].strip()
    return forwarded or peer


def _is_proxy(peer: str) -> bool:
    """Whether an address is one of ours: PROXIES hold addresses, networks (10.0.0.0/8), or *."""
    if {peer, "*"} & set(settings.PROXIES):
        return True
    try:
        address = ip_address(peer.removeprefix("::ffff:"))
    except ValueError:
        return False
    return any(address in network for each in settings.PROXIES for network in _networks(each))


def _networks(given: str) -> list[IPv4Network | IPv6Network]:
    try:
        return [ip_network(given, strict=False)]
    except ValueError:
        return []


@dataclass(frozen=True)
class Attempts:
    """The failures of one account at one address."""

    account: str
    address: str

    def counts(self) -> dict[str, int]:
        """The keys of the cache, and how many failures each may hold."""
        account, most = self.account.casefold(), settings.LOGIN_FAILURES
        return {
            key("both", account, self.address): most,
            key("account", account): most * ACCOUNT,
            key("address", self.address): most * ADDRESS,
        }

    def paused(self) -> bool:
        held = caches["sign_in"].get_many(self.counts())
        return any(held.get(name, 0) >= most for name, most in self.counts().items())

    def failed(self) -> None:
        """Count it; the failure that reaches a limit begins the pause."""
        kept, pause = caches["sign_in"], settings.LOGIN_PAUSE
        for name, most in self.counts().items():
            kept.add(name, 0, pause)
            try:
                reached = kept.incr(name) >= most
            except ValueError:
                # It ran out just now, or the cache went away between the two.
                kept.set(name, 1, pause)
                continue
            if reached:
                kept.touch(name, pause)

    def succeeded(self) -> None:
        """Who knows the password has made no more than slips."""
        caches["sign_in"].delete(next(iter(self.counts())))


def key(kind: str, *parts: str) -> str:
    """Names may hold anything and be of any length; keys may not."""
    return f"{kind}:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()}"
