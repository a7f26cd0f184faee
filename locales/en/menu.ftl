menu-reporter =
    <b>{ $name }</b>, { $agency }. You can type:
    • "report": report a task step by step
    • "nv 9 in progress 60%, waiting for appraisal": report in one sentence
    • "the rest unchanged": report the remaining tasks of this period
    • "tasks": your agency's tasks; "detail 9": one task
    • "tasks due in 2025 for Sở Xây dựng": ask
    • "withdraw": withdraw the report just sent; "/toi": my details
    While answering a question: "back", "skip", "cancel".
menu-watcher =
    <b>{ $name }</b>, { $agency }. You can ask:
    • "tasks due in 2025 for Sở Xây dựng"
    • "which tasks are overdue", "who has not reported"
    • "detail 9": one task
    • "/toi": my details
