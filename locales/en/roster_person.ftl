# One person of the roster.
roster-person-admin-only = The roster is kept by the administrator.
roster-person-unknown = There is nobody with the number { $id }.
roster-person-card = { $card }
roster-person-head = { $name } (number { $id })
roster-person-place = { $agency } · { $role }
roster-person-further = Works for besides: { $agencies }
roster-person-joined = { $chats } accounts connected
roster-person-not-joined = Not connected yet
roster-person-removed = Taken off the roster
roster-person-do-code = New code
roster-person-do-role = Change role
roster-person-do-move = Change agency
roster-person-do-join = Add agency
roster-person-do-leave = Drop agency
roster-person-do-remove = Take off the roster
roster-person-do-restore = Put back
roster-person-do-log = Log
roster-person-role = Which role?
roster-person-to = To which agency?
roster-person-also = For which agency besides?
roster-person-less = For which agency no longer?
roster-person-sure = { $what }
roster-person-sure-yes = Yes
roster-person-sure-no = No
roster-person-to-role = Make { $name } { $role }?
roster-person-to-move = Move { $name } to { $agency }? The reports already sent are kept.
roster-person-to-add = Have { $name } work for { $agency } too?
roster-person-to-remove = Take { $name } off the roster? All connections end at once; the reports are kept.
roster-person-to-restore = Put { $name } back on the roster?
roster-person-dropped = Nothing has changed.
roster-person-code =
    New code for { $name }: { $code }
    It is good for one join within { $days } days; the old code is void.
roster-person-role-given = ✅ { $name } is { $role } now.
roster-person-moved = ✅ { $name } belongs to { $agency }.
roster-person-namesake = { $agency } has somebody named { $name } already. Nothing has changed.
roster-person-added = ✅ { $name } works for { $agency } too, by typing "switch agency".
roster-person-lessened = ✅ { $name } no longer works for { $agency }.
roster-person-taken-off = ✅ { $name } is off the roster.
roster-person-restored =
    ✅ { $name } is back on the roster.
    Code to join with: { $code } (one join, within { $days } days)
