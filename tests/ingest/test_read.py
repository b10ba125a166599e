"""Sources: which files are read, in which order, and that a bad one stops no other."""

from __future__ import annotations

import hashlib
import io
import os
import random
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ingest import read
from graph.ingest.reader import LIMIT
from graph.model import Document, Skipped

from .articles import HANS, HANT, document, piped, reason


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """The working directory, with a folder of three articles and two hidden ones."""
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.txt", "news/deep/c.md", "news/.hidden.txt", "news/.git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{HANS}{name}", encoding="utf-8")
    return tmp_path


def uris(*sources: str) -> list[str]:
    return [one.uri for one in read(sources)]


def test_a_folder_is_read_sorted_without_hidden_files(folder):
    """A folder means its files and those of its subfolders, by name."""
    assert uris("news") == uris("news/") == ["news/a.txt", "news/b.txt", "news/deep/c.md"]


def test_the_order_of_the_listing_does_not_matter(folder, monkeypatch):
    """A file system that lists files in another order gives the same articles in the same order."""
    listed, expected = os.walk, list(read(["news"]))

    def shuffled(*args, **options):
        for parent, folders, names in listed(*args, **options):
            random.Random(7).shuffle(names)
            folders.reverse()
            yield parent, folders, [*names[::-1]]

    monkeypatch.setattr(os, "walk", shuffled)
    assert list(read(["news"])) == expected


def test_sources_keep_their_order_and_no_file_comes_twice(folder):
    """A file that is named, in a folder and matched by a glob is read once, at its first place."""
    (folder / "link.txt").symlink_to(folder / "news/b.txt")
    assert uris("link.txt", "news/deep", "news", "news/*.txt", "./news/a.txt") == [
        "link.txt",
        "news/deep/c.md",
        "news/a.txt",
    ]


def test_a_glob_is_expanded_sorted(folder):
    """A pattern means its files and folders, without hidden ones."""
    assert uris("news/*.txt") == ["news/a.txt", "news/b.txt"]
    assert uris("news/**/*.md") == ["news/deep/c.md"]
    assert uris("n*") == ["news/a.txt", "news/b.txt", "news/deep/c.md"]


def test_a_name_that_looks_like_a_pattern_is_a_name(folder):
    """A file whose name has brackets is found by its name."""
    Path("news/[1].txt").write_text(HANS, encoding="utf-8")
    assert uris("news/[1].txt") == ["news/[1].txt"]


def test_a_file_address_is_a_file(folder):
    """file: addresses are local."""
    assert uris((folder / "news/a.txt").as_uri()) == [(folder / "news/a.txt").as_posix()]


@pytest.mark.parametrize("source", ["none.txt", "none/", "*.none", "a\0b", "", "https://news.example.cn/1.html"])
def test_a_source_that_does_not_exist_is_an_error_at_once(folder, source):
    """A name without a file stops everything before anything is read: it is a slip of the pen."""
    with pytest.raises(InputError) as caught:
        read(["news", source])
    assert caught.value.exit_code == 2


def test_an_empty_folder_is_reported(folder):
    """A folder without files does not pass in silence."""
    Path("void").mkdir()
    assert list(read(["void"])) == [
        Skipped("void", "nothing to read in this folder; put articles there, or name another")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_in_a_folder_does_not_block(folder):
    """What is no file is passed over in a folder; a link that leads nowhere is reported."""
    os.mkfifo("news/pipe")
    Path("news/lost.txt").symlink_to("nowhere.txt")
    found = list(read(["news"]))
    assert [one.uri for one in found if isinstance(one, Skipped)] == ["news/lost.txt"]
    assert len(found) == 4


def test_a_file_that_may_not_be_read_is_skipped(folder, monkeypatch):
    """Missing permission costs that file only."""
    opened = Path.open

    def guarded(path, *args, **options):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", guarded)
    first, *others = read(["news"])
    assert first == Skipped(
        "news/a.txt", "cannot be read (Permission denied); check that it exists and its permissions"
    )
    assert all(isinstance(one, Document) for one in others)


@pytest.mark.parametrize(
    "bad", [b"", b"\0\1\2" * 99, b"%PDF-1.7 ...", b"PK\x03\x04...", b"\xff\xfe\x00", b"\xb5\xc4" * 3 + b"\xff" * 50]
)
def test_one_bad_file_among_a_hundred(folder, bad):
    """Ninety-nine articles are read whatever the hundredth is."""
    for number in range(100):
        Path(f"news/{number:03}.txt").write_bytes(bad if number == 50 else f"{number}{HANS}".encode())
    found = list(read(["news/0*.txt"]))
    assert [one.uri for one in found if isinstance(one, Skipped)] == ["news/050.txt"]
    assert sum(isinstance(one, Document) for one in found) == 99


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty; give an article with text"),
        (" \n　\r\n\ufeff".encode(), "empty; give an article with text"),
        (b"An article about a fair.", "no Chinese in it (or hardly any); give an article in Chinese"),
        ("宁港博览会闭幕".encode(), "no Chinese in it (or hardly any); give an article in Chinese"),
        (
            ("a" * 300 + "宁港水产博览会今天闭幕").encode(),
            "no Chinese in it (or hardly any); give an article in Chinese",
        ),
        ("寧港の博覧会が開幕しました。多くの企業が参加しています。".encode(), "no Chinese in it"),
        (b"%PDF-1.7\n", "a broken PDF; fetch or save it again"),
        (
            b"PK\x03\x04",
            "a ZIP archive or an office document, which is not read; unpack it, or save the document as .docx, .csv or .pdf",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an office document of the old kind, or one with a password, which is not read; save it as .docx or .csv",
        ),
        (b"{\\rtf1", "an office document of the old kind, which is not read; save it as .docx"),
        (b"\x1f\x8b\x08", "a compressed file, which is not read; unpack it"),
        (b"\x89PNG\r\n", "a picture, which is not read; give the article's text"),
        (b"\x7fELF\0\0\0", "binary, not text; save the article as .txt, .html or .jsonl"),
    ],
)
def test_what_is_no_article_says_why(data, why):
    """The reason is one line with the remedy."""
    assert reason(data).startswith(why)


def test_a_folder_passes_over_what_is_never_an_article(folder):
    """Pictures, scripts, fonts and what systems and office programs leave behind cost no word; archives do."""
    for name in (
        "a.png",
        "b.JPG",
        "c.css",
        "d.js",
        "e.woff2",
        "f.mp4",
        "Thumbs.db",
        "desktop.ini",
        "~$g.docx",
        "h.tmp",
    ):
        Path("news", name).write_bytes(b"\0\1\2")
    Path("news/__MACOSX").mkdir()
    Path("news/__MACOSX/a.txt").write_text(HANS, encoding="utf-8")
    Path("news/old.zip").write_bytes(b"PK\x03\x04")
    assert uris("news") == ["news/a.txt", "news/b.txt", "news/deep/c.md", "news/old.zip"]
    assert uris("news/*") == ["news/a.txt", "news/b.txt", "news/deep/c.md", "news/old.zip"]


def test_a_picture_that_is_named_is_reported(folder):
    """What the user names himself, by name or by a pattern that means nothing else, is not passed over in silence."""
    Path("news/a.png").write_bytes(b"\x89PNG\r\n")
    assert [type(one) for source in ("news/a.png", "news/*.png") for one in read([source])] == [Skipped, Skipped]


def test_a_folder_of_pictures_is_reported(folder):
    """Where nothing is left to read, that is said."""
    Path("pictures").mkdir()
    Path("pictures/a.png").write_bytes(b"\x89PNG\r\n")
    assert [getattr(one, "reason", "")[:15] for one in read(["pictures"])] == ["nothing to read"]


@pytest.mark.parametrize(("page", "parts"), [("p.html", "p_files"), ("p.htm", "p.files"), ("页.html", "页_files")])
def test_the_parts_of_a_saved_page_are_no_articles(folder, page, parts):
    """The folder that a browser saves beside a page is passed over, also its frames; one without its page is read."""
    Path("saved", parts).mkdir(parents=True)
    Path("saved", parts, "frame.html").write_text(f"<p>{HANS}</p>", encoding="utf-8")
    assert uris("saved") == [f"saved/{parts}/frame.html"]
    Path("saved", page).write_text(f"<p>{HANT}</p>", encoding="utf-8")
    assert uris("saved") == uris("saved/*") == uris("saved/**/*") == [f"saved/{page}"]


def test_too_large_a_file_is_skipped():
    """More than 20 MB are no article, and are not held in memory to find out."""
    stream = io.BytesIO(HANS.encode() * (LIMIT // len(HANS.encode()) + 2))
    (found,) = read(["-"], stream)
    assert getattr(found, "reason", "").startswith("larger than 20 MB; split it")


def test_plain_text_is_its_bytes():
    """The source of plain text is the text, blanks and all, and its URI the sign for standard input."""
    text = f"\n  {HANS}\n\n{HANT}\t\n"
    found = document(text)
    assert (found.source, found.uri) == (text, "-")


@pytest.mark.parametrize("name", ["a", "a.txt", "a.md", "a.log"])
def test_an_unknown_suffix_is_plain_text(folder, name):
    """A file that decodes as text is an article, whatever its suffix."""
    Path(name).write_text(HANS, encoding="utf-8")
    (found,) = read([name])
    assert getattr(found, "source", found) == HANS


def test_a_page_by_any_name_is_a_page(folder):
    """What begins like a page is read as one: tags are no text."""
    Path("a.txt").write_text(f"<!DOCTYPE html><html><body><p>{HANS}</p></body></html>", encoding="utf-8")
    (found,) = read(["a.txt"])
    assert getattr(found, "source", found) == HANS


def test_three_hundred_files_of_every_kind_come_in_one_order(folder):
    """A folder of mixed files is read in the order of their names, and what cannot be read keeps its place."""
    kinds = {
        ".txt": HANS.encode(),
        ".html": f"<p>{HANS}</p>".encode(),
        ".csv": f"text\n{HANS}\n".encode(),
        ".json": f'{{"text": "{HANS}"}}'.encode(),
        ".pdf": b"%PDF-1.4 broken",
        ".zip": b"PK\x03\x04",
    }
    Path("many").mkdir()
    for number in range(300):
        suffix = list(kinds)[number % len(kinds)]
        Path("many", f"{number:03}{suffix}").write_bytes(kinds[suffix])
    found = list(read(["many"]))
    assert [one.uri[5:8] for one in found] == [f"{number:03}" for number in range(300)]
    assert sum(isinstance(one, Skipped) for one in found) == 100


def test_standard_input_is_read_once():
    """- named twice is one source."""
    assert len(list(read(["-", "-"], io.BytesIO(HANS.encode())))) == 1


def test_the_id_is_a_hash_of_the_content(folder):
    """Sixteen digits of SHA-256 over the source and the id that was given, wherever the file lies."""
    expected = hashlib.sha256(f"{HANS}\0".encode()).hexdigest()[:16]
    Path("x.txt").write_text(HANS, encoding="utf-8")
    (found,) = read(["x.txt"])
    assert getattr(found, "id", "") == document(HANS).id == expected


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("20230906-01.txt", HANS, "2023-09-06"),
        ("20230906-01.txt", f"发布时间：2024-10-24\n{HANS}", "2024-10-24"),
        ("20230906-01.txt", f"展望2030年\n博览会今天（9月6日）闭幕。{HANS}", "2023-09-06"),
        ("a.txt", f"2023年博览会\n博览会今天（9月6日）闭幕。{HANS}", "2023-09-06"),
        ("a.txt", f"博览会今天（9月6日）闭幕。{HANS}", ""),
    ],
)
def test_the_date_of_a_file(folder, name, text, day):
    """A full date in the text goes before the file name's, and that before one put together from 今天."""
    Path(name).write_text(text, encoding="utf-8")
    (found,) = read([name])
    assert getattr(found, "published", found) == day


def test_metadata_does_not_change_the_source():
    """Title, publisher and byline are read past the pinyin, which stays in the source."""
    text = f"博覽會閉幕\n江海網(wǎng)寧港4月16日消息(記者林溪)：{HANT}"
    found = document(text)
    assert (found.title, found.publisher, found.byline) == ("博覽會閉幕", "江海網", "林溪")
    assert found.source == text


def test_nothing_named_is_nothing_read():
    """No source, no article, no error."""
    assert list(read([])) == []


def test_reading_waits_until_it_is_asked(folder):
    """Articles are read one at a time: a file that is written after the call is read as it then is."""
    found = read(["news"])
    next(found)
    Path("news/b.txt").write_text(HANT, encoding="utf-8")
    assert getattr(next(found), "source", "") == HANT


def test_records_are_sniffed_on_standard_input():
    """Standard input has no suffix: objects a line are told by how they begin."""
    assert [one.uri for one in piped(f'{{"id": "x", "text": "{HANS}"}}')] == ["-#x"]
