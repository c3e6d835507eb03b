"""An IP address in, whether an import may connect to it out.

A page names its redirects, and a name may lead into the network of whoever imports it; so only addresses
of the public internet are allowed, in every form in which one of the others can be written.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Public by their range, but served by the machines of hosting companies to their own guests.
_METADATA: Final = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "192.0.0.192", "100.100.100.200")))
_NAT64: Final = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48")))
_COMPATIBLE: Final = ipaddress.IPv6Network("::/96")
# Not all versions of Python count these as not global: benchmarking, protocol assignments, old site-local.
_CLOSED: Final = tuple(
    map(
        ipaddress.ip_network,
        ("198.18.0.0/15", "192.0.0.0/24", "0.0.0.0/8", "fec0::/10", "100::/64", "5f00::/16"),
    )
)


def is_public(address: IPAddress) -> bool:
    """Whether the address, and every IPv4 address written in it, is one of the public internet."""
    return all(_is_open(one) for one in (address, *_embedded(address)))


def _is_open(address: IPAddress) -> bool:
    if address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local:
        # IPv4 addresses within IPv6 lie in blocks that are reserved or not; what they hold decides.
        return (
            isinstance(address, ipaddress.IPv6Address)
            and any(_embedded(address))
            and not address.is_multicast
        )
    if address in _METADATA or any(
        address in network for network in _CLOSED if network.version == address.version
    ):
        return False
    return address.is_global or any(_embedded(address))


def _embedded(address: IPAddress) -> Iterator[IPAddress]:
    """The IPv4 addresses that an IPv6 address carries: mapped, translated, tunnelled."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    elif address.sixtofour:
        yield address.sixtofour
    elif address.teredo:
        yield from address.teredo
    elif any(address in network for network in _NAT64) or (address in _COMPATIBLE and int(address) > 0xFFFF):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
