attach-no-report = You filed no report in the past 30 days that files could be attached to. Please report first (send "report").
attach-no-files = No files wait to be attached. Please send a file; to see those of reports already filed, send "evidence task 9".
attach-which = Received files: { $count }. To which report do they belong?
attach-report = { $subject }, sent { DAY($day) }, code { $code }
attach-done = ✅ Attached to the report on { $subject } (lookup code { $code }). Files: { $count }.
attach-cancelled = Cancelled.
attach-task = NV { $number }
attach-figure = CT { $number } for { $year }
