attach-no-report = You have filed no report within the last 30 days to attach a file to. Please report first (type "report"), then send the file.
attach-which = Received files: { $count }. To which report do they belong?
attach-report = { $subject }, sent { DAY($day) }, code { $code }
attach-done = ✅ Attached to the report on { $subject } (lookup code { $code }). Files: { $count }.
attach-cancelled = Cancelled. The file is not attached to any report.
attach-task = NV { $number }
attach-figure = CT { $number } for { $year }
