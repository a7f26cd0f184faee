# Obstacles: the card of one; the lines that several dialogues share (vm-…).
obstacle-unknown = There is no obstacle VM { $number } that you may see.
obstacle-shown =
    { $heading }
    { $card }
obstacle-act =
    { $heading }
    { $card }
    { $how }
obstacle-act-answered = Answer
obstacle-act-replied = Reply
obstacle-act-closed = Solved, close
obstacle-act-reopened = Open again
obstacle-advice-answered = To answer, type "answer VM { $number }: your words".
obstacle-advice-replied = To reply, type "VM { $number }: your words". Solved: type "VM { $number } solved".
obstacle-advice-reopened = To open it again, type "reopen VM { $number }".
obstacle-news-told = ⚠️ New obstacle <b>{ $label }</b>, please answer:
obstacle-news-repeated = Obstacle <b>{ $label }</b> was told again:
obstacle-news-answered = Obstacle <b>{ $label }</b> was answered:
obstacle-news-replied = The agency replies on <b>{ $label }</b>:
obstacle-news-closed = ✅ Obstacle <b>{ $label }</b> is closed:
obstacle-news-reopened = ⚠️ Obstacle <b>{ $label }</b> is open again:
obstacle-news-withdrawn = Obstacle <b>{ $label }</b> was withdrawn:
vm-head = <b>{ $label }</b> · { $agency } · { $task }
vm-words = Obstacle: { $words }
vm-told = told by { $name } on { DAY($day) }
vm-said = • { DAY($day) } { $name } { $what }: { $words }
vm-done = • { DAY($day) } { $name } { $what }
vm-said-told = told
vm-said-repeated = told again
vm-said-answered = answered
vm-said-replied = replied
vm-said-closed = closed it
vm-said-reopened = opened it again
vm-said-withdrawn = withdrew the report
vm-closed = ✅ Closed on { DAY($day) }
vm-age-days = { $days } days
vm-age-today = today
vm-answered = Open ({ $age }), answered
vm-unanswered = Open ({ $age }), not answered
vm-line = ▫️ <b>{ $label }</b> ({ $age }) { $agency }, NV { $number }: { $words }
vm-line-unanswered = ⚠️ <b>{ $label }</b> ({ $age }) { $agency }, NV { $number }: { $words } (not answered)
vm-of-task = Open obstacles: { $labels }. To see one, type "VM { $first }".
vm-more = { $labels } and { $rest } more
vm-passed-on = Obstacle { $label } was passed on to the focal agency; you are told as soon as it is answered.
vm-kept = Obstacle { $label } is on the list that is followed up.
vm-closed-by-report = Closed: obstacle { $labels }.
