"""Reader and Writer: what dialogues read, and what `finish` alone may write."""

from storage.figures import FigureReader, FigureWriter
from storage.people import PeopleReader, PeopleWriter
from storage.reports import ReportReader, ReportWriter


class Reader(PeopleReader, ReportReader, FigureReader):
    """All reads of one turn, as of its moment."""


class Writer(PeopleWriter, ReportWriter, FigureWriter, Reader):
    """All writes; a dialogue names one in `finish`, nothing else may hold a Writer."""
