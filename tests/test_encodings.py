"""An article is read whatever encoding it came in, and what was assumed is told."""

import pytest

from explainer.articles import article
from explainer.text.encoding import NotText

SENTENCES = {
    "fr": "Le maire a présenté mardi un projet de pont. « Nous avons été prévenus », a déclaré l’éclusière.",
    "de": "Die Bürgermeisterin erklärte, die Straße müsse bis März fertig sein. „Niemand zögert“, sagte sie.",
    "es": "El alcalde señaló que la inversión será de 3 millones. «No habrá más dilación», añadió.",
    "en": "The mayor said it plainly: “We’ll open the café in May.” She would not say more – not yet.",
    "short": "A cup of tea costs £3 at the café.",
    "pl": "Burmistrz powiedział, że most zostanie otwarty w październiku. „Nie możemy czekać”, dodał wójt.",
    "cs": "Starosta řekl, že most bude otevřen v říjnu. „Nemůžeme déle čekat,“ dodal převozník.",
    "hu": "A polgármester azt mondta, hogy a híd ősszel nyílik meg, és nem később. Sűrű köd volt.",
    "ru": "Мэр города заявил, что мост откроют в октябре. «Мы не можем больше ждать», — добавил он.",
    "ru-short": "Мост откроют в октябре.",
    "uk": "Мер міста заявив, що міст відкриють у жовтні. «Ми не можемо більше чекати», — додав він.",
    "el": "Ο δήμαρχος είπε ότι η γέφυρα θα ανοίξει τον Οκτώβριο. «Δεν περιμένουμε άλλο», πρόσθεσε.",
    "tr": "Belediye başkanı köprünün ekimde açılacağını söyledi. “Daha fazla bekleyemeyiz” diye ekledi.",
    "he": "ראש העיר אמר ביום שלישי כי הגשר ייפתח באוקטובר. איננו יכולים לחכות עוד.",
    "ar": "قال رئيس البلدية يوم الثلاثاء إن الجسر سيفتح في أكتوبر. لا يمكننا الانتظار أكثر.",
    "zh": "市长星期二表示，大桥将于十月开放。“我们不能再等了，”他说。",
    "zh-tw": "市長星期二表示，大橋將於十月開放。「我們不能再等了。」他說。",
    "ja": "市長は火曜日、橋は十月に開通すると述べた。「これ以上待てない」と語った。",
    "ko": "시장은 화요일 다리가 10월에 개통될 것이라고 말했다. “더 이상 기다릴 수 없다”고 덧붙였다.",
}
WRITTEN = [
    ("fr", "cp1252", "Windows-1252"), ("de", "cp1252", "Windows-1252"), ("es", "latin-1", "Windows-1252"),
    ("en", "cp1252", "Windows-1252"), ("short", "latin-1", "Windows-1252"), ("pl", "cp1250", "Windows-1250"),
    ("cs", "cp1250", "Windows-1250"), ("hu", "cp1250", "Windows-1250"), ("ru", "cp1251", "Windows-1251"),
    ("ru-short", "cp1251", "Windows-1251"), ("ru-short", "koi8-r", "KOI8"), ("uk", "cp1251", "Windows-1251"),
    ("el", "cp1253", "Windows-1253"), ("tr", "cp1254", "Windows-1254"), ("he", "cp1255", "Windows-1255"),
    ("ar", "cp1256", "Windows-1256"), ("zh", "gb18030", "GB 18030"), ("zh-tw", "big5", "Big5"),
    ("ja", "shift_jis", "Shift-JIS"), ("ja", "euc_jp", "EUC-JP"), ("ko", "euc_kr", "EUC-KR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "codec", "name"), WRITTEN)
def test_a_usual_encoding_is_known_by_what_it_says_and_told(language: str, codec: str, name: str) -> None:
    sentence = SENTENCES[language]
    read = article.read(sentence.encode(codec), ".txt")
    assert read.text == sentence
    assert [note for _, _, note in read.notes] == [
        f"is not UTF-8; read as {name}: look at its accented letters"
    ]


@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_is_never_taken_for_anything_else(language: str) -> None:
    assert article.read(SENTENCES[language].encode(), ".txt").text == SENTENCES[language]


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_an_editor_calls_unicode_is_read(language: str, codec: str) -> None:
    text = SENTENCES[language] + " On 3 May 2024, 12 of 40 boats came back."
    read = article.read((text + " " * (len(text) % 2)).encode(codec), ".txt").text
    assert read.removeprefix("\ufeff").rstrip() == text


def test_few_wrong_bytes_in_utf8_are_damage_and_no_other_encoding() -> None:
    data = (SENTENCES["fr"] * 20).encode() + b" caf\xe9 "
    read = article.read(data, ".txt")
    assert read.text == SENTENCES["fr"] * 20 + " caf\ufffd "
    assert read.notes[0][2] == "1 byte is not UTF-8 and cannot be read; what holds one is not quoted"


@pytest.mark.parametrize("data", [bytes(range(1, 256)) * 4, b"\xff\x01\x02" * 50, b"%PDF-1.4\n\x00\xff"])
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NotText) as caught:
        article.read(data, ".txt")
    assert str(caught.value).isprintable()
