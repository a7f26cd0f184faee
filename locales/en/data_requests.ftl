# Requests about personal data: the list, the administrator's answer, what the person is told.
data-kind-copy = a copy of the data
data-kind-correct = correction
data-kind-delete = deletion
data-left-days = { $days } days left
data-left-hours = { $hours } hours left
data-late-days = { $days } days overdue
data-late-hours = { $hours } hours overdue
data-requests-not-yours = This list is for administrators. For your own data, type "/dulieu".
data-requests-none = No request about personal data waits for an answer.
data-requests-which = { $count } requests about personal data wait for an answer, the most urgent first. { $late }
data-requests-late = 🔴 { $count } overdue.
data-requests-line = { $code } { $kind }, { $left }: { $name }, { $agency }
data-requests-line-late = 🔴 { $code } { $kind }, { $left }: { $name }, { $agency }
data-request-not-yours = This request is answered by administrators.
data-request-answered-done = Request { $code } was carried out at { TIME($time) } on { DAY($time) }.
data-request-answered-refused = Request { $code } was refused at { TIME($time) } on { DAY($time) }.
data-request-answer =
    <b>Request { $code }: { $kind }</b>
    { $name }, { $role }, { $agency }
    { $details }
    { $how }
data-request-sent = Sent at { TIME($time) } on { DAY($time) }; to be answered before { TIME($due) } on { DAY($due) } ({ $left })
data-request-words = What it says: { $words }
data-request-extended = Extended once: { $reason }
data-request-how-copy = The program makes and sends the copy by itself; the request is open only while that has not worked.
data-request-how-correct = Change the roster first, then choose "Done".
data-request-how-delete = "Done" deletes messages and disconnects accounts; reports are kept.
data-request-answer-done = Done
data-request-answer-refuse = Refuse
data-request-answer-extend = Extend the time
data-request-reason = Why is it refused? The reason is sent to the person as you write it.
data-request-why-later = Why is more time needed? The time for the answer becomes { $days } days longer, once only.
data-request-sure = Delete the messages of { $name } and disconnect every account? Nothing brings them back; reports are kept.
data-request-sure-yes = Delete
data-request-sure-no = Not yet
data-request-kept = Request { $code } still waits for an answer.
data-request-now-later = Request { $code } may now be answered until { TIME($due) } on { DAY($due) }; the person is told.
data-request-answered = Request { $code } is answered; the person is told.
data-request-erased = The data are deleted as request { $code } asked. The person gets one last message; reports are kept.
data-request-farewell = Request { $code } was carried out: your messages are deleted, every account is disconnected. Reports that were filed are kept as official records.
data-answer-asked = Request { $code } ({ $kind }) of { TIME($time) } on { DAY($time) }
data-answer-done = ✅ { $asked }: carried out. To check, type "/dulieu".
data-answer-refused =
    { $asked }: refused.
    Reason: { $reason }
data-answer-later =
    { $asked }: more time is needed; you are answered before { TIME($due) } on { DAY($due) }.
    Reason: { $reason }
