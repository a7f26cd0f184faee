# The leaders' brief: weekly and when a reporting period has closed; each number opens its list.
brief-card =
    <b>{ $heading }</b>, plan { $plan }, as of { DAY($day) }
    { $total } tasks: completed <b>{ $done }</b>, in time <b>{ $in_time }</b>, overdue <b>{ $overdue }</b>, no deadline <b>{ $undated }</b>
    { $change }
    { $more }
brief-week = Weekly brief
brief-asked = Brief on the progress
brief-period = Brief on the reporting period { $period }
brief-changed-from = From { DAY($begins) } on: { $said }.
brief-new-extended = extended: { $count } ({ $tasks })
brief-worst = Most overdue tasks:
brief-none-overdue = No agency has an overdue task.
brief-missing = Reporting period { $period }: { $missing } of { $all } agencies have reports missing
brief-waiting = Open obstacles: { $obstacles } · Requests for extension that wait: { $extensions }
see-new-extended = Extended
see-unreported = Not reported
see-obstacles = Obstacles
see-extensions = Extensions
brief-how = To see a list, choose or type its name.
brief-how-stop = To see a list, choose or type its name. To have no more briefs, type "stop briefs".
brief-how-resume = To see a list, choose or type its name. To have it every week, type "resume briefs".
not-briefed = The weekly brief goes to the leaders and the head of the focal agency. To see one, type "brief" or "summary".
stop-briefs-stopped = No more weekly briefs will be sent. One can be seen at any time: type "brief". To have them again, type "resume briefs".
resume-briefs-resumed = Briefs will be sent every week and when a reporting period has closed.
