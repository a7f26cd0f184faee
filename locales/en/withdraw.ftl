withdraw-nothing = You sent no report within the last { $minutes } minutes that could be withdrawn. To correct one, send a new report; the latest report is the valid one.
withdraw-sure =
    Withdraw the report with code { $code }, sent at { TIME($time) }?
    { $what }
withdraw-sure-yes = Withdraw
withdraw-sure-no = Keep
withdraw-kept = The report is kept as it was.
withdraw-done = The report with code { $code } on NV { $number } has been withdrawn.
withdraw-done-figure = The report with code { $code } on CT { $number } for { $year } has been withdrawn. The figure before it, if there is one, is valid again.
withdraw-task = NV { $number } { $short }: { $progress }
withdraw-figure = CT { $number } { $short } for { $year }: { $figure }
withdraw-cancelled = Cancelled. The report stands.
withdraw-valid = The report that counts now: { $progress } (reported { DAY($day) }, code { $code }).
withdraw-valid-none = There is no report on task { $number } now.
