# A sentence that reports, but not clearly on one task.
report-unclear-foreign = This is not about a task that { $agency } leads, so it has not been recorded. Type "tasks" to see your agency's tasks.
report-unclear-foreign-task = Task { $number } is led by { $leads } and is not for { $agency } to report, so it has not been recorded. To read it, type "detail { $number }".
report-unclear-nobody = an agency not yet determined
report-unclear-several = One report is about one task. Please choose the task to report first; report the other one after it.
report-unclear-unnamed = It is not clear which task this report is about.
report-unclear-indicator = Figures for indicators are not taken here yet; what you sent has not been recorded. You can report a task, for example: "task 9 in progress 60%".
