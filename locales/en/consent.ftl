privacy-notice =
    <b>Notice on personal data.</b> The system stores your name, agency, role, messaging account, messages and reports in order to follow up the Plan; the focal agency of the Plan controls these data. Messages are deleted after some time; reports are kept as official records. You may see your data, have a copy, ask for their correction or deletion, and withdraw your consent: type "/dulieu".
    Do not send state secrets through this channel.
consent-agree =
    The notice on personal data has changed since you agreed to it. What you have just written is kept, and goes on as soon as you have answered.

    { $notice }
    Do you agree?
consent-agree-yes = I agree
consent-agree-no = I do not agree
consent-agreed = Your consent is noted.
consent-agreed-already = You have agreed to the present notice already.
consent-declined = You have not agreed to the new notice, so what you have just written was not dealt with. You are asked again next time. To withdraw your consent and leave, type "/dulieu".
consent-cancelled = No answer noted. You are asked again next time.
