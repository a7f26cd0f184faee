"""The dialogues, one a file, each a plain coroutine run again from its first line at every turn."""

from collections.abc import Mapping

from dialogue.runner import Dialogue
from handlers.ask import ask
from handlers.assign import assign
from handlers.assigned import assigned
from handlers.attach import attach
from handlers.brief import brief, brief_came, resume_briefs, stop_briefs
from handlers.close_period import close_period
from handlers.consent import consent
from handlers.data_answer import data_answer
from handlers.data_request import data_request, data_request_came
from handlers.data_requests import data_requests
from handlers.delegate import delegate, delegated, end_delegation
from handlers.digest import digest
from handlers.duties import duties
from handlers.exclude import exclude, excluded
from handlers.extend import extend
from handlers.extension import extension, extension_came, extension_result
from handlers.extensions import extensions
from handlers.indicator_detail import indicator_detail
from handlers.indicators import indicators
from handlers.join import join
from handlers.me import me
from handlers.menu import menu
from handlers.moved import moved
from handlers.my_data import my_data
from handlers.obstacle import obstacle
from handlers.obstacles import obstacles
from handlers.on_behalf import report_for
from handlers.pause_reminder import pause_reminder
from handlers.remind_again import remind_again
from handlers.report_indicator import report_indicator
from handlers.report_task import report_task
from handlers.report_unclear import report_unclear
from handlers.reported_for import reported_for
from handlers.resume_reminder import resume_reminder
from handlers.returned import returned
from handlers.review import review
from handlers.review_several import review_several
from handlers.roster import roster, roster_log
from handlers.roster_add import roster_add
from handlers.roster_find import roster_find
from handlers.roster_person import roster_person
from handlers.say_of_obstacle import say_of_obstacle
from handlers.summary import summary
from handlers.switch_agency import switch_agency
from handlers.task_detail import task_detail
from handlers.tell_obstacle import tell_obstacle
from handlers.unassigned import unassigned
from handlers.unchanged import unchanged
from handlers.urge import urge
from handlers.urged import urged
from handlers.urging_results import urging_results
from handlers.view_evidence import view_evidence
from handlers.waiting import waiting
from handlers.withdraw import withdraw

DIALOGUES: Mapping[str, Dialogue] = {
    "ask": ask,
    "assign": assign,
    "assigned": assigned,
    "attach": attach,
    "brief": brief,
    "brief_came": brief_came,
    "consent": consent,
    "data_answer": data_answer,
    "data_request": data_request,
    "data_request_came": data_request_came,
    "data_requests": data_requests,
    "close_period": close_period,
    "delegate": delegate,
    "delegated": delegated,
    "end_delegation": end_delegation,
    "exclude": exclude,
    "excluded": excluded,
    "digest": digest,
    "duties": duties,
    "extend": extend,
    "extension": extension,
    "extension_came": extension_came,
    "extension_result": extension_result,
    "extensions": extensions,
    "indicator_detail": indicator_detail,
    "indicators": indicators,
    "join": join,
    "me": me,
    "menu": menu,
    "moved": moved,
    "my_data": my_data,
    "obstacle": obstacle,
    "obstacles": obstacles,
    "pause_reminder": pause_reminder,
    "remind_again": remind_again,
    "report_for": report_for,
    "report_indicator": report_indicator,
    "report_task": report_task,
    "report_unclear": report_unclear,
    "roster": roster,
    "roster_add": roster_add,
    "roster_find": roster_find,
    "roster_log": roster_log,
    "roster_person": roster_person,
    "say_of_obstacle": say_of_obstacle,
    "reported_for": reported_for,
    "returned": returned,
    "review": review,
    "review_several": review_several,
    "waiting": waiting,
    "stop_briefs": stop_briefs,
    "summary": summary,
    "resume_briefs": resume_briefs,
    "resume_reminder": resume_reminder,
    "switch_agency": switch_agency,
    "task_detail": task_detail,
    "tell_obstacle": tell_obstacle,
    "unassigned": unassigned,
    "unchanged": unchanged,
    "urge": urge,
    "urged": urged,
    "urging_results": urging_results,
    "view_evidence": view_evidence,
    "withdraw": withdraw,
}
"""Every dialogue by the name it is stored under."""

TAKE_FILES = ("report_task", "report_indicator", "attach")
"""The dialogues that files are for; a file sent during another one asks for its report."""
