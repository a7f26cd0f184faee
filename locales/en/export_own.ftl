export-own-head =
    PERSONAL DATA THAT ARE KEPT
    { $name }, { $role }, { $agency }
export-own-accounts = Messaging accounts ({ $count }):
export-own-consents = Consents to the notice on personal data ({ $count }):
export-own-consent = version { $version }, { TIME($time) } on { DAY($time) }, by { $channel }
export-own-reports = Reports and figures filed, kept as official records ({ $count }):
export-own-report = code { $code }, task { $number }
export-own-figure = code { $code }, indicator { $number }
export-own-filed = { TIME($time) } on { DAY($time) }
export-own-value = { $value }
export-own-withdrawn = withdrawn
export-own-messages = Messages that are kept ({ $count }):
export-own-message = { TIME($time) } on { DAY($time) }, { $channel }
export-own-caption = The copy of your personal data. This file is deleted after one day.
export-own-linked = Fetch the copy by the link below; do not pass the link on.
export-own-unsent = This channel sends no files. Type "/dulieu" on Telegram or in the web chat to have the copy.
export-own-missing = The copy has been deleted. For a new one, type "/dulieu".
