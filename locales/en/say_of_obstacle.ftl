say-of-obstacle-unknown = There is no obstacle VM { $number } that you may see.
say-of-obstacle-not-now = { $label }: { $state }. To see it, type "VM { $number }".
say-of-obstacle-not-yours = The focal agency answers obstacles, the agency that leads the task replies and closes. To follow it, type "VM { $number }".
say-of-obstacle-words = { $prompt }
say-of-obstacle-prompt-answered = What is the answer to { $label }?
say-of-obstacle-prompt-replied = What is your reply on { $label }?
say-of-obstacle-head-answered = <b>Answer to { $label }</b> ({ $agency }, NV { $number })
say-of-obstacle-head-replied = <b>Reply on { $label }</b> (NV { $number })
say-of-obstacle-head-closed = <b>Close { $label }</b> ({ $agency }, NV { $number })
say-of-obstacle-head-reopened = <b>Open { $label } again</b> ({ $agency }, NV { $number })
say-of-obstacle-sure =
    { $head }
    { $words }
say-of-obstacle-sure-send = Send
say-of-obstacle-sure-change = Change
say-of-obstacle-sure-drop = Cancel
say-of-obstacle-certain =
    { $head }
    { $words }
say-of-obstacle-certain-yes = Yes
say-of-obstacle-certain-no = No
say-of-obstacle-dropped = Cancelled. The obstacle stays as it was.
say-of-obstacle-done-answered = ✅ { $label } is answered. { $whom }
say-of-obstacle-done-replied = ✅ Your reply on { $label } is kept. { $whom }
say-of-obstacle-done-closed = ✅ { $label } is closed. { $whom } If need be, type "reopen VM { $number }".
say-of-obstacle-done-reopened = { $label } is open again. { $whom }
say-of-obstacle-told-focal = The focal agency is told at once.
say-of-obstacle-told-agency = The agency that told it is told at once.
say-of-obstacle-told-nobody = It is kept with the obstacle.
