### The web chat's pages: choosing a person, the chat, what went wrong.

web-title = Plan reporting
web-skip = Skip to the message box

## Choosing a person (demo)

web-choose-title = Choose a person
web-choose-intro = Demonstration: choose somebody from the roster to begin. Several tabs can be several people.
web-choose-search = Search by name, role or agency
web-choose-count = { $count } people
web-choose-none = Nobody matches.
web-choose-empty = The roster is empty.

## Signing in with a code

web-login-title = Sign in
web-login-intro = This is an internal channel. Please enter the joining code that your office gave you.
web-login-code = Joining code
web-login-hint = 10 letters and digits; capitals do not matter
web-login-keep = Stay signed in for 30 days on this device
web-login-keep-hint = Only on a phone or computer of your own. Otherwise a new code is needed after 12 hours without use.
web-login-go = Continue
web-login-help = No code, or an expired one: contact the person who gives out the codes.
web-login-empty = No code has been entered.
web-login-shape = A joining code has 10 letters and digits, without diacritics. Please check it, and turn off Vietnamese typing if it is on.
web-login-often = Codes were entered too many times. Please try again in { $seconds } seconds.
web-login-busy = The system is busy. The code has not been used; please try again in a few minutes.
web-login-ended = The session has ended. The reports that were sent are kept.
web-not-joined = Not signed in
web-logout = Sign out
web-logout-title = Sign out?
web-logout-intro = The session of { $name } in this browser will end. To come back, a new joining code is needed.
web-logout-stay = Stay

## The chat

web-chat-title = { $name } · Plan reporting
web-leave = Choose somebody else
web-menu-button = Menu
web-menu-words = menu
web-help-button = Help
web-help-words = help
web-commands = Quick commands
web-log = Conversation
web-waiting = Being sent
web-choices = Choices
web-from-bot = System:
web-from-person = You:
web-begin = Tap something to try it, or type.
web-try-report = nv { $number } in progress 60%, waiting for appraisal
web-try-steps = report
web-try-duties = tasks
web-try-due = tasks due in 2025 for { $agency }
web-try-overdue = which tasks are overdue
web-try-unreported = who has not reported
web-try-waiting = waiting
web-try-obstacles = obstacles
web-try-brief = brief
web-try-roster = /quantri
web-try-menu = menu
web-input = Message
web-input-hint = A report or a question
web-send = Send
web-attach = Attach a file
web-newer = New messages
web-needs-script = This page needs JavaScript. Please switch it on in the browser.
web-time = { TIME($at) }
web-day = { DAY($at) }

## What becomes of what was sent

web-connecting = Connection lost. Connecting again…
web-sending = Sending…
web-waits = Not sent yet, will be sent again
web-discard = Drop this file
web-refused = The message was not accepted.

## Sending files by a link (where the channel takes none)

web-upload-title = Send files
web-upload-intro = Files chosen here go to your conversation on { $channel }.
web-upload-choose = Choose files
web-upload-more = Send more files
web-evidence-ended = This link has ended or works no more. For a new one, ask for the evidence again, as in "evidence nv 9".
web-evidence-missing = The file "{ $name }" can no longer be read on the server. Please have the reporting agency send it again, or ask the administrator.
web-upload-hint = Pictures, PDF, Word, Excel; { $most } MB each at most. Never send state secrets.
web-upload-go = Send
web-upload-sending = Sending…
web-upload-until = The link works until { TIME($until) } and takes { $room } more. Do not pass it on.
web-upload-browser = If no file can be chosen, open the link in the phone's own browser.
web-upload-done = Files received: { $count }
web-upload-back = Please go back to { $channel }: the answer is in the conversation.
web-upload-full = This link has taken all its files. To send more, send a file in the conversation for a new link.
web-upload-none = No file has been chosen.
web-upload-too-large = The file "{ $name }" was not accepted: it has more than { $most } MB.
web-upload-bad-type = The file "{ $name }" was not accepted: only pictures, PDF, Word and Excel files are.
web-upload-marked = The file "{ $name }" looks like a state secret and was not accepted.
web-upload-left-over = The file "{ $name }" was not accepted: the link takes no more.
web-upload-room = The files were not accepted: this link takes only { $room } more. Please go back and choose fewer.
web-upload-too-much = The files were not accepted: { $count } files of { $most } MB at most. Please go back and choose fewer.
web-upload-ended = The link is wrong or has expired. To get a new one, send the file in the conversation again.
web-upload-often = There were too many requests. Please try again in { $seconds } seconds.

## What went wrong

web-problem-title = This did not work
web-problem-home = Back to the start
web-no-page = There is no such page.
web-no-person = There is no such person on the roster.
web-not-local = The demonstration opens only on the machine it runs on, at 127.0.0.1.
web-other-site = The request came from another site and was not carried out.
web-no-method = This address does not take that kind of request.
web-need-json = The content must be sent as JSON.
web-not-json = What was sent is not valid JSON.
web-no-id = The request lacks a message id, or the id is not valid.
web-bad-message = The request does not have the expected form.
web-bad-position = The position to read on from is not valid.
web-empty = There is no content.
web-too-long = The message is too long: at most { $most } characters. Please shorten it or send it as a file.
web-too-large = The request is too large.
web-file-missing = No file is attached.
web-file-too-large = The file is too large: at most { $most } MB.
web-file-type = Only PDF, pictures, Word (docx) and Excel (xlsx) files are accepted.
web-try-again = The system is busy and has not recorded this. The page will send it again.
web-signed-out = The session has ended. Please sign in again with a joining code.
web-stale-page = This page is out of date. Please reload it and send again.
web-too-fast = Sent too fast. It will be sent again in { $seconds } seconds.
web-file-stranger = Please finish signing in before sending a file.
web-busy = The system is busy. Please try again in a few minutes.
