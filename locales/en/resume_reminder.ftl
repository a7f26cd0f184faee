resume-reminder-nothing = Nothing is paused.
resume-reminder-which = Resume which reminder? Type its name, such as "{ $first }", or choose:
resume-reminder-resumed = You will be reminded again of: { $what }.
