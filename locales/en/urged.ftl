urged-list =
    <b>Your report is asked for</b>, { $agency }
    { $urger } asks for the report for { $period } (by { DAY($due) }). Tasks not yet reported: { $count }
    { $tasks }
    To report at once, type "NV { $first }", or "the rest unchanged".
urged-task = • { $task }
urged-more = • and { $rest } more tasks
