report-task-none = { $agency } leads no task of the Plan and has none to report. To look something up, type a question, for example "overdue tasks".
report-task-task = Which task of { $agency } do you report? You can also type its number, for example "NV { $first }".
report-task-progress =
    { $header }
    How far has it come?
report-task-progress-choice-not-started = Not started
report-task-progress-choice-in-progress = In progress
report-task-progress-choice-done = Completed
report-task-progress-choice-paused = On hold
report-task-progress-choice-unchanged = Unchanged
report-task-stage = At what stage is the document?
report-task-stage-choice-drafting = Being drafted
report-task-stage-choice-consulting = Out for comment
report-task-stage-choice-submitted = Submitted
report-task-stage-choice-issued = Issued
report-task-stage-choice-skip = Skip
report-task-percent = About how many percent are done? Type a number, for example 60, or "skip".
report-task-obstacle =
    Difficulties or obstacles, if any? Type them, or "none".
    { $still }
report-task-obstacle-still = Open: { $labels }; "none" closes it.
report-task-no-obstacle = None
report-task-document-number =
    <b>NV { $number } { $short }</b>: completed.
    Product named by the Plan: { $product }
    Number of the document? For example: 123/QĐ-UBND.
report-task-product-unstated = not stated in the plan
report-task-no-document = No document yet
report-task-document-date = Date of the document? For example: 05/03/2026.
report-task-evidence = Send pictures or files as evidence, if any (received: { $count }). When done, choose "Continue".
report-task-evidence-skip = Continue
report-task-leftover = Not recorded: { $words }
report-task-replaced = The obstacle has changed; before, it was "{ $words }".
report-task-sure = { $card }
report-task-sure-send = Send the report
report-task-sure-change = Change
report-task-sure-drop = Cancel
report-task-dropped = Cancelled. This is not recorded.
report-task-which = What is to be changed?
report-task-field-task = Task
report-task-field-progress = Progress
report-task-field-stage = Stage of the document
report-task-field-percent = Percentage
report-task-field-obstacle = Difficulties, obstacles
report-task-field-document = Number and date of the document
report-task-field-document-number = Number of the document
report-task-field-document-date = Date of the document
report-task-field-based-on = The agency's previous report
report-task-field-evidence = Attached files
report-task-unreported = No report yet.
report-task-latest = Latest report { DAY($day) }: { $progress }
report-task-card-title = <b>Task { $number }: { $short }</b>
report-task-card-agency = { $agency } · { $deadline }
report-task-card-percent = { $progress }, about { $percent }%
report-task-card-progress = Progress: <b>{ $progress }</b>
report-task-card-progress-before = Progress: <b>{ $progress }</b> (previous report: { $before })
report-task-card-stage = Stage of the document: { $stage }
report-task-card-obstacle = Difficulties, obstacles: { $obstacle }
report-task-card-obstacle-new = Difficulties, obstacles (to be passed on to the focal agency): { $obstacle }
report-task-card-obstacles-open = Obstacles still open: { $labels } ({ $words })
report-task-card-obstacles-closed = No obstacle any more; closes { $labels } ({ $words })
report-task-card-document = Product: document { $number } of { DAY($day) }
report-task-card-document-undated = Product: document { $number }, date not given
report-task-card-underway = Document: { $number } of { DAY($day) }
report-task-card-underway-undated = Document: { $number }
report-task-card-no-document = Product: no document yet
report-task-card-files = Attached files: { $count }
report-task-filed = { $text }
report-task-receipt = ✅ Report on NV { $number } recorded at { TIME($time) } on { DAY($day) } (lookup code { $code }).
report-task-withdraw = To withdraw it (within 10 minutes), type "withdraw".
still-owed = Not yet reported for { $period }: { $count }, { $tasks }.
owed-more = { $named } and { $rest } more
owed-left-out = { $period }: your agency is left out and owes no report.
all-reported = Your agency has reported all its tasks for { $period }.
go-on = To go on, type "NV { $number }".
go-on-unchanged = To go on, type "NV { $number }", or "the rest unchanged".
report-task-card-behalf = On behalf of { $agency }, which will be told.
report-task-returned = ⚠️ Returned for correction: { $reason }
