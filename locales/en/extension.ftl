# Extensions: asking, the list of those that wait, the decision and its notice.
extend-task = Which task of { $agency } is to be extended? Type its number, for example "NV { $first }", or choose:
extend-none = { $agency } has no unfinished task with a deadline that could be extended.
extend-unknown = The plan has no task { $number }. Tasks are numbered from 1 to { $last }.
extend-not-led = NV { $number } { $short } is not led by { $agency }, so its extension cannot be requested here.
extend-undated = NV { $number } { $short }: the plan states no deadline, so there is none to extend.
extend-done = NV { $number } { $short } was reported completed and needs no extension. If that is not right, send a new report: type "NV { $number }".
extend-waiting =
    An extension of NV { $number } { $short } to { DAY($until) } was requested on { DAY($asked) } and waits for a decision.
    Reason: { $reason }
extend-waiting-replace = Replace it
extend-waiting-withdraw = Withdraw it
extend-waiting-keep = Keep it
extend-withdrawn = The request to extend NV { $number } was withdrawn. The deadline stays { DAY($due) }.
extend-kept = The request to extend NV { $number } stays; its outcome will be told here.
extend-nothing-waits = No such request for extension of { $agency } waits for a decision. To see the requests: type "waiting extensions".
extend-until =
    { $head }
    Extended to which day? For example: 30/06/2027; end of 2027; 3 months.
extend-reason = The reason for extending NV { $number } to { DAY($until) }? (required, for example: no funds allocated yet)
extend-sure = { $card }
extend-sure-send = Send request
extend-sure-change = Change
extend-sure-drop = Cancel
extend-which = What is to be changed?
extend-field-until = New deadline
extend-field-reason = Reason
extend-dropped = Cancelled. The request was not sent.
extend-asked =
    ✅ The request to extend NV { $number } to { DAY($until) } was sent at { TIME($time) } on { DAY($time) }; it is decided by { $to }.
    Meanwhile the deadline stays { DAY($due) }. The outcome will be told here.
    To withdraw or replace it, type "extend task { $number }".
extend-to-focal = the focal agency
extend-to-leaders = the leaders
extensions-none = No request for extension waits for a decision.
extensions-none-own =
    No request for extension waits for a decision.
    To request one, type for example "extend task 9 to 30/6/2027 because no funds were allocated".
extensions-none-granted = No task has been extended.
extensions-list =
    <b>Requests for extension that wait: { $count }</b>, the oldest first:
    { $rows }
extension-row = <b>NV { $number }</b> { $agency }: from { $due } to { DAY($until) }; { $reason }
extension-title = <b>Request to extend NV { $number }</b> { $short }
extension-agency = { $agency } · { $deadline }
extension-due = { $agency } · present deadline { $due }
extension-until = Extended to: <b>{ DAY($until) }</b>
extension-reason = Reason: { $reason }
extension-late = ⚠️ Requested after the deadline { DAY($due) }; by the rules an extension is requested before it.
extension-part = Only the part of { $agency } is extended; the other lead agencies' parts stay as they are.
extension-reported = Latest report on { DAY($day) }: { $progress }
extension-unreported = Nothing has been reported on this task.
extension-asker = Requested by { $name }, { TIME($time) } on { DAY($time) }
extension-to = { $agency } to { DAY($until) }
extension-granted-to = Extended: { $parts }
extension-waiting-to = Extension requested: { $parts }
extension-card =
    { $card }
    It waits for a decision.
extension-choice = { $card }
extension-choice-grant = Grant
extension-choice-refuse = Refuse
extension-choice-other = Another date
extension-refusal = The reason for refusing? (required)
extension-date = Extended to which day? The present deadline is { DAY($due) }. For example: 31/03/2027; end of 2027; 3 months.
extension-sure = Extend NV { $number } of { $agency } to <b>{ DAY($until) }</b> (requested: { DAY($asked) })?
extension-sure-yes = Grant
extension-sure-no = Change the date
extension-granted = ✅ NV { $number } of { $agency } is extended to { DAY($until) } (before: { DAY($first) }). The agency is told.
extension-refused =
    The extension of NV { $number } of { $agency } is refused; the deadline stays { DAY($due) }. The agency is told.
    Reason: { $reason }
extension-more = Requests for extension that still wait: { $count }. Type "waiting extensions".
extension-withdrawn = This request was withdrawn or replaced by another one.
extension-granted-already = The extension of NV { $number } was granted by { $name }, to { DAY($until) }.
extension-refused-already = The extension of NV { $number } was refused ({ $name }).
extension-result-granted =
    ✅ NV { $number } { $short } is extended.
    New deadline: { $due }
    Decided by: { $name }
extension-result-granted-otherwise =
    ✅ NV { $number } { $short } is extended to another day than requested ({ DAY($until) }).
    New deadline: { $due }
    Decided by: { $name }
extension-result-refused =
    ⚠️ The extension of NV { $number } { $short } to { DAY($until) } was refused.
    Reason: { $reason }
    The deadline stays { $due }. Decided by: { $name }
    To request again, type "extend task { $number }".
