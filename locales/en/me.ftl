me-card =
    User: <b>{ $name }</b>
    Agency: { $agency }
    Role: { $role }
    { $accounts }
    { $busy }
me-account = Connected accounts: this one only.
me-busy = To connect a further account or sign out: finish what you are doing, or type "cancel", then type "/toi".
me-accounts = Accounts connected: { $channels }
me-first = Reminders come by: { $channel }
me-card-link = Connect another account
me-card-prefer = Choose where reminders come
me-card-sign-out = Sign out
me-linked =
    Connecting code: <b>{ $code }</b>
    Send it within { $minutes } minutes from the account to be connected. It works once, and is for you alone; give it to nobody.
me-prefer = By which channel do you want to be reminded? Where it cannot be reached, another one is used.
me-preferred = Reminders will come by { $channel } from now on.
me-sure = Sign out of this messaging account? To use it again, a new joining code is needed.
me-sure-yes = Sign out
me-sure-no = Stay
me-signed-out = Signed out. Reports already sent are kept.
me-stayed = Not signed out. You can go on using this account.
me-cancelled = Stopped. You can go on using this account.
