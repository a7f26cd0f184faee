urging-results-focal-only = What became of urging is for the focal agency and leaders.
urging-results-never = Nobody was urged yet. To urge the agencies that have not reported, type "urge".
urging-results-list =
    <b>Urging on { DAY($day) }</b>, { $agencies } agencies; reported everything: { $reported } agencies.
    { $people }
    { $deserted }
    { $lines }
urging-results-agency-owes = • { $agency }: { $people }
urging-results-agency-reported = ✅ { $agency } (reported everything): { $people }
urging-results-people = Recipients ({ $count }): { $counts }.
urging-results-person = { $name }, { $what }
urging-results-nobody = ⚠️ No officer yet ({ $count }), please call: { $names }.
urging-results-and-more = { $named } and { $rest } more agencies
urging-results-outcome-sent = sent
urging-results-outcome-sent-at = sent at { TIME($time) }
urging-results-outcome-waiting = waiting
urging-results-outcome-waiting-at = goes out at { TIME($time) }
urging-results-outcome-settled = not needed
urging-results-outcome-failed = failed
urging-results-outcome-blocked = blocked
urging-results-outcome-not-joined = not joined
urging-results-told-sent = sent { $count }
urging-results-told-waiting = waiting { $count }
urging-results-told-settled = not needed { $count }
urging-results-told-failed = failed { $count }
urging-results-told-blocked = blocked { $count }
urging-results-told-not-joined = not joined { $count }
