# Told to the agency that leads a task now, and to the one that did.
assigned-told = { $told }
assigned-yours = { $told }
assigned-lead = { $agency } now leads { $task }.
assigned-how = To report: type "NV { $number }". To read it: type "detail { $number }".
assigned-taken = { $task } is now led by { $agency }.
assigned-basis = By: { $basis }
assigned-report = Report NV { $number }
