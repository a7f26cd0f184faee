unchanged-never = Never reported before, so they cannot be reported as unchanged: { $tasks }.
unchanged-nothing = { $agency } has no more tasks to report as unchanged in this period. Type "report" to report a task.
unchanged-sure =
    Report as <b>unchanged</b> (tasks: { $count }):
    { $lines }
unchanged-line = NV { $number }: { $progress }
unchanged-line-more = and { $rest } more
unchanged-sure-send = Send the reports
unchanged-sure-drop = Cancel
unchanged-dropped = Cancelled. This is not recorded.
unchanged-receipt-one = ✅ { $count } report "no change" recorded at { TIME($time) } (lookup code { $first }).
unchanged-receipt = ✅ Recorded as unchanged at { TIME($time) }: { $count } (lookup codes { $first } to { $last }).
unchanged-filed = { $text }
