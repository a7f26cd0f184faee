# A sentence that reports, but not clearly on one thing.
report-unclear-foreign = This is not about a task or an indicator that { $agency } leads, so it has not been recorded. Type "tasks" or "indicators" to see your agency's.
report-unclear-foreign-task = Task { $number } is led by { $leads } and is not for { $agency } to report, so it has not been recorded. To read it, type "detail { $number }".
report-unclear-nobody = an agency not yet determined
report-unclear-several = It is not clear which task this is about. Please choose the task to report first; the others can be reported afterwards.
report-unclear-unnamed = It is not clear which task this report is about.
report-unclear-foreign-indicator = The figure of CT { $number } is reported by { $leads } and is not for { $agency } to report, so it has not been recorded. To read about it, type "detail CT { $number }".
report-unclear-either = Does this report a task or an indicator? Please choose:
report-unclear-reader = Your role files no reports, so nothing was recorded. To see how the task stands, type "detail { $number }".
report-unclear-reader-topic = Reports are sent by the lead agency, so this was not recorded. To see how a task stands, ask for example "overdue tasks" or "details 9".
