# The command "baocao agencies": agencies that merge, split, are renamed.
cli-agencies-head = Agencies change on { DAY($day) }: { $basis }
cli-agencies-new = New agency: { $agency }
cli-agencies-ended = { $agency } ends; after it come: { $to }
cli-agencies-task = NV { $number }: { $agency } → { $to }
cli-agencies-indicator = CT { $number }: { $agency } → { $to }
cli-agencies-person = Person { $id }, { $name }: { $agency } → { $to }
cli-agencies-open = to be decided
cli-agencies-dry = Only a preview; nothing was applied.
cli-agencies-done = Applied, in effect from { DAY($day) }. Reports keep the agency that filed them.
cli-agencies-later = Noted; it will be applied on { DAY($day) }. Reports keep the agency that filed them.
cli-agencies-known = This change is noted already, in effect from { DAY($day) }.
cli-agencies-unknown = The change does not fit the plan in use: { $what }. Check the agencies' ids and the task numbers in the file.
