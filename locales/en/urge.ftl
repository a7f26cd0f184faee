# Urging: chosen, confirmed, sent to the agencies that have not reported.
urge-focal-only = The focal agency urges. To see who has not reported, type "ai chưa báo cáo".
urge-owes-nothing =
    { $period }, nobody has to be urged:
    { $why }
urge-why-reported = • { $agencies }: reported everything.
urge-why-left-out = • { $agencies }: left out of the period.
urge-why-not-obliged = • { $agencies }: no task to report in the period.
urge-all-agencies = all agencies
urge-nobody =
    There is nobody to urge now.
    { $why }
    What became of it: type "urging results".
urge-sure =
    <b>Agencies to urge: { $agencies }</b>, not reported for { $period }; people written to: { $people }
    { $names }
    { $when }
    { $left_out }
urge-sure-send = Send
urge-sure-more = Go on with the list
urge-sure-drop = Cancel
urge-name = • { $agency }: { $names }
urge-out-of-reach = ⚠️ Out of reach, please call: { $names }.
urge-out-not-joined = { $agency } ({ $name }, has not joined)
urge-out-blocked = { $agency } ({ $name }, account takes no messages)
urge-out-nobody = { $agency } (no officer yet)
urge-urged-already = Urged that day already, not again: { $names }.
urge-and-more = { $named } and { $rest } more
urge-at-once = Each gets one message, at once.
urge-later = These are no working hours: it goes out at { TIME($time) } on { DAY($day) }.
urge-dropped = Cancelled, nobody is urged.
urge-sent =
    ✅ { $when } People written to: { $people }. Who reports before it goes out is not urged.
    What became of it: type "urging results".
urge-sent-already = These agencies were urged that day already, not again. { $when }
urge-sent-at-once = It is going out.
urge-sent-later = It goes out at { TIME($time) } on { DAY($day) }.
