# Somebody new.
roster-add-admin-only = People are added by the administrator.
roster-add-name = The name or office? For example: Cán bộ tổng hợp Sở Y tế.
roster-add-agency = Which agency is it?
roster-add-role = Which role?
roster-add-sure = Add { $name }, { $agency }, { $role }?
roster-add-sure-send = Add
roster-add-sure-drop = Cancel
roster-add-dropped = Cancelled. Nobody was added.
roster-add-there-already = { $agency } has { $name } on the roster already. To see: type "user { $name }".
roster-add-done =
    ✅ { $name } was added (number { $id }).
    Code to join with: { $code }
    It is good for one join within { $days } days. Hand it to this person alone.
