"""Reader and Writer: what dialogues read, and what `finish` alone may write."""

from storage.assignments import AssignmentReader, AssignmentWriter
from storage.briefs import BriefReader, BriefWriter
from storage.closing import ClosingReader, ClosingWriter
from storage.delegations import DelegationWriter
from storage.evidence import EvidenceReader
from storage.extensions import ExtensionReader, ExtensionWriter
from storage.figures import FigureWriter
from storage.history import HistoryReader
from storage.privacy import PrivacyReader, PrivacyWriter
from storage.reminders import ReminderReader, ReminderWriter
from storage.reports import ReportWriter
from storage.reviews import ReviewReader, ReviewWriter
from storage.roster import RosterReader, RosterWriter
from storage.urging import UrgingReader, UrgingWriter


class Reader(
    PrivacyReader,
    ReminderReader,
    HistoryReader,
    EvidenceReader,
    ExtensionReader,
    ClosingReader,
    UrgingReader,
    ReviewReader,
    AssignmentReader,
    RosterReader,
    BriefReader,
):
    """All reads of one turn, as of its moment."""


class Writer(
    PrivacyWriter,
    ReportWriter,
    FigureWriter,
    ReminderWriter,
    ExtensionWriter,
    ReviewWriter,
    ClosingWriter,
    DelegationWriter,
    UrgingWriter,
    AssignmentWriter,
    RosterWriter,
    BriefWriter,
    Reader,
):
    """All writes; a dialogue names one in `finish`, nothing else may hold a Writer."""
