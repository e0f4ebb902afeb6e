"""The 14 colour spaces of the Design Tokens format, and the way from each to sRGB.

Conversions, white points and matrices: CSS Color Module Level 4, sections 10 and 19
(https://www.w3.org/TR/css-color-4/#color-conversion-code).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Vector: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Vector, Vector, Vector]
Limits: TypeAlias = tuple[float, float]

_UNIT: Limits = (0, 1)
_PERCENT: Limits = (0, 100)
_HUE: Limits = (0, 360)
_CHROMA: Limits = (0, math.inf)
_ANY: Limits = (-math.inf, math.inf)

SPACES: dict[str, tuple[Limits, Limits, Limits]] = {
    "srgb": (_UNIT, _UNIT, _UNIT),
    "srgb-linear": (_UNIT, _UNIT, _UNIT),
    "hsl": (_HUE, _PERCENT, _PERCENT),
    "hwb": (_HUE, _PERCENT, _PERCENT),
    "lab": (_PERCENT, _ANY, _ANY),
    "lch": (_PERCENT, _CHROMA, _HUE),
    "oklab": (_UNIT, _ANY, _ANY),
    "oklch": (_UNIT, _CHROMA, _HUE),
    "display-p3": (_UNIT, _UNIT, _UNIT),
    "a98-rgb": (_UNIT, _UNIT, _UNIT),
    "prophoto-rgb": (_UNIT, _UNIT, _UNIT),
    "rec2020": (_UNIT, _UNIT, _UNIT),
    "xyz-d65": (_UNIT, _UNIT, _UNIT),
    "xyz-d50": (_UNIT, _UNIT, _UNIT),
}
"""Every colour space with the least and the most each of its components can be; a hue stays below 360."""


def linear_of(space: str, components: Vector) -> Vector:
    """A colour of a space in sRGB before its transfer function; a channel outside 0 to 1 is outside its gamut."""
    return _TO_LINEAR[space](components)


def oklab_of(srgb: Vector) -> Vector:
    """An sRGB colour in OKLab, where distances are differences that people see."""
    light = _times(_XYZ_TO_LMS, _times(_SRGB_TO_XYZ, _each(decoded, srgb)))
    return _times(_LMS_TO_OKLAB, _each(math.cbrt, light))


def decoded(channel: float) -> float:
    """The light of an sRGB channel."""
    size = abs(channel)
    return math.copysign(size / 12.92 if size <= 0.04045 else ((size + 0.055) / 1.055) ** 2.4, channel)


def encoded(light: float) -> float:
    """The sRGB channel of a light."""
    size = abs(light)
    return math.copysign(size * 12.92 if size <= 0.0031308 else 1.055 * size ** (1 / 2.4) - 0.055, light)


def _prophoto(channel: float) -> float:
    size = abs(channel)
    return math.copysign(size / 16 if size <= 16 / 512 else size**1.8, channel)


def _rec2020(channel: float) -> float:
    alpha, beta = 1.09929682680944, 0.018053968510807
    size = abs(channel)
    return math.copysign(size / 4.5 if size < beta * 4.5 else ((size + alpha - 1) / alpha) ** (1 / 0.45), channel)


def _a98(channel: float) -> float:
    return math.copysign(abs(channel) ** (563 / 256), channel)


def _each(change: Callable[[float], float], vector: Vector) -> Vector:
    return change(vector[0]), change(vector[1]), change(vector[2])


def _times(matrix: Matrix, vector: Vector) -> Vector:
    first, second, third = (math.fsum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _from_xyz(xyz: Vector) -> Vector:
    return _times(_XYZ_TO_SRGB, xyz)


def _from_d50(xyz: Vector) -> Vector:
    return _from_xyz(_times(_D50_TO_D65, xyz))


def _rgb(matrix: Matrix, decoded: Callable[[float], float]) -> Callable[[Vector], Vector]:
    return lambda channels: _from_xyz(_times(matrix, _each(decoded, channels)))


def _from_hsl(hsl: Vector) -> Vector:
    return _each(decoded, _hsl_to_srgb(hsl))


def _hsl_to_srgb(hsl: Vector) -> Vector:
    hue, saturation, lightness = hsl[0], hsl[1] / 100, hsl[2] / 100
    reach = saturation * min(lightness, 1 - lightness)

    def channel(offset: int) -> float:
        turn = (offset + hue / 30) % 12
        return lightness - reach * max(-1, min(turn - 3, 9 - turn, 1))

    return channel(0), channel(8), channel(4)


def _from_hwb(hwb: Vector) -> Vector:
    hue, white, black = hwb[0], hwb[1] / 100, hwb[2] / 100
    if white + black >= 1:
        gray = white / (white + black)
        return _each(decoded, (gray, gray, gray))
    pure = _hsl_to_srgb((hue, 100, 50))
    return _each(lambda channel: decoded(channel * (1 - white - black) + white), pure)


def _from_lab(lab: Vector) -> Vector:
    middle = (lab[0] + 16) / 116
    x, z = middle + lab[1] / 500, middle - lab[2] / 200
    kappa, epsilon = 24389 / 27, 216 / 24389
    y = middle**3 if lab[0] > kappa * epsilon else lab[0] / kappa
    x, z = (part**3 if part**3 > epsilon else (116 * part - 16) / kappa for part in (x, z))
    return _from_d50((x * _D50[0], y * _D50[1], z * _D50[2]))


def _from_oklab(lab: Vector) -> Vector:
    return _from_xyz(_times(_LMS_TO_XYZ, _each(lambda part: part**3, _times(_OKLAB_TO_LMS, lab))))


def _polar(from_lab: Callable[[Vector], Vector]) -> Callable[[Vector], Vector]:
    def convert(lch: Vector) -> Vector:
        hue = math.radians(lch[2])
        return from_lab((lch[0], lch[1] * math.cos(hue), lch[1] * math.sin(hue)))

    return convert


_D50: Vector = (0.3457 / 0.3585, 1.0, (1 - 0.3457 - 0.3585) / 0.3585)
_D50_TO_D65: Matrix = (
    (0.955473421488075, -0.02309845494876471, 0.06325924320057072),
    (-0.0283697093338637, 1.0099953980813041, 0.021041441191917323),
    (0.012314014864481998, -0.020507649298898964, 1.330365926242124),
)
_SRGB_TO_XYZ: Matrix = (
    (506752 / 1228815, 87881 / 245763, 12673 / 70218),
    (87098 / 409605, 175762 / 245763, 12673 / 175545),
    (7918 / 409605, 87881 / 737289, 1001167 / 1053270),
)
_XYZ_TO_SRGB: Matrix = (
    (12831 / 3959, -329 / 214, -1974 / 3959),
    (-851781 / 878810, 1648619 / 878810, 36519 / 878810),
    (705 / 12673, -2585 / 12673, 705 / 667),
)
_P3_TO_XYZ: Matrix = (
    (608311 / 1250200, 189793 / 714400, 198249 / 1000160),
    (35783 / 156275, 247089 / 357200, 198249 / 2500400),
    (0.0, 32229 / 714400, 5220557 / 5000800),
)
_A98_TO_XYZ: Matrix = (
    (573536 / 994567, 263643 / 1420810, 187206 / 994567),
    (591459 / 1989134, 6239551 / 9945670, 374412 / 4972835),
    (53769 / 1989134, 351524 / 4972835, 4929758 / 4972835),
)
_REC2020_TO_XYZ: Matrix = (
    (63426534 / 99577255, 20160776 / 139408157, 47086771 / 278816314),
    (26158966 / 99577255, 472592308 / 697040785, 8267143 / 139408157),
    (0.0, 19567812 / 697040785, 295819943 / 278816314),
)
_PROPHOTO_TO_XYZ_D50: Matrix = (
    (0.79776664490064230, 0.13518129740053308, 0.03134773412839220),
    (0.28807482881940130, 0.71183523424187300, 0.00008993693872564),
    (0.0, 0.0, 0.82510460251046020),
)
_OKLAB_TO_LMS: Matrix = (
    (1.0, 0.3963377773761749, 0.2158037573099136),
    (1.0, -0.1055613458156586, -0.0638541728258133),
    (1.0, -0.0894841775298119, -1.2914855480194092),
)
_LMS_TO_OKLAB: Matrix = (
    (0.2104542683093140, 0.7936177747023054, -0.0040720430116193),
    (1.9779985324311684, -2.4285922420485799, 0.4505937096174110),
    (0.0259040424655478, 0.7827717124575296, -0.8086757549230774),
)
_LMS_TO_XYZ: Matrix = (
    (1.2268798758459243, -0.5578149944602171, 0.2813910456659647),
    (-0.0405757452148008, 1.1122868032803170, -0.0717110580655164),
    (-0.0763729366746601, -0.4214933324022432, 1.5869240198367816),
)
_XYZ_TO_LMS: Matrix = (
    (0.8190224379967030, 0.3619062600528904, -0.1288737815209879),
    (0.0329836539323885, 0.9292868615863434, 0.0361446663506424),
    (0.0481771893596242, 0.2642395317527308, 0.6335478284694309),
)

_TO_LINEAR: dict[str, Callable[[Vector], Vector]] = {
    "srgb": lambda channels: _each(decoded, channels),
    "srgb-linear": lambda channels: channels,
    "hsl": _from_hsl,
    "hwb": _from_hwb,
    "lab": _from_lab,
    "lch": _polar(_from_lab),
    "oklab": _from_oklab,
    "oklch": _polar(_from_oklab),
    "display-p3": _rgb(_P3_TO_XYZ, decoded),
    "a98-rgb": _rgb(_A98_TO_XYZ, _a98),
    "prophoto-rgb": lambda channels: _from_d50(_times(_PROPHOTO_TO_XYZ_D50, _each(_prophoto, channels))),
    "rec2020": _rgb(_REC2020_TO_XYZ, _rec2020),
    "xyz-d65": _from_xyz,
    "xyz-d50": _from_d50,
}
