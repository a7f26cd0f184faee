my-data-card =
    <b>What is kept of you</b>
    { $name }, { $role }, { $agency }
    Accounts: { $accounts }
    { $consents }
    Reports and figures filed: { $reports } (official records, kept)
    Messages: deleted after { $days } days
    { $open }
my-data-account = { $channel } ({ $account })
my-data-consent = Agreed to version { $version } of the notice: { TIME($time) } on { DAY($time) }, by { $channel }
my-data-no-consent = No consent is recorded
my-data-open = Request { $code } ({ $kind }): answered before { TIME($due) } on { DAY($due) }
my-data-card-copy = Have a copy
my-data-card-correct = Ask for a correction
my-data-card-delete = Ask for deletion
my-data-card-withdraw = Withdraw consent
my-data-card-requests = Requests to answer ({ $count })
my-data-copying = The copy of your data is being made and is sent here within minutes.
my-data-wrong = What is wrong, and what should it be? For example: my title is reporting officer, it should be head of the planning division.
my-data-asked = Request { $code } has been sent to the administrators. You are answered before { TIME($due) } on { DAY($due) } (two working days).
my-data-asked-already = A request of the same kind ({ $code }) waits for its answer, due at { TIME($due) } on { DAY($due) }.
my-data-sure-delete =
    Ask for your personal data to be deleted?
    Deleted: messages, the messaging accounts that are connected, what is half done.
    Kept: reports and evidence that were filed, with name and role of who reported, as official records; your consents and this request, as proof.
    Afterwards you need a new joining code to come back.
my-data-sure-delete-yes = Ask for deletion
my-data-sure-delete-no = Delete nothing
my-data-sure-withdraw =
    Withdraw your consent? Every messaging account of yours is disconnected at once, and no reminder comes any more.
    Reports that were filed are kept as official records; messages are deleted in their time. To come back, you need a new joining code.
my-data-sure-withdraw-yes = Withdraw
my-data-sure-withdraw-no = Do not withdraw
my-data-kept = Nothing has changed. Your data are as they were.
my-data-withdrawn = Your consent is withdrawn; every account is disconnected. Reports that were filed are kept as official records.
