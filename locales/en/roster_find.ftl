# Finding somebody on the roster.
roster-find-admin-only = The roster is kept by the administrator.
roster-find-who = Whom? Type a name, a number or an agency.
roster-find-nobody = Nobody fits "{ $words }". Type "/quantri" to look again.
roster-find-which = { $count } people fit. Which one?
roster-find-person = { $name } · { $agency } (number { $id })
roster-find-person-removed = { $name } · { $agency } (number { $id }, taken off)
