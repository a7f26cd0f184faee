tell-obstacle-none = { $agency } leads no task of the plan. Obstacles of tasks it coordinates are told by the leading agency.
tell-obstacle-task = An obstacle of which task ({ $agency })?
tell-obstacle-words =
    <b>{ $task }</b>
    What is the obstacle, and what is asked for?
tell-obstacle-already = This obstacle is followed up already as { $label }. To add to it, type "VM { $number }: your words".
tell-obstacle-sure =
    <b>Tell an obstacle</b>, { $task }
    { $words }
tell-obstacle-sure-send = Send
tell-obstacle-sure-change = Change
tell-obstacle-sure-drop = Cancel
tell-obstacle-dropped = Cancelled. This obstacle was not recorded.
tell-obstacle-opened = ✅ { $whom }
