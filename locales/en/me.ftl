me-card =
    User: <b>{ $name }</b>
    Agency: { $agency }
    Role: { $role }
me-card-sign-out = Sign out
me-sure = Sign out of this messaging account? To use it again, a new joining code is needed.
me-sure-yes = Sign out
me-sure-no = Stay
me-signed-out = Signed out. Reports already sent are kept.
me-stayed = Not signed out. You can go on using this account.
me-cancelled = You stay signed in.
