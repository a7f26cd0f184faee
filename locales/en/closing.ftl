# Closing a period; leaving an agency out of it, taking it back in.
figures-period = { $period } (figures of indicators)
close-period-not-focal = Periods are closed by the focal agency.
close-period-period = Which period is to be closed?
close-period-named = { $period }
close-period-closed = { $period } (version { $version } closed on { DAY($day) })
close-period-state = • { $state }: { $count } reports
close-period-left-out = { $agency } is left out: { $reason }
close-period-sure =
    <b>Close { $period }?</b>
    { $lines }
    What is sent, accepted or returned afterwards is open again until it is closed once more.
close-period-sure-send = Close
close-period-sure-drop = Cancel
close-period-dropped = Cancelled. Nothing was closed.
close-period-cancelled = Cancelled. Nothing was closed.
close-period-done = ✅ { $period } is closed, version { $version }, at { TIME($time) } on { DAY($time) }.
exclude-not-focal = Agencies are left out and taken back in by the focal agency.
exclude-nobody = There is no such agency in { $period }.
exclude-unread = It is not clear which agency "{ $words }" is.
exclude-agency = { $what }
exclude-which-out = Which agency is to be left out of { $period }?
exclude-which-in = Which agency is to be taken back into { $period }?
exclude-reason = For which reason, { $agency }?
exclude-card-out =
    <b>Leave { $agency } out of { $period }</b>
    Reason: { $reason }
    It owes no report and is not counted among those that have not reported.
exclude-card-in =
    <b>Take { $agency } back into { $period }</b>
    Reason: { $reason }
exclude-sure = { $card }
exclude-sure-send = Yes
exclude-sure-drop = Cancel
exclude-dropped = Cancelled. Nothing has changed.
exclude-cancelled = Cancelled. Nothing has changed.
exclude-done-out = ✅ { $agency } is left out of { $period } (reason: { $reason }). To take it back, send: include { $agency }.
exclude-done-figures-out = ✅ { $agency } is left out of { $period } (reason: { $reason }). To take it back, send: include { $agency } into the figures.
exclude-done-in = ✅ { $agency } is back in { $period } (reason: { $reason }).
exclude-already-out = { $agency } is left out of { $period } already.
exclude-already-in = { $agency } is not left out of { $period }.
exclude-owes-nothing = { $agency } leads no task and owes no report.
exclude-owes-no-figures = { $agency } has no indicator and owes no figure.
excluded-out = { $agency } owes no report in { $period } (left out by the focal agency, reason: { $reason }).
excluded-in = { $agency } reports in { $period } like the others (taken back in by the focal agency, reason: { $reason }).
engine-about-close-period = closing a period
engine-about-exclude = leaving an agency out
