# The command line: printing the plan and the roster; the words a roster file may use.
cli-plan =
    Plan { $number } of { DAY($day) }, { $issuer }
    { $title }
    Followed up by: { $focal }
    { $agencies } agencies, { $groups } groups of tasks, { $tasks } tasks, { $indicators } indicators
cli-tasks = Tasks
cli-indicators = Indicators
cli-column-number = No.
cli-column-task = Task
cli-column-lead = Lead
cli-column-deadline = Deadline
cli-column-indicator = Indicator
cli-column-unit = Unit
cli-column-id = ID
cli-column-name = Name
cli-column-role = Role
cli-column-agency = Agency
cli-column-chats = Chats connected
cli-column-code = Code good until
cli-none = not given
cli-inferred = { $lead } (read from a merged cell)
cli-due = { $timing } (due { DAY($due) })
cli-until = { DAY($until) } { TIME($until) }
cli-anomalies = Oddities: { $count }
cli-loaded = Plan loaded.
cli-unchanged = This plan was loaded already; nothing has changed.
cli-people = People
cli-words-name = name
cli-words-agency = agency
cli-words-role = role
cli-words-officer = officer, reporting officer
cli-words-head = head, head of agency
cli-words-focal = focal, focal agency
cli-words-leader = leader
cli-words-admin = admin, administrator
cli-recorded = A talk about Plan { $plan }. Put here what it is to show.
cli-changes = Changes against the plan in use: { $count }
cli-changes-dry = Only shown, not loaded.
cli-kept = { $reports } task reports and { $figures } figures are kept; { $left } of them are on tasks and indicators no longer in the plan.
cli-other-plan = The plan in use is { $plan }; another one takes its place.
cli-outdated = { $file }: the database is of an earlier version and has to be brought up to date first, and --dry-run changes nothing. Back it up (baocao backup FILE), then run the new program once.
