# What the dialogue engine itself says, in every talk.
engine-changed = ⚠️ Something has changed since this was last shown. Please check it again.
engine-changed-fields = ⚠️ Changed since this was last shown: { $fields }. Please check it again.
engine-pressed =
    { $text }
    » <b>{ $label }</b>
engine-not-understood =
    This was not understood. You can type:
    • "nv 9 in progress 60%": report a task
    • "tasks due in 2025 for Sở Xây dựng": ask
    • "menu": everything else
engine-choice-unknown = This choice is no longer valid.
engine-answered-already = This question has been answered. To answer the previous one again, type "back".
engine-nothing-open = Nothing is waiting to be finished. Type "menu" to see what can be done.
engine-cancelled = Cancelled. This is not recorded.
engine-first-question = This is the first question. To stop, type "cancel".
engine-cannot-skip = This question needs an answer. To stop, type "cancel".
engine-help = Answer the question below by tapping a button, typing its number or typing the answer. You can also type "back", "skip", "cancel".
engine-too-deep = Several things are still open: { $open }. Please finish them or type "cancel" before opening another.
engine-talk-lost = What you were doing cannot be continued because the system was updated. Please begin again; reports already sent are kept.
engine-resume = Unfinished since { $age } ago: { $about }.
engine-resume-go = Continue
engine-resume-drop = Drop it
engine-age-days = { $days } days
engine-age-hours = { $hours } hours
engine-question-or-answer = Is "{ $text }" the answer, or a question?
engine-meant-answer = It is the answer
engine-meant-question = It is a question
engine-which-digit = Which question does { $number } answer?
engine-file-kept = Files received for the report being made: { $count }.
engine-file-too-large = The file "{ $name }" is too large and was not accepted. Please send a smaller one.
engine-file-bad-type = The file "{ $name }" is of a kind that is not accepted. Please send a picture, PDF, Word or Excel file.
engine-file-pending = File "{ $name }" could not be fetched yet; it will be tried again by itself. No need to send it again.
engine-file-lost = File "{ $name }" could not be fetched and was not kept. Please send it again: a picture, PDF, Word or Excel file that is not too large.
engine-classified = ⚠️ This looks like a state secret and was not stored. Please delete the message you sent; never send state secrets through this channel.
engine-too-long = The message has more than { $limit } characters and was not read. Please shorten it or send it as a file.
engine-edited = Changes to a message already sent are not recorded. Please send a new message.
engine-unsupported = This kind of message cannot be handled. Please type words or send a picture.
engine-withheld =
    { $channel } does not pass files on to the system. You can:
    • type the document's number and date, as in "nv 7 done, document 3210/SXD-QHKT of 22/12/2025"
    • send a photo of the document
engine-withheld-link =
    { $channel } does not pass files on to the system. You can:
    • type the document's number and date, as in "nv 7 done, document 3210/SXD-QHKT of 22/12/2025"
    • send a photo of the document
    • send the file at { $link }
    The link is for you alone, works until { TIME($until) } and takes { $most } files.
engine-withheld-again = This file did not come through either. Please send it by the link you were given at { TIME($since) }; it works until { TIME($until) }.
engine-group = Please write to this account in private; nothing said in a group is recorded.
engine-apology = Your last message was not recorded because of a system error. Please send it again; if it fails again, contact the administrator.
engine-about-report-task = reporting a task
engine-about-report-indicator = reporting a figure
engine-about-report-task-of = report on task { $number }
engine-about-report-indicator-of = report on indicator { $number }
engine-about-report-unclear = choosing what to report
engine-about-unchanged = reporting tasks as unchanged
engine-about-extend = requesting an extension
engine-about-extension = deciding on an extension
engine-about-withdraw = withdrawing a report
engine-about-pause-reminder = pausing a reminder
engine-about-resume-reminder = resuming a reminder
engine-about-say-of-obstacle = an obstacle
engine-about-tell-obstacle = telling an obstacle
engine-about-urge = urging
engine-about-assign = assigning a lead
engine-about-roster-add = adding somebody
engine-about-roster-find = finding somebody
engine-about-roster-person = keeping the roster
engine-about-switch-agency = switching the agency
engine-about-attach = attaching a file
engine-about-join = joining
engine-about-me = signing out
engine-about-consent = the notice on personal data
engine-about-my-data = a request about my data
engine-about-data-request = answering a request about personal data
gone = What you chose is no longer available. Please choose again.
engine-bare-number = No question is waiting. To see or report task { $number }, type "NV { $number }".
engine-digit-newest = { $question } (just asked)
engine-digit-older = { $question } (asked before)
engine-too-early = { $number } was sent before the question below was asked and has not been taken as an answer.
engine-cancelled-already = This was cancelled. To report again, type "report".
engine-cancelled-files = The files you sent are not attached to any report; to attach them later, send "attach".
engine-caption-unread = The words sent with the file, "{ $text }", were not understood as a report and are not recorded.
