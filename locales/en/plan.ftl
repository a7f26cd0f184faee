# Reading a plan: what is odd about it, and what is wrong with its file

plan-place = { $part ->
    [group] group { $row }
    [task] task { $row }
    [indicator] indicator { $row }
   *[plan] the plan
}
plan-cell = { $cell ->
    [number] number
    [content] content
    [lead] lead
    [coordinators] coordination
    [product] product
    [timing] timing
    [note] note
    [name] indicator
    [unit] unit
    [target] target
    [focal] focal agency
   *[other] { $cell }
}

anomaly-row-twice = Line { $line }: { plan-place } is printed twice (first at line { $text }, cut by the page), the full copy is kept.
anomaly-row-split = Line { $line }: { plan-place } is split by a page, joined with “{ $text }”.
anomaly-empty-cell = Line { $line }: { plan-place } leaves the cell “{ plan-cell }” empty.
anomaly-merged-cell = Line { $line }: { plan-place } leaves the cell “{ plan-cell }” empty, inferred from a merged cell: { $text }. Please confirm.
anomaly-misspelt-agency = Line { $line }: { plan-place }, cell “{ plan-cell }” misspells an agency: { $text }.
anomaly-unknown-agency = Line { $line }: { plan-place }, cell “{ plan-cell }” has a name that is not known: “{ $text }”. Please confirm.
anomaly-no-lead = Line { $line }: { plan-place } has no lead agency. Please confirm.
anomaly-no-timing = Line { $line }: { plan-place } states no timing.
anomaly-open-timing = Line { $line }: { plan-place } states no year of completion: “{ $text }”.
anomaly-unread-cell = Line { $line }: { plan-place }, cell “{ plan-cell }” cannot be read: “{ $text }”. Please confirm.
anomaly-unnumbered-duty = Line { $line }: { plan-place } has a common duty without a number.
anomaly-no-focal = The plan names no agency that follows it up. Please confirm.

unreadable-not-text = Line { $line }: the file is not UTF-8 text.
unreadable-no-title = The line with the kind of document (“{ $text }”) is missing.
unreadable-no-number = Line { $line }: number, date and issuer of the plan cannot be read.
unreadable-no-table = There is no table of tasks.
unreadable-columns = Line { $line }, column “{ plan-cell }”: unexpected column title (“{ $text }”).
unreadable-cell-count = Line { $line }, cell “{ plan-cell }”: the row has { $text } cells, not as many as the table has columns.
unreadable-stray-row = Line { $line }, cell “{ plan-cell }”: the row belongs to no table or task (“{ $text }”).
unreadable-row-number = Line { $line }, cell “{ plan-cell }”: the number is wrong or out of order (“{ $text }”).
unreadable-rows-differ = Line { $line }, cell “{ plan-cell }”: the row has the number of line { $text } but differs from it.
unreadable-not-yaml = Line { $line }: the YAML cannot be parsed ({ $text }).
unreadable-not-plan = The file holds no plan in the form of YAML.
unreadable-field = Line { $line }, field { plan-cell }: { $text ->
    [missing] it is missing
    [surplus] the form has no such field
    [day] not a day, write it as 2024-11-15
    [number] not a number
    [choice] none of the values to choose from
    [words] not words, put them in double quotes
    [list] not a list
   *[other] it does not fit
}.
unreadable-unknown-agency = Line { $line }, field { plan-cell }: no agency has the id “{ $text }”.
unreadable-unknown-group = Line { $line }, field { plan-cell }: there is no group of tasks “{ $text }”.
unreadable-duplicate = Line { $line }, field { plan-cell }: “{ $text }” already stands above.
unreadable-length = Line { $line }, field { plan-cell }: the short name is empty or too long (“{ $text }”).
unreadable-members = Line { $line }, field { plan-cell }: the members of “{ $text }” are not right (a group has members, a member is no group, a single agency has none).
unreadable-deadline = Line { $line }, field { plan-cell }: the kind of deadline and its years do not fit.
unreadable-target = Line { $line }, field { plan-cell }: the kind of target and its figures do not fit.

# What a newer reading of the plan changes
plan-field = { $field ->
    [lead] lead
    [timing] timing
    [due] due date
    [product] product
    [content] content
    [short] short title
    [group] group
    [groups] groups
    [coordinators] coordination
    [note] note
    [name] name
    [unit] unit
    [target] target of { $year }
    [members] members
    [spellings] other spellings
    [number] number
    [title] title
    [issuer] issuer
    [issued-on] day of issue
    [focal] focal agency
    [open] reports open to everyone (1: yes, 0: no)
   *[rest] other parts
}
plan-change = { $field ->
    [rest] { plan-field } changed
   *[words] { plan-field } changed from “{ $before }” to “{ $after }”
}
change-plan = Plan: { plan-change }.
change-agency-added = Agency added: { $name }.
change-agency-removed = Agency removed: { $name }.
change-agency = { $name }: { plan-change }.
change-task-added = NV { $number } added: { $name }.
change-task-removed = NV { $number } removed: { $name }.
change-task = NV { $number } { $name }: { plan-change }.
change-indicator-added = CT { $number } added: { $name }.
change-indicator-removed = CT { $number } removed: { $name }.
change-indicator = CT { $number } { $name }: { plan-change }.
change-duties-gained = { $name } has to report as well: { $after }.
change-duties-lost = { $name } no longer has to report: { $before }.
