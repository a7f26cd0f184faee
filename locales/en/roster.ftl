# /quantri: the roster and its log.
roster-admin-only = The roster is kept by the administrator.
roster-card =
    On the roster: { $people } people, { $joined } of them connected.
    To add one: type "add person NAME, AGENCY, ROLE". To find one: type "user NAME" (or a number, an agency).
roster-card-add = Add somebody
roster-card-find = Find somebody
roster-card-log = Log
roster-log-admin-only = The log of the roster is for the administrator.
roster-log-log-empty = Nothing has been noted yet.
roster-log-log =
    The log, newest first:
    { $lines }
roster-log-entry = • { TIME($time) } { DAY($time) } { $actor }{ $channel }: { $what }
roster-log-entry-channel = {" "}({ $channel })
roster-log-actor-command-line = command line
roster-log-did-added = added { $name } ({ $after })
roster-log-did-role = changed the role of { $name }: { $before } → { $after }
roster-log-did-moved = moved { $name }: { $before } → { $after }
roster-log-did-agency-added = { $name } works for { $after } too
roster-log-did-agency-removed = { $name } no longer works for { $before }
roster-log-did-switched = { $name } acts for { $after }
roster-log-did-code = issued a code for { $name }
roster-log-did-joined = { $name } joined
roster-log-did-signed-out = { $name } signed out
roster-log-did-removed = took { $name } off the roster
roster-log-did-restored = put { $name } back on the roster
