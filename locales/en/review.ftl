# Reviewing reports: the card, what waits, returns, reports on behalf of another agency.
submission-task = <b>NV { $number }</b> { $short }
submission-figure = <b>CT { $number }</b> { $short }, year { $year }
submission-document = Product: { $document }
submission-obstacle = Difficulties: { $text }
submission-files = Files attached: { $count }
submission-reporter = Reported by: { $name }, { TIME($at) } on { DAY($at) }
submission-on-behalf = Reported by: { $name } ({ $by } on behalf of { $agency }), { TIME($at) } on { DAY($at) }
submission-confirmed = Confirmed by: { $name }, on { DAY($at) }
submission-accepted = Accepted by: { $name }, on { DAY($at) }
submission-returned = Returned by: { $name }, on { DAY($at) }, reason: { $reason }
submission-deputy = { $name } (in the place of { $head })
submission-to-head = The report waits for the head of the agency to confirm it.
submission-agency-told = { $agency } has been told.
submission-agency-empty = Nobody of { $agency } has joined yet, so nobody there was told.
submission-for-period = This report on { $what } replaces the returned one of { $period }.
review-state-not-filed = not filed
review-state-awaiting-head = sent, waiting for the head to confirm it
review-state-awaiting-focal = sent, waiting for the focal agency
review-state-returned = returned for correction
review-state-approved = accepted
review-state-closed = closed
review-state-excluded = left out
names =   { $parts }
names-reporter = Reported by: { $name }
names-behalf = Reported by: { $name } ({ $by } on its behalf)
names-confirmed = confirmed by: { $name }
names-accepted = accepted by: { $name }
names-returned = returned by: { $name }, reason: { $reason }
names-alone =   Returned by: { $name }, reason: { $reason }
of-period = In { $period }: { $reported }/{ $all } have reported
of-state = { $state }: { $count }
of-states = Of these: { $states }
review-card-head = <b>Report to be confirmed</b> (code { $code })
review-card-focal = <b>Report to be reviewed</b> (code { $code })
review-card-approved = <b>Accepted report</b> (code { $code })
review-card-said = { $agency }: { $said }
review-verdict = { $card }
review-decide-approve = Accept
review-decide-confirm = Confirm
review-decide-return = Return for correction
review-decide-compare = Compare with the last one
review-compared =
    { $subject } · { $agency }
    { $both }
review-compared-now = <b>Report of { DAY($day) }</b>: { $said }
review-compared-before = <b>The one before, of { DAY($day) }</b>: { $said }
review-reason = What is to be corrected in the report on { $what }? Who reported it will be sent these words.
review-reason-help = Say what is to be corrected, such as: the document's number is missing. To stop, send "cancel".
review-cancelled = Cancelled. The report still waits.
review-done = { $text }
review-reviewed-accepted = ✅ Accepted: { $what } of { $agency } (code { $code }).
review-reviewed-confirmed = ✅ Confirmed: { $what } of { $agency } (code { $code }).
review-reviewed-returned = Returned: { $what } of { $agency } (code { $code }). It does not count until there is a new report.
review-rest = { $count } more wait: send "waiting".
review-unknown = There is no such report, or it was withdrawn. For the list, send "waiting".
review-own = The report on { $what } (code { $code }) is your own: somebody else has to review it.
review-replaced = The report on { $what } (code { $code }) was replaced by a newer one. For the list, send "waiting".
review-settled = The report on { $what } (code { $code }): { $state }. There is nothing for you to decide.
waiting-none = No report waits for you.
waiting-not-a-reviewer = Reports are reviewed by the head of the agency and by the focal agency. For your agency's own, send "tasks".
waiting-list =
    <b>{ $count } reports wait</b>
    { $lines }
    For several at once, send "approve nv 4, 9" or "approve all".
waiting-all = Approve all ({ $count })
waiting-group = { $what } ({ $count } reports)
waiting-line = • { $subject }: { $agency }, { $said }
waiting-line-few = • { $subject }: { $agencies }
waiting-line-group = • { $subject }: { $count } agencies
review-several-none = No such report waits for you.{ $rest }
review-several-none-rest = { " " }{ $count } others do: send "waiting".
review-several-missing = Not waiting: { $names }.
review-several-sure =
    Approve { $count } reports?
    { $lines }
review-several-sure-send = Approve
review-several-sure-see = Look at one
review-several-sure-drop = Cancel
review-several-which = Which report?
review-several-line = • { $what } { $agency }: { $said }
review-several-line-more = … and { $rest } more
review-several-dropped = Cancelled. The reports still wait.
review-several-cancelled = Cancelled. The reports still wait.
review-several-done = ✅ { $count } reports approved.
review-several-approved = { $text }
returned-again =
    <b>Returned for correction</b>: report { $code }
    { $subject }: { $said }
    Reason: { $reason }
    Returned by: { $name }
    It does not count until there is a new report.
returned-again-report = Report { $what } anew
reported-for-told =
    { $by } ({ $name }) has reported on behalf of { $agency } (code { $code }):
    { $subject }: { $said }
    To correct it, send a new report; the newest one is valid.
engine-about-review = reviewing a report
engine-about-review-several = approving several reports
report-for-not-focal = Only the focal agency reports on behalf of others. For a task of your own agency, send "report".
report-for-unread = It is not clear which agency "{ $words }" is.
report-for-agency = On behalf of which agency?
engine-about-report-for = a report on behalf of another agency
