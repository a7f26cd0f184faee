# Who works for several agencies.
switch-agency-only-one = You work for { $agency } alone. If you need another agency, ask the administrator.
switch-agency-agency = You act for { $here }. For which agency from now on?
switch-agency-done = ✅ From now on you act for { $agency }. To see the tasks: type "tasks". To change back: type "switch agency".
switch-agency-namesake = { $agency } has somebody of that name already. Ask the administrator.
