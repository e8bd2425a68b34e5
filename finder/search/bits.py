"""Sets of document numbers as the bits of one integer: to join and to count 100,000 takes microseconds."""

from collections.abc import Iterable

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


class Members:
    """A set of bits to be asked for many numbers."""

    def __init__(self, bits: int) -> None:
        self._held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")

    def __contains__(self, number: int) -> bool:
        return number >> 3 < len(self._held) and bool(self._held[number >> 3] >> (number & 7) & 1)
