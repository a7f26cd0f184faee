"""What a user can mend, as a text of the locales and its facts: said in the user's language."""

from dialogue.texts import Texts


class UserError(Exception):
    """What the user asked for cannot be done; the text says why and what to do instead.

    A fact may be a UserError itself: it is said within the text.
    """

    def __init__(self, text: str, /, **facts: object) -> None:
        super().__init__(text, facts)
        self.text = text
        self.facts = facts

    def told(self, texts: Texts) -> str:
        """Say it."""
        facts = {
            name: fact.told(texts) if isinstance(fact, UserError) else fact
            for name, fact in self.facts.items()
        }
        return texts.plain(self.text, **facts)
