resume-reminder-nothing = Nothing is paused.
resume-reminder-which = Resume which reminder? Type the task's number, such as "{ $first }", or choose:
resume-reminder-resumed = You will be reminded again of: { $what }.
