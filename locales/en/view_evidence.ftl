view-evidence-of-task = NV { $number }
view-evidence-of-indicator = CT { $number }
view-evidence-unknown-task = The plan has no task number { $number }. Tasks are numbered from 1 to { $last }.
view-evidence-unknown-indicator = The plan has no indicator number { $number }. Indicators are numbered from 1 to { $last }.
view-evidence-which = The evidence on which task? For an indicator, type as in "evidence ct 3".
view-evidence-nothing = No report on a task that you may see has a file attached yet. For an indicator, type as in "evidence ct 3".
view-evidence-none = { $subject }: no report has a file attached yet.
view-evidence-hidden = The evidence on { $subject } can be seen by the reporting agency, the focal agency and leaders only.
view-evidence-no-place = { $subject } has no file { $place }; its files are numbered from 1 to { $count }.
view-evidence-file = { $subject } has { $count } files as evidence. Which one?
view-evidence-more = The file "{ $sent }" follows this message. { $subject } has { $count } files; which one next?
view-evidence-file-label = { $name } ({ $agency }, { DAY($day) })
view-evidence-file-line = file { $place }: { $name } ({ $agency }, { DAY($day) })
view-evidence-listed =
    { $subject } has { $count } files as evidence:
    { $files }
    To see one, type its number with the task or indicator, as in "file 1 nv 9".
view-evidence-caption = { $subject }, report of { DAY($day) } (code { $code }) by { $agency }: { $name }
view-evidence-linked = Open the file by the link below (for 30 minutes; do not pass it on):
view-evidence-unsent = The file "{ $name }" ({ $size } MB) cannot be sent on this channel. To see it on another, type "/toi" and connect a further account.
view-evidence-missing = The file "{ $name }" can no longer be read on the server. Please have { $agency } send it again, or the administrator bring it back from a backup.
view-evidence-pending = The file "{ $name }" of { $agency } (report of { DAY($day) }) is still on its way to the server. Please look again later.
view-evidence-lost = The file "{ $name }" of { $agency } (report of { DAY($day) }) never reached the server. Please have { $agency } send it again.
view-evidence-closed = This file cannot be seen any more: the report was withdrawn, or you may not see it.
evidence-button = See the evidence ({ $count } files)
