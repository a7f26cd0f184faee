summary-own-only = You may only see the progress of { $agency }; the figures below are its part alone.
summary-none = You may only see the progress of { $agency }, which leads no task of the plan.
summary-whole =
    <b>Summary of Plan { $plan }</b>, as of { DAY($day) }: { $total } tasks
    ✅ Completed: <b>{ $done }</b> (on time { $done_in_time }, late { $done_late }, no deadline { $done_undated })
    ▫️ Not completed, in time: <b>{ $in_time }</b>
    ⚠️ Not completed, overdue: <b>{ $overdue }</b>
    ▫️ Not completed, no deadline: <b>{ $undated }</b>
    { $change }
    To see a list, choose it or send its name, such as "overdue".
summary-of-day =
    <b>Summary of Plan { $plan }</b>, up to and including { DAY($day) }: { $total } tasks
    ✅ Completed: <b>{ $done }</b> (on time { $done_in_time }, late { $done_late }, no deadline { $done_undated })
    ▫️ Not completed, in time: <b>{ $in_time }</b>
    ⚠️ Not completed, overdue: <b>{ $overdue }</b>
    ▫️ Not completed, no deadline: <b>{ $undated }</b>
    { $change }
    To see a list, send for example "overdue tasks as of { DAY($day) }".
summary-of-future = { DAY($day) } is still to come. Ask as of a day that has passed, for example: "summary as of 31/12/2025".
changed-since = Since { DAY($since) }: { $said }.
changed-nothing = no task newly completed or newly overdue
new-done = { $count } newly completed ({ $tasks })
new-overdue = { $count } newly overdue ({ $tasks })
new-reopened = { $count } completed before and now reported as not ({ $tasks })
numbers-more = { $named } and { $rest } more
summary-by-group =
    <b>Summary by group of tasks</b>, as of { DAY($day) }:
    { $rows }
    To see a list, send the group's name, such as "group IV".
summary-by-agency =
    <b>Summary by leading agency</b>, as of { DAY($day) }, most overdue tasks first:
    { $rows }
    { $also }
summary-group-row = { $mark } <b>{ $group }</b> { $title }: { $numbers }
agency-row = { $mark } <b>{ $agency }</b>: { $numbers }
count-total = tasks { $count }
count-done = completed { $count }
count-overdue = overdue { $count }
count-in-time = in time { $count }
count-undated = no deadline { $count }
summary-shared = A task that several agencies lead is counted for each of them.
summary-unled = Not counted: { $tasks }, for which the plan names no lead.
summary-group = Group { $group }
see-done = Completed
see-done-in-time = Completed on time
see-done-late = Completed late
see-done-undated = Completed, no deadline
see-in-time = In time
see-overdue = Overdue
see-undated = No deadline
see-new-done = Newly completed
see-new-overdue = Newly overdue
see-by-group = By group
see-by-agency = By agency
summary-picture-title = Plan { $plan } by leading agency
summary-picture-note = As of { DAY($day) }. { $numbers }.
summary-picture-worst = Only the { $count } agencies with the most overdue tasks.
