menu-reporter =
    <b>{ $name }</b>, { $agency }. You can type:
    • "report": report a task step by step
    • "nv { $number } in progress 60%, waiting for appraisal": report in one sentence
    • "the rest unchanged": report the remaining tasks of this period
    • "tasks": your agency's tasks; "reminders": what is due or overdue; "detail { $number }": one task
    { $questions }
    • "withdraw": withdraw the report just sent; "obstacles": tell and follow obstacles; "extend task { $number }": ask for a later deadline; "/toi": my details
    While answering a question: "back", "skip", "cancel".
menu-figures = • "indicators": your agency's indicators, report a figure
menu-question = • "tasks due in 2025 for Sở Xây dựng": ask
menu-follow-up = • "brief", "summary", "who has not reported", "waiting", "urge", "obstacles", "waiting extensions", "assign": follow the agencies up
menu-head = • "waiting": reports to confirm; "delegate": who stands in during leave
menu-coordinator =
    <b>{ $name }</b>, { $agency }. Your agency leads no task and has nothing to report. You can ask:
    • "tasks": the tasks your agency coordinates
    • "detail 9": one task
    { $more }
    • "/toi": my details
menu-measurer =
    <b>{ $name }</b>, { $agency }. You can type:
    • "indicators": your agency's indicators
    • "report indicator": report a figure step by step
    • "tasks": the tasks your agency coordinates
    { $more }
    • "withdraw": withdraw the report just sent; "/toi": my details
    While answering a question: "back", "cancel".
menu-watcher =
    <b>{ $name }</b>, { $agency }. You can ask:
    • "tasks due in 2025 for Sở Xây dựng"
    • "brief", "summary": how the whole plan stands
    • "which tasks are overdue", "who has not reported", "obstacles"
    • "which indicators have not reached their target", "who has no figures"
    • "detail 9": one task
    • "/toi": my details
menu-administrator =
    <b>{ $name }</b>, { $agency }. You can type:
    • "/quantri": people, codes, log; "/dulieu": requests about personal data
    • "tasks due in 2025 for Sở Xây dựng", "which agency leads most tasks": ask what the plan says
    • "detail 9": one task
    • "/toi": my details
    How agencies carry out the plan is followed by leaders and the focal agency.
