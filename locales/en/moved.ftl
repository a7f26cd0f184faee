# Told to people whose agency has merged or was renamed.
moved-told =
    Since { DAY($day) }, { $agency } is { $now }.
    You go on reporting for { $now }; the reports already sent are kept.
    To see the tasks: type "tasks".
