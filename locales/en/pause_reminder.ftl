pause-reminder-nothing = Nothing is being reminded of. Type "reminders" to see the list.
pause-reminder-which = Pause which reminder? Type its name, such as "{ $first }", or choose:
pause-reminder-paused =
    Paused: { $matters }. The duty to report stays; the focal agency sees that this is paused.
    To be reminded again, type "resume reminders".
