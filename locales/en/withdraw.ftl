withdraw-nothing = You sent no report within the last { $minutes } minutes that could be withdrawn. To correct one, send a new report; the latest report is the valid one.
withdraw-sure =
    Withdraw the report with code { $code }, sent at { TIME($time) }?
    NV { $number } { $short }: { $progress }
withdraw-sure-yes = Withdraw
withdraw-sure-no = Keep
withdraw-kept = The report is kept as it was.
withdraw-done = The report with code { $code } on NV { $number } has been withdrawn. The report before it, if there is one, is valid again.
