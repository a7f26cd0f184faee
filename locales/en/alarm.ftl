alarm-quota =
    <b>Zalo's quota.</b> { $channel } has carried { $messages } of its { $monthly } messages this month.
    From 95% on nothing but answers and urgent matters goes out on this bot; other reminders take another channel or wait.
    Add a bot, take a larger plan, or show people another channel.
alarm-refused =
    <b>The channel { $channel } has stopped.</b> The platform does not take our token any more; messages on this channel wait.
    Have whoever runs the system get a new token or connect the account again. The other channels go on.
alarm-refused-account =
    <b>The channel { $channel } has to be connected again.</b> Zalo does not renew the account's tokens; messages go out until the present one ends, and then wait.
    Have whoever runs the system run <b>baocao zalo-oa connect</b> on the server and do what it says. What waits is sent as soon as that is done. The other channels go on.
alarm-spent =
    <b>Zalo's quota is used up.</b> { $channel } has carried all it may this month, and Zalo refuses its messages. Answers on this bot wait until { TIME($until) } on { DAY($until) }, tried once an hour; reminders take another channel where there is one.
    Add a bot, take a larger plan, or show the people of this bot Telegram or the web page.
