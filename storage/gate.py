"""Reader and Writer: what dialogues read, and what `finish` alone may write."""

from storage.evidence import EvidenceReader
from storage.figures import FigureWriter
from storage.history import HistoryReader
from storage.people import PeopleReader, PeopleWriter
from storage.reminders import ReminderReader, ReminderWriter
from storage.reports import ReportWriter


class Reader(PeopleReader, ReminderReader, HistoryReader, EvidenceReader):
    """All reads of one turn, as of its moment."""


class Writer(PeopleWriter, ReportWriter, FigureWriter, ReminderWriter, Reader):
    """All writes; a dialogue names one in `finish`, nothing else may hold a Writer."""
