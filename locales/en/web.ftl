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
