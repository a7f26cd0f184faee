ask-tasks =
    Asked for: { $reading }. Tasks found: { $count }
    { $tasks }
    { $also }
ask-tasks-none =
    Asked for: { $reading }. There is no such task.
    { $also }
ask-count =
    Asked for: { $reading }. Tasks found: <b>{ $count }</b> ({ $numbers }).
    { $also }
ask-and-more = { $named } and { $rest } more
ask-coordinated = { $agency } coordinates: { $tasks }.
ask-coordinated-many = { $agency } coordinates { $count } tasks: { $tasks }.
ask-coordinated-task = NV { $number } (led by { $lead })
ask-coordinated-unled = NV { $number }
ask-unknown-agency = Plan { $plan } gives no task or indicator to "{ $name }".
ask-ambiguous = "{ $said }" can be several agencies. Which one do you mean?
ask-ambiguous-indicator = "{ $said }" can be several indicators. Which one do you mean?
ask-indicator-label = Indicator { $number } { $short }
ask-renamed = { $agencies }
ask-renamed-now = { $agency }, since { DAY($day) } { $now }.
ask-renamed-ended = { $agency } ended on { DAY($day) }.
ask-as-of = as of { DAY($day) }
ask-not-as-of = This is answered as of today only. As of { DAY($day) } you can ask: "overdue tasks as of { DAY($day) }", "detail 8 as of { DAY($day) }", "summary as of { DAY($day) }".
ask-impossible-day = No calendar has the day { $said }. Please check the day to ask about, for example: "overdue tasks as of 31/12/2025".
ask-as-of-future = { DAY($day) } is still to come. Ask about a day that is over, for example "overdue tasks as of 31/12/2025".
ask-own-only = You may only see the progress of { $agency }; what follows holds only the part of this agency.
ask-not-allowed = Only leaders and the focal agency may see the progress of other agencies. You can ask for the content, the deadlines and the lead agencies of tasks.
ask-out-of-scope = Only questions on the tasks, indicators and reports of Plan { $plan } are answered here. For example: "tasks due in 2025 for Sở Xây dựng".
ask-unanswered = That question could not be answered. Try a more specific one, for example "overdue tasks" or "detail 9".
ask-thanks = Thank you. Type "menu" to see what can be done.
ask-greeting = Good day. Type "menu" to see what can be done.
ask-and = and
ask-or = or
ask-all-tasks = all tasks
ask-numbers = { $numbers }
ask-part-lead = led by { $agency }
ask-part-coordinate = coordinated by { $agency }
ask-part-involved = involving { $agency }
ask-alone = { $agency } alone
ask-named = { $agency } (by name)
ask-no-lead = no lead agency stated in the Plan
ask-due-year = due in { $year }
ask-due-between = due from { DAY($first) } to { DAY($last) }
ask-due-from = due from { DAY($first) } on
ask-due-until = due up to { DAY($last) }
ask-carried-out = carried out { $years }
ask-starts = starting { $years }
ask-timing = timing in the Plan: { $years }
ask-years-one = in { $year }
ask-years-between = { $first }-{ $last }
ask-years-from = from { $first } on
ask-years-until = up to { $last }
ask-undated-open = open timing
ask-undated-missing = no timing stated in the Plan
ask-undated-both = no fixed deadline
ask-state-done = completed
ask-state-done-in-time = completed on time
ask-state-done-late = completed late
ask-state-not-done = not completed
ask-state-in-progress = in progress
ask-state-not-started = not started
ask-state-paused = on hold
ask-state-blocked = with difficulties or obstacles
ask-state-unreported = never reported
ask-state-overdue = overdue
ask-late-over = overdue by more than { $days } days
ask-late-under = overdue by less than { $days } days
ask-state-due-soon = due soon
ask-state-in-time = in time
ask-group = group { $group }
ask-product = product: { $product }
ask-no-product = no product stated in the Plan
ask-topic = mentioning "{ $words }"
ask-indicators =
    Asked for: { $reading }.
    { $indicators }
    { $also }
ask-indicator-who = followed up by { $agency }
ask-indicator = indicator { $number } { $short }
ask-all-indicators = the Plan's indicators
ask-followed-by = followed up by { $agency }
ask-condition-reached = target reached
ask-condition-not-reached = target not reached
ask-condition-without-figure = without a figure
ask-condition-with-figure = with a figure
ask-of-year = year { $year }
ask-line-plan = ▫️ <b>NV { $number }</b> { $short }: { $lead }, { $due }
ask-line-no-lead = no lead agency stated in the Plan
ask-indicators-none =
    Asked for: { $reading }. There is no such indicator.
    { $also }
ask-indicators-count =
    Asked for: { $reading }. Indicators found: <b>{ $count }</b> ({ $numbers }).
    { $also }
ask-indicators-share = That is { $share } of the { $count } with figures.
ask-indicators-silent = Indicators without any figure yet: { $count }.
ask-indicator-figure =
    Asked for: { $reading }.
    { $figures }
ask-target-none = the Plan sets no target for { $year }; targets: { $targets }
ask-figures-not-allowed = Only leaders and the focal agency may see the figures of other agencies. You can ask for the targets.
ask-figures-own-only = You may only see the figures of { $agency }; what follows holds only the part of this agency.
ask-figureless-none = Asked for: { $reading }. There is no such agency.
ask-tasks-that = tasks { $reading }
ask-next = Go on with: { $words }
ask-next-coordinated = "including coordination"
ask-next-overdue = "only overdue"
ask-next-year = "what about { $year }?"
ask-beyond-list = The list just shown has { $count } items.
ask-figureless =
    Asked for: { $reading }.
    { $indicators }
ask-figureless-indicator = • CT { $number } { $short }: { $agencies }
ask-figureless-count =
    Asked for: { $reading }.
    <b>{ $count }</b> of { $all } agencies that report figures.
ask-figureless-more = { $agencies } and { $count } more
ask-figureless-explained = { $agency } (reason given)
ask-state-reported = reported on
ask-this-period = not reported in this period
ask-in-period = not reported for { $period }
ask-unreported-not-open = The reporting period { $period } is not open yet (it starts on { DAY($day) }), so nobody owes a report for it.
ask-unreported-no-period = The plan was issued after { $period }, so there are no reports for that period.
ask-reported-between = last reported from { DAY($first) } to { DAY($last) }
ask-reported-from = last reported from { DAY($first) } on
ask-reported-until = last reported up to { DAY($last) }
ask-condition-exceeded = target exceeded
ask-agencies-any = all agencies
ask-agencies-department = the departments
ask-agencies-district = the district committees
ask-agencies-board = the project boards
ask-agencies-other = the other provincial agencies
ask-unreported =
    Asked for: { $reading }.
    { $counts }.
    { $period }
ask-unreported-count =
    Asked for: { $reading }.
    { $counts }.
    { $period }
ask-unreported-nobody =
    Asked for: { $reading }.
    There are none.
    { $period }
ask-unreported-ever = { $agencies } with tasks without any report so far
ask-unreported-in-period = { $agencies } with tasks not reported for { $period }
ask-unreported-of = { $reading }, counting only { $tasks }
ask-unreported-agencies = Agencies: <b>{ $count }</b> ({ $parts })
ask-unreported-never = never reported: { $count }
ask-unreported-nothing = nothing reported this period: { $count }
ask-unreported-some = reported in part: { $count }
ask-unreported-agency = { $agency }: { $count } tasks
ask-unreported-agency-tasks = { $agency }: { $tasks }
ask-unreported-urge = Urge { $count } agencies
ask-unreported-period = { $period }: { $count } agencies still have tasks to report.
ask-rank =
    Asked for: { $reading }.
    { $known }
ask-rank-none = Asked for: { $reading }. There is no such task.
ask-rank-not-allowed = Only leaders and the focal agency may compare the progress of agencies. You can ask: "which agency leads the most tasks".
ask-rank-by = { $agencies }, by { $measure }, { $order } first
ask-rank-each = { $agencies } side by side, by { $measure }
ask-rank-counted = { $agencies } with tasks { $tasks }
ask-rank-number = the number of tasks { $tasks }
ask-rank-share = the share of tasks { $tasks }
ask-rank-part-lead = led
ask-rank-part-coordinate = coordinated
ask-rank-part-involved = led or coordinated
ask-rank-order-most = most
ask-rank-order-fewest = fewest
ask-rank-order-highest = highest
ask-rank-order-lowest = lowest
ask-rank-top-most = Most
ask-rank-top-fewest = Fewest
ask-rank-top-highest = Highest
ask-rank-top-lowest = Lowest
ask-rank-first = { $top }: <b>{ $agencies }</b> ({ $amount }).
ask-rank-tied = { $top }, equal ({ $amount }): <b>{ $count } agencies</b>, { $agencies }.
ask-rank-and-others = { $agencies } and { $count } more
ask-rank-amount = { $count } tasks
ask-rank-amount-of = { $count }/{ $all } tasks
ask-rank-percent = { $percent }%
ask-rank-line = { $agency }: { $count } (place { $place })
ask-rank-line-of = { $agency }: { $count }/{ $all } (place { $place })
ask-rank-line-counted = { $agency }: { $count } tasks
ask-rank-count = <b>{ $count }</b> of { $all } agencies with tasks.
ask-rank-others = { $count } more have no such task.
ask-rank-next-done = "which agency completed the most tasks"
ask-rank-next-overdue = "which agency has the most overdue tasks"
ask-rank-next-districts = "which district has the most overdue tasks"
ask-rank-targets = the indicators against their targets, { $year }, { $order } reached first
ask-overviews =
    Asked for: { $reading }.
    { $agencies }
ask-overview = • <b>{ $agency }</b>: leads { $leads }, coordinates { $coordinates }
ask-overview-states = { $counts }; of those led: completed { $done }, overdue { $overdue }, never reported { $unreported }
ask-figure-rank =
    Asked for: { $reading }.
    { $silent }
ask-figure-rank-none = Asked for: { $reading }. There is no figure yet.
ask-figure-rank-silent = { $count } agencies have no figure.
ask-figure-rank-line = { $agency }: { $figure } (place { $place })
ask-figure-rank-target = CT { $number }: { $figure }, { $share }% of the target
ask-figure-rank-target-of = CT { $number }, { $agency }: { $figure }, { $share }% of the target
ask-figure-rank-not-theirs =
    Indicator { $number } { $short } is reported by { $lead }; the Plan has no figures of { $agencies } for it.
    { $line }
ask-lookup-none = There is no report with the code { $code } that you may see.
ask-lookup-report =
    Asked for: code { $code }, a report of { $agency } on { DAY($day) }.
    <b>NV { $number }</b> { $short }: { $progress }
    { $more }
ask-lookup-document = Document: { $document }
ask-lookup-obstacle = Difficulties: { $text }
ask-lookup-figure =
    Asked for: code { $code }, a figure of { $agency } reported on { DAY($day) }.
    <b>CT { $number }</b> { $short }, year { $year }: { $figure }
ask-times =
    Asked for: { $reading }.
    { $first }
    { $second }
    Change: completed { $done }, overdue { $overdue }, reported on { $reported }.
ask-times-of = { $first } against { $second }, { $what }
ask-times-line = • When { $time } closed ({ DAY($day) }): { $numbers }
ask-times-day-line = • As of { DAY($day) }: { $numbers }
ask-times-so-far = • Until today ({ DAY($day) }), { $time } is still open: { $numbers }
ask-times-numbers = completed { $done }/{ $all }, overdue { $overdue }, reported on { $reported }
ask-times-more = { $count } more
ask-times-fewer = { $count } fewer
ask-times-same = unchanged
ask-times-month = month { $month }/{ $year }
ask-times-day = { DAY($day) }
ask-times-days = { DAY($first) } to { DAY($last) }
ask-times-ahead = This cannot be compared yet: { $time } is still to come (from { DAY($day) }). You can ask: "compare this quarter with last quarter".
ask-times-before = This cannot be compared: the plan was issued on { DAY($day) }, after { $time }, so that nothing was reported then. You can ask: "compare this quarter with last quarter".
ask-times-yearly = Figures of indicators are reported by year. You can ask: "compare indicator 6 in 2025 and 2026".
ask-times-figures =
    Asked for: { $reading }.
    { $figures }
ask-times-figure = In { $year }: { $figure }
ask-times-reached = • In { $year }: { $known }/{ $all } indicators have a figure, { $reached } have reached the target of the year
ask-unreported-year =
    Asked for: { $reading }.
    Agencies that owe reports: <b>{ $count }</b>; by period: { $periods }.
ask-unreported-year-count =
    Asked for: { $reading }.
    Agencies that owe reports: <b>{ $count }</b>; by period: { $periods }.
ask-unreported-of-period = { $period }: { $count }
ask-unreported-every-period = all { $count } periods
ask-unreported-agency-periods = { $agency }: { $periods }
