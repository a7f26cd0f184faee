# Who leads a task.
assign-focal-only = Who leads a task is decided by the focal agency that follows the Plan up.
assign-none = Every task has a lead. To pass a task on to another agency, type for example: "transfer task 32 to Sở Xây dựng".
assign-unknown = There is no task { $number }; the Plan has tasks 1 to { $last }.
assign-task =
    Tasks that wait for a lead: { $count }.
    { $tasks }
    Which one is to be assigned? Type its number.
assign-waiting = • { $task }
assign-agency =
    { $task }
    { $lead }
    Which agency leads it? Type its name.
assign-led = At present { $lead } leads it.
assign-unled = At present it has no lead.
assign-basis = By which decision (document number or instruction)?
assign-no-basis = Skip
assign-card = { $task }: led by { $agency }
assign-card-before = In place of: { $lead }
assign-card-basis = By: { $basis }
assign-card-what = In effect from { DAY($day) }; the agency will be told.
assign-sure = { $card }
assign-sure-send = Assign
assign-sure-drop = Cancel
assign-dropped = Cancelled. Nothing has changed.
assign-overtaken = Task { $number } has just been assigned to another agency. To see it, type "detail { $number }".
assign-done =
    ✅ From { DAY($day) } on { $agency } leads task { $number }.
    The agency will be told. To see the others that wait: type "assign".
