join-stranger = This is an internal channel. Please send the joining code given to you by your agency.
join-barred = A wrong code was entered too often. Please try again after { TIME($until) } on { DAY($until) }.
join-wrong-code = The code is wrong or no longer valid. Please check it, or contact whoever issued it.
join-full = This bot serves as many people as Zalo lets it, so you have not joined. The code still works; ask whoever gave it to you for another way.
join-full-here = This bot serves as many people as Zalo lets it. Open { $other } on Zalo and send this code there; it still works.
join-already = This account belongs to { $name } already. Type "menu" to see what can be done; to change the person, first sign out with "/toi".
join-agree =
    This code is for: <b>{ $name }</b>
    Agency: { $agency }
    Role: { $role }
    Plan: { $plan }

    { $notice }
    Do you agree?
join-agree-yes = I agree
join-agree-no = I do not agree
join-declined = Not connected, because you did not agree. The code stays valid; send it again when needed.
join-welcome-reporter =
    Connected: <b>{ $name }</b>, { $agency }.
    To begin: type "tasks" for your agency's tasks, "report" to report, "menu" for everything else.
join-welcome-watcher =
    Connected: <b>{ $name }</b>, { $agency }.
    You can ask, for example: "tasks due in 2025 for Sở Xây dựng", "which tasks are overdue", "who has not reported".
join-news = A further account was connected: { $channel }, at { TIME($at) } on { DAY($at) }. If it was not you, contact the administrator.
