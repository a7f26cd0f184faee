"""The kind of a question that is answered by naming an agency."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from dialogue.kinds import Gone, Kind, Said, Unread, chosen
from dialogue.state import Offer
from dialogue.texts import Texts
from understanding.assignment_words import read_agency, says_more
from understanding.lexicon import Lexicon


class AgencyNamed(Kind[str]):
    """One of some agencies, by any name that is understood; `offered` ones can be tapped.

    Its value is the agency's id.
    """

    def __init__(
        self, lexicon: Lexicon, allowed: Collection[str], offered: Sequence[str] = ()
    ) -> None:
        self._lexicon = lexicon
        self._allowed = allowed
        self._offered = offered

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """Those that are likely, by their short names."""
        known = self._lexicon.plan.agency_by_id
        return tuple(
            Offer(key=each, label=known[each].short, number=place)
            for place, each in enumerate(self._offered, start=1)
        )

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> str:
        """Take a tap or a name; raise Unread where it names none, or may name several."""
        key = chosen(said, offers)
        if key is None and said.key is None:
            if says_more(said.text, self._lexicon, today):
                raise Unread("kind-agency-again")
            return self._named(said.text, today)
        if key is None or key not in self._allowed:
            raise Unread("kind-agency-again")
        return key

    def load(self, value: Any, today: date) -> str:
        """Return a kept id, or what words given early name."""
        if value in self._allowed:
            return str(value)
        try:
            return self._named(str(value), today)
        except Unread as unread:
            raise Gone(unread) from unread

    def dump(self, value: str) -> Any:
        """An agency is kept by its id."""
        return value

    def _named(self, text: str, today: date) -> str:
        found = read_agency(text, self._lexicon, today)
        fitting = [each for each in found if each in self._allowed]
        if len(fitting) == 1:
            return fitting[0]
        if len(fitting) > 1:
            known = self._lexicon.plan.agency_by_id
            names = ", ".join(known[each].short for each in fitting[:6])
            raise Unread("kind-agency-several", names=names)
        raise Unread("kind-agency-again")
