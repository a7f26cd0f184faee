remind-again-not-told = There has been no reminder today. Type "reminders" to see what is due.
remind-again-noted = What is not done by then is reminded of again on the next working day.
