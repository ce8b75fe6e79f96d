"""Bytes that are no UTF-8 -> their text: the usual encodings are told apart by the words they yield.

Each is tried strictly, and the text that reads most like writing wins. Our own few lines, because the
result must not move: offsets of a stored quotation point into it, whatever a library learns later.
"""

from collections.abc import Callable
from typing import NamedTuple

from explainer.text.encoding import NotText
from explainer.text.pattern import pattern

ENOUGH = 0.7
"""Of 1: how much of a text must look like writing."""
SAMPLE = 20_000
"""Characters that are looked at; more tell nothing new."""

Judge = Callable[[str], float]

_WORD = pattern(r"[^\W\d_]+")
_STRANGE = pattern(
    r"[^\x00-\x7f\w\s“”‘’„‚«»‹›–—…•·°§€£¥©®™¿¡½¼¾×№、。「」『』（）！？：；，《》〈〉【】～ー]"
)


class Guess(NamedTuple):
    """A text and the encoding it was read in, in words for the writer."""

    text: str
    encoding: str


def guess(data: bytes) -> Guess:
    """Return the likeliest text of bytes that are no UTF-8; raises NotText where none looks like writing."""
    best, score = None, ENOUGH
    for name, codec, judge in _CANDIDATES:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        found = judge(_telling(text))
        if found > score:
            best, score = Guess(text, name), found
    if best is None:
        raise NotText("is in no encoding that is known here; open it and save it as UTF-8")
    return best


def _telling(text: str) -> str:
    """Return the lines that say something about the encoding, up to a limit."""
    lines = (line for line in text.splitlines() if not line.isascii())
    return "\n".join(lines)[:SAMPLE]


def _latin(letters: str, words: str) -> Judge:
    """Judge by the letters that some languages add to ASCII, and by their small words."""
    known, small = frozenset(letters + letters.upper()), frozenset(words.split())

    def judge(text: str) -> float:
        told = [word for word in _WORD.findall(text) if not word.isascii()]
        right = sum(_is_cased(word) and _is_latin(word, known) for word in told)
        spoken = sum(word in small for word in _WORD.findall(text.casefold()))
        return _share(right, told, text) + min(spoken, 50) / 1_000

    return judge


def _is_latin(word: str, known: frozenset[str]) -> bool:
    added = [letter for letter in word if not letter.isascii()]
    return len(added) * 2 <= len(word) + 1 and known.issuperset(added)


def _alphabet(often: str, rest: str) -> Judge:
    """Judge words of an alphabet that never mixes with ASCII; `often` are the ten letters used most."""
    known, common = frozenset(often + rest), frozenset(often)

    def judge(text: str) -> float:
        told = [word for word in _WORD.findall(text) if not word.isascii()]
        right = sum(_is_cased(word) and known.issuperset(word.lower()) for word in told)
        letters = "".join(told).lower()
        usual = sum(letter in common for letter in letters) / max(len(letters), 1)
        return _share(right, told, text) * min(1.0, 0.4 + usual)

    return judge


def _is_cased(word: str) -> bool:
    """Say whether capitals stand where they may: first, or all of them."""
    return word.islower() or word.istitle() or word.isupper() or not any(map(str.isupper, word[1:]))


def _share(right: int, told: list[str], text: str) -> float:
    """Return the share of words that are right; where no word tells, marks must be the usual ones."""
    strange = len(_STRANGE.findall(text))
    return (right + 1) / (len(told) + 1 + strange)


def _characters(is_usual: Callable[[str], bool], *, only_if: Callable[[str], bool] = bool) -> Judge:
    """Judge a script of many characters by how many are everyday ones."""

    def judge(text: str) -> float:
        told = [sign for word in _WORD.findall(text) for sign in word if not sign.isascii()]
        if not told or not only_if("".join(told)):
            return 0.0
        return _share(sum(map(is_usual, told)), told, text)

    return judge


def _level(codec: str, first: int, last: int) -> Callable[[str], bool]:
    """Return whether a character is in the everyday part of a character set, told by its first byte."""

    def is_usual(sign: str) -> bool:
        code = sign.encode(codec, "ignore")
        return len(code) == 2 and first <= code[0] <= last

    return is_usual


def _is_japanese(sign: str) -> bool:
    return "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"


def _has_kana(text: str) -> bool:
    return 6 * sum("\u3040" <= sign <= "\u30ff" for sign in text) > len(text)


def _is_hangul(sign: str) -> bool:
    return "\uac00" <= sign <= "\ud7a3"


_CYRILLIC = _alphabet("оеаинтсрвл", "бгдёжзйкмпуфхцчшщъыьэюяіїєґўјљњћђџ")
_CENTRAL = _latin(
    "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîșțşţöüäôĺľŕđ",
    "hogy az és nem egy się na jest że nie je že se v i ve pro și si și în cu",
)
_CANDIDATES: tuple[tuple[str, str, Judge], ...] = (
    (
        "Windows-1252",
        "cp1252",
        _latin(
            "äöüßéèêëàâçîïôùûœæñáíóúãõåøìòªº",
            "the and of was und der die ist le les des et de el que los da che e o",
        ),
    ),
    ("Windows-1250", "cp1250", _CENTRAL),
    ("ISO-8859-2", "iso-8859-2", _CENTRAL),
    ("Windows-1251", "cp1251", _CYRILLIC),
    ("KOI8", "koi8-u", _CYRILLIC),
    ("Windows-1254", "cp1254", _latin("çğıöşüâîi̇", "ve bir bu da de için ile")),
    ("Windows-1253", "cp1253", _alphabet("αοιετσνηρκ", "βγδζθλμξπυφχψωςάέήίόύώϊϋΐΰ")),
    ("Windows-1255", "cp1255", _alphabet("יוהלארתבמש", "גדזחטכנסעפצקךםןףץ")),
    ("Windows-1256", "cp1256", _alphabet("اليمونرتبة", "ثجحخدذزسشصضطظعغفقكهىءأإآؤئپچژگ،؛؟")),
    ("Shift-JIS", "cp932", _characters(_is_japanese, only_if=_has_kana)),
    ("EUC-JP", "euc_jp", _characters(_is_japanese, only_if=_has_kana)),
    ("EUC-KR", "cp949", _characters(_is_hangul)),
    ("GB 18030", "gb18030", _characters(_level("gb2312", 0xB0, 0xD7))),
    ("Big5", "big5", _characters(_level("big5", 0xA4, 0xC6))),
)
"""Name for people, Python's codec, and how much of a text looks like writing, of about 1."""
