duties-none =
    { $agency } leads no task of the Plan.
    Ask about any task, for example "tasks due in 2025".
    { $also }
duties-list =
    <b>{ $agency }</b> leads { $count } of the Plan's tasks:
    { $tasks }
    { $also }
    To read one, type its number, for example "NV { $first }".
duties-coordinates = Coordinates: { $tasks }.
duties-measures = For the indicators your agency reports, type "indicators".
