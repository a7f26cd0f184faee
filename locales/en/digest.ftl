# Reminders: the daily digest and the list on demand; the lines they share.
digest-reader = Reminders are for those who report for an agency. To follow progress, type "which tasks are overdue" or "who has not reported".
digest-nothing =
    { $agency } has nothing to be reminded of now.
    { $also }
digest-list =
    <b>Reminders of { DAY($day) }</b>, { $agency }
    { $lines }
    { $how }
digest-none-due = Nothing else is due now.
digest-how = To report now, type "{ $first }".
digest-how-detail = To see each task, type "detail { $first }".
digest-how-overdue = To see these tasks, type "tasks overdue by at least { $after } days".
digest-again = Remind me tomorrow
digest-pause = Pause reminders
digest-resume = Resume reminders
digest-paused = Paused: { $matters }. To be reminded again, type "resume reminders".
due-today = ⏳ Due today: { $tasks } (due { $due })
due-left = ⏳ { $days } days left: { $tasks } (due { $due })
due-overdue = ⚠️ { $days } days overdue: { $tasks } (due { $due })
due-long-overdue = ⚠️ More than 8 weeks overdue: { $count } tasks: NV { $numbers }
due-period = ⏳ The period { $period } closes on { DAY($ends) }, { $count } tasks not reported: NV { $numbers }
due-figures = ⏳ The figures of { $period } close on { DAY($ends) }, { $count } indicators not reported: CT { $numbers }
due-rest = ▫️ The period { $period } still lacks: NV { $numbers }
escalated = ⚠️ Overdue by { $after } days or more: NV { $numbers } (the longest by { $longest } days)
escalated-all = ⚠️ Overdue by { $after } days or more: { $count } duties of { $agencies } agencies, most: { $worst }
in-agency = <b>{ $agency }</b> (to report, type "switch agency"):
in-place = <b>In place of { $person }</b> (on leave):
unreached = ▫️ Nobody can be reminded at: { $agencies }
unreached-more = { $named } and { $rest } other agencies
to-review = ▫️ Reports to review: { $count }, the oldest { $longest } days old; type "waiting"
to-review-today = ▫️ Reports to review: { $count }, sent today; type "waiting"
matter-all = All { $count }
matter-until = { $matters } until { DAY($until) }
matter-tasks = The period { $period }
matter-indicators = The figures of { $period }
matter-period = the period
pauses-seen = Reminders paused by agencies: { $pauses }.
pauses-more = and { $rest } more
pause-seen = { $agency }: { $matter } until { DAY($until) }
pauses-of-task = Reminders paused: { $pauses }
pause-of-task = { $agency } until { DAY($until) }
