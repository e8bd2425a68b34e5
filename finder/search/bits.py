"""Sets of document numbers as the bits of one integer: to join and to count 100,000 takes microseconds."""

from collections.abc import Callable, Iterable

_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))

_FLAGS = tuple(bytes(byte >> bit & 1 for bit in range(8)) for byte in range(256))


def bits_of(numbers: Iterable[int]) -> int:
    """Return the integer that has these bits.

    >>> bin(bits_of([0, 3]))
    '0b1001'
    """
    found = list(numbers)
    if not found:
        return 0
    held = bytearray(max(found) // 8 + 1)
    for number in found:
        held[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(held, "little")


def first(count: int) -> int:
    """Return the integer that has the bits from 0 up to, not including, `count`."""
    return (1 << count) - 1


def numbers_of(bits: int) -> list[int]:
    """Return the numbers of the bits that an integer has.

    >>> numbers_of(0b1001)
    [0, 3]
    """
    held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return [place * 8 + bit for place, byte in enumerate(held) if byte for bit in _BITS[byte]]


def flags_of(bits: int) -> bytes:
    """Return a one for each bit that an integer has, and a zero for each that it has not.

    >>> flags_of(0b1001)
    b'\\x01\\x00\\x00\\x01\\x00\\x00\\x00\\x00'
    """
    held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return b"".join([_FLAGS[byte] for byte in held])


def membership(bits: int) -> Callable[[int], bool]:
    """Return what tells of a number whether an integer has that bit, for when many numbers are asked about.

    >>> [number for number in range(9) if membership(0b1001)(number)]
    [0, 3]
    """
    lowest = bits & -bits
    if (bits + lowest) & bits == 0:  # one run of bits, of which Python tells the soonest
        return range(max(0, lowest.bit_length() - 1), bits.bit_length()).__contains__
    held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return lambda number: number >> 3 < len(held) and bool(held[number >> 3] >> (number & 7) & 1)
