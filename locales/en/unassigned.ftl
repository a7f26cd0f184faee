# Told to the focal agency: a split has left tasks without a lead.
unassigned-told =
    As agencies change on { DAY($day) }, { $count } tasks need a lead: { $tasks }.
    To give one: type "assign", or "assign task { $first } to" with the agency's name.
