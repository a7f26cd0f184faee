pause-reminder-nothing = Nothing is being reminded of. Type "reminders" to see the list.
pause-reminder-which = Pause which reminder? Type the task's number, such as "{ $first }", or choose:
pause-reminder-paused =
    Paused: { $what }, until { DAY($until) }. The duty to report stays; the focal agency sees that this is paused.
    To be reminded again, type "resume reminders".
