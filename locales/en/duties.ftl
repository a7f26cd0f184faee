duties-none =
    { $agency } leads no task of the Plan.
    { $also }
duties-list =
    <b>{ $agency }</b> leads { $count } of the Plan's tasks:
    { $tasks }
    { $also }
    To read one, type its number, for example "NV 9".
duties-coordinates = Coordinates: { $tasks }.
