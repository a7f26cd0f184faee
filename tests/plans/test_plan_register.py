"""Agencies are found by their names and aliases, and every other word is accounted for."""

import pytest

from plans.register import read_register


@pytest.mark.parametrize(
    ("cell", "agencies"),
    [
        ("Sở NN&PTNT", ("so-nnptnt",)),
        ("Sở Văn hoá, Thể thao và Du lịch", ("so-vhttdl",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("so-vhttdl",)),
        ("Sở Kế hoạch & Đầu tư, Sở Nội vụ", ("so-khdt", "so-noi-vu")),
        ("Uỷ ban nhân dân các huyện, thị xã, thành phố", ("ubnd-cap-huyen",)),
        ("UBND các huyện, thị xã, thành phố Sóc Trăng", ("ubnd-cap-huyen",)),
        ("UBND thành phố Sóc Trăng", ("ubnd-tp-soc-trang",)),
        ("Ban quản lý dự án 1, Ban Quản lý dự án 2", ("ban-qlda-1", "ban-qlda-2")),
        ("UBND tỉnh", ("ubnd-tinh",)),
        ("Sở Tài chính và Sở Tư pháp", ("so-tai-chinh", "so-tu-phap")),
    ],
)
def test_every_spelling_of_the_plan_is_recognised(cell: str, agencies: tuple[str, ...]) -> None:
    """Capitals, "&" and the place of a tone mark do not matter; the longest name wins."""
    named = read_register().named_in(cell)
    assert named.agencies == agencies
    assert not named.unknown


def test_a_wrong_spelling_is_understood_and_told() -> None:
    """A misspelt agency is read as meant and reported with the name that is meant."""
    named = read_register().named_in("Sở Xây dựng, Sở tài và Môi trường")
    assert named.agencies == ("so-xay-dung", "so-tnmt")
    assert named.misspelt == (("Sở tài và Môi trường", "Sở Tài nguyên và Môi trường"),)


def test_words_that_name_nobody_known_are_not_lost() -> None:
    """What is neither an agency nor a set phrase is handed on, not dropped and not guessed."""
    named = read_register().named_in("Sở Xây dựngx, Sở Y tế, Viện Quy hoạch và các sở, ngành")
    assert named.agencies == ("so-y-te",)
    assert named.unknown == ("Sở Xây dựngx", "Viện Quy hoạch và các sở, ngành")


def test_no_spelling_belongs_to_two_agencies() -> None:
    """Full spellings are unambiguous; abbreviations may be shared and are then to be asked."""
    spellings = [
        spelling.lower()
        for agency in read_register().agencies
        for spelling in (agency.name, *agency.aliases)
    ]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("abbreviation", "owners"),
    [("TT", 3), ("CT", 2), ("NN", 2), ("SXD", 1), ("TPST", 1), ("SNNPTNT", 1)],
)
def test_ambiguous_abbreviations_stand_with_all_their_owners(
    abbreviation: str, owners: int
) -> None:
    """An abbreviation of several bodies is carried by each of them, so that it can be asked."""
    carrying = [a for a in read_register().agencies if abbreviation in a.abbreviations]
    assert len(carrying) == owners


def test_all_departments_people_ask_about_are_registered() -> None:
    """Departments that no task names are known too, and short names fit a phone."""
    agencies = {agency.id: agency for agency in read_register().agencies}
    assert {"so-tai-chinh", "so-tu-phap", "so-gddt", "so-khcn", "ubnd-tinh"} <= agencies.keys()
    assert all(len(agency.short) <= 24 for agency in agencies.values())
    assert len(agencies["ubnd-cap-huyen"].members) == 11
