"""Decide whether an import may connect to an IP address.

A page chooses its redirects, and a host's name may lead into the network of the person who imports it. So
only addresses of the public internet are allowed. Others are refused in every form that they can take.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# These lie in public ranges, but the machines of hosting companies serve them to their own guests.
_METADATA: Final = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "192.0.0.192", "100.100.100.200")))
_NAT64: Final = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48")))
_COMPATIBLE: Final = ipaddress.IPv6Network("::/96")
# Some versions of Python count these as global: benchmarking, protocol assignments, old site-local.
_CLOSED: Final = tuple(
    map(
        ipaddress.ip_network,
        ("198.18.0.0/15", "192.0.0.0/24", "0.0.0.0/8", "fec0::/10", "100::/64", "5f00::/16"),
    )
)


def is_public(address: IPAddress) -> bool:
    """Whether the address and every IPv4 address embedded in it belong to the public internet."""
    return all(_is_open(one) for one in (address, *_embedded(address)))


def _is_open(address: IPAddress) -> bool:
    if address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local:
        # Some blocks of IPv6 that embed an IPv4 address are reserved; there the embedded address decides.
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
