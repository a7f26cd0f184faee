# The command line: running, talking in the terminal, connecting Zalo.
cli-running = Running. Ctrl-C ends the program.
cli-running-page = Open { $page } in a browser. Ctrl-C ends the program.
cli-running-health = How it fares: { $address }/health
cli-talking = { $name }, { $agency }. Ctrl-D ends the talk.
cli-recording = Written to { $file }, kept nowhere else. Ctrl-D ends the talk.
cli-record-words = type a button's words without brackets; files cannot be sent here
cli-record-lines = @ wait 3 days, or @ as leader so-xay-dung: nothing else
cli-zalo-no-bot = no Zalo bot is set up: BAOCAO_ZALO_BOT_TOKENS
cli-zalo-no-account = set BAOCAO_ZALO_OA_APP_ID and the two settings that belong to it first
cli-zalo-refused = Zalo did not give the tokens ({ $why }); begin again
cli-zalo-connect =
    1. In Zalo's console (Official Account, set-up of permissions) enter the challenge:
       { $challenge }
    2. Open the permission link of the console as an administrator of the account, agree.
cli-zalo-paste = 3. Paste the address of the page you are led to, or its code
cli-zalo-connected = Connected. The tokens are kept beside the database and renewed by themselves.
cli-zalo-bots = Zalo bots this month
cli-zalo-bot = Bot
cli-zalo-sent = Sent
cli-zalo-received = Received
cli-zalo-share = Of { $most }
cli-zalo-spent = Used up since
cli-zalo-people = People
cli-zalo-places = Places left
