# What the commands do, shown in Telegram's list of commands.
command-nhiemvu = My agency's tasks
command-chitieu = My agency's indicators
command-baocao = Report a task
command-tonghop = Summary of how the plan stands
command-tomtat = Weekly brief: main figures, changes, what waits
command-thuhoi = Withdraw the report just sent
command-toi = My details, sign out
command-dulieu = My data: see, copy, correct, delete
command-giahan = Request an extension; those that wait
command-nhac = What is due or overdue
command-vuongmac = Obstacles that are followed up
command-dondoc = Urge the agencies that have not reported
command-menu = What can be done here
command-huy = Cancel what is being done
command-duyet = Reports that wait for review
