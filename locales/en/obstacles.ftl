obstacles-own-only = You may see the obstacles of { $agency } only.
obstacles-list =
    Asked for: { $reading }. There are <b>{ $count }</b>, the oldest first:
    { $lines }
    To see one, type its number, for example "VM { $first }".
obstacles-none = Asked for: { $reading }. There is none.
obstacles-agencies = Asked for: open obstacles by agency. There are <b>{ $count }</b> of { $agencies } agencies:
obstacles-agency = { $agency }: { $count } (oldest: { $age })
obstacles-way-tell = Tell a new obstacle
obstacles-way-unanswered = Not answered ({ $count })
obstacles-way-by-agency = By agency
obstacles-reading-open = open obstacles
obstacles-reading-unanswered = obstacles not answered
obstacles-reading-task = { $reading } of task { $number }
obstacles-reading-of = { $reading } of { $agencies }
obstacles-reading-more = { $named } and { $rest } other agencies
