# What is said when an answer does not fit its question.
kind-more = Show more
kind-skip = Skip
kind-choice-again = The choice is not clear. Please tap a button, or type the number or the name of a choice; to stop, type "cancel".
kind-percent-again = Please type a percentage from 0 to 100, for example 60% or 45.5.
kind-percent-range = { $value }% is not between 0 and 100. Please type it again.
kind-percent-unclear = "{ $said }" does not say how much is done. Please give one number from 0 to 100.
kind-day-again = The date could not be read. Please type it as 05/03/2026.
kind-day-future = { DAY($day) } has not come yet. Please check it.
kind-document-again = The document number could not be read. Please type it as 123/QĐ-UBND.
kind-words-again = Please type the answer in words.
kind-words-long = The text has { $length } characters, at most { $limit } are possible. Please shorten it.
kind-figure-unread = The figure could not be read. Please type one number in { $unit }, for example 7.2, or "no figure yet".
kind-figure-span = Please type one number, not a span. For an estimate, write about before it.
kind-figure-unit = This indicator is measured in { $unit }. Please check the figure.
kind-figure-share = A share is between 0 and 100%. Please check the figure.
kind-figure-whole = This indicator counts in { $unit }, so the figure must be a whole number. Please check it.
