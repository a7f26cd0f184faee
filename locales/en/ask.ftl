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
ask-coordinated = { $agency } coordinates: { $tasks }.
ask-coordinated-task = NV { $number } (led by { $lead })
ask-coordinated-unled = NV { $number }
ask-unknown-agency = Plan { $plan } gives no task or indicator to "{ $name }".
ask-ambiguous = "{ $said }" can be several agencies. Which one do you mean?
ask-ambiguous-indicator = "{ $said }" can be several indicators. Which one do you mean?
ask-indicator-label = Indicator { $number } { $short }
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
ask-state-not-done = not completed
ask-state-in-progress = in progress
ask-state-not-started = not started
ask-state-paused = on hold
ask-state-blocked = with difficulties or obstacles
ask-state-unreported = never reported
ask-state-overdue = overdue
ask-state-due-soon = due soon
ask-state-in-time = in time
ask-this-period = in this reporting period
ask-group = group { $group }
ask-product = product: { $product }
ask-no-product = no product stated in the Plan
ask-topic = mentioning "{ $words }"
ask-indicators =
    Asked for: { $reading }.
    { $indicators }
ask-indicator-who = followed up by { $agency }
ask-indicator = indicator { $number } { $short }
ask-all-indicators = the Plan's indicators
ask-followed-by = followed up by { $agency }
ask-condition-reached = target reached
ask-condition-not-reached = target not reached
ask-condition-without-figure = without a figure
ask-condition-with-figure = with a figure
ask-of-year = year { $year }
ask-unreported =
    Looked up: agencies with tasks { $scope }.
    { $agencies }
ask-unreported-nobody = There are none.
ask-unreported-never = Never reported ({ $count }): { $agencies }.
ask-unreported-nothing = Nothing reported this period ({ $count }): { $agencies }.
ask-unreported-some = Reported in part ({ $count }): { $agencies }.
ask-unreported-agency = { $agency } ({ $count } tasks)
ask-unreported-agency-tasks = { $agency } ({ $tasks })
ask-unreported-period = { $period }: { $count } agencies still have tasks to report.
ask-scope-period = not reported for { $period }
ask-scope-ever = without any report so far
ask-line-plan = ▫️ <b>NV { $number }</b> { $short }: { $lead }, { $due }
ask-line-no-lead = no lead agency stated in the Plan
ask-indicators-none = Asked for: { $reading }. There is no such indicator.
ask-indicators-count = Asked for: { $reading }. Indicators found: <b>{ $count }</b> ({ $numbers }).
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
ask-figureless-explained = { $agency } (reason given)
