"""The same report as a ConversationHandler that commits every turn with aiosqlite.

Written the way the library's own examples are: states, callbacks, `user_data`. Its updates are
taken one after another, as the handler's documentation asks. A kill loses where each chat stood and
the updates confirmed but not handled; the rows are safe (WAL, synchronous=FULL).
"""

import argparse
import re
from typing import Any, TypeAlias

import aiosqlite
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

TASK, STATUS, STAGE, PERCENT, OBSTACLE, SURE = range(6)
TASKS = {str(number): f"NV {number} Draw up and carry out plan {number}" for number in range(1, 7)}
STATUSES = {
    "not_started": "1. Not started",
    "in_progress": "2. In progress",
    "done": "3. Done",
    "paused": "4. Paused",
}
STAGES = {
    "drafting": "1. Drafting",
    "consulting": "2. Consulting",
    "submitted": "3. Submitted",
    "issued": "4. Issued",
    "skip": "5. Skip",
}
SKIP = {"skip": "Skip"}
SURE_CHOICES = {"send": "1. Send the report", "change": "2. Change", "drop": "3. Drop"}
TABLES = """
CREATE TABLE IF NOT EXISTS turns (
  id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, step TEXT NOT NULL, answer TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS reports (
  id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, task TEXT NOT NULL, status TEXT NOT NULL,
  stage TEXT, percent TEXT, obstacle TEXT
);
"""
Context = ContextTypes.DEFAULT_TYPE
Bot: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


async def begin(update: Update, context: Context) -> int:
    """Offer the tasks."""
    answers(context).clear()
    await keep(update, context, "begin", "")
    await say(update, "Which task is to be reported (or type its number, such as NV 9):", TASKS)
    return TASK


async def task(update: Update, context: Context) -> int:
    """Take the task and ask for its status."""
    await take(update, context, "task", TASKS)
    name = TASKS.get(answers(context)["task"], "")
    await say(update, f"<b>{name}</b>\nDeadline 31/12/2026\nStatus?", STATUSES)
    return STATUS


async def status(update: Update, context: Context) -> int:
    """Take the status and ask for the stage."""
    await take(update, context, "status", STATUSES)
    await say(update, "At which stage is the document?", STAGES)
    return STAGE


async def stage(update: Update, context: Context) -> int:
    """Take the stage and ask for a percentage."""
    await take(update, context, "stage", STAGES)
    await say(update, "About how many per cent are done? Type a number, such as 60.", SKIP)
    return PERCENT


async def percent(update: Update, context: Context) -> int:
    """Take the percentage and ask for obstacles."""
    await take(update, context, "percent", SKIP)
    await say(update, "Any obstacles? Type them.", SKIP)
    return OBSTACLE


async def obstacle(update: Update, context: Context) -> int:
    """Take the obstacles and show the card."""
    await take(update, context, "obstacle", SKIP)
    card = "\n".join(f"{name}: <b>{value}</b>" for name, value in answers(context).items())
    await say(update, f"{card}\nSend?", SURE_CHOICES)
    return SURE


async def sure(update: Update, context: Context) -> int:
    """Store the report."""
    await take(update, context, "sure", SURE_CHOICES)
    kept = answers(context)
    fields = ("task", "status", "stage", "percent", "obstacle")
    database: aiosqlite.Connection = context.bot_data["database"]
    cursor = await database.execute(
        "INSERT INTO reports (chat, task, status, stage, percent, obstacle) VALUES (?,?,?,?,?,?)",
        (chat_of(update), *(kept[field] for field in fields)),
    )
    await database.commit()
    await say(update, f"Report {cursor.lastrowid} is stored. Thank you.", {})
    return ConversationHandler.END


async def take(update: Update, context: Context, step: str, choices: dict[str, str]) -> None:
    """Read an answer, pressed or typed, keep it, and turn the pressed message into it."""
    query = update.callback_query
    if query is not None:
        answer = query.data or ""
    else:
        typed = (update.message and update.message.text) or ""
        digits = re.fullmatch(r"(?:NV )?(\d+)", typed)
        keys = list(choices)
        numbered = digits is not None and step != "percent" and int(digits[1]) <= len(keys)
        answer = keys[int(digits[1]) - 1] if digits is not None and numbered else typed
    answers(context)[step] = answer
    if step != "sure":
        await keep(update, context, step, answer)
    if query is not None and isinstance(query.message, Message):
        await query.answer()
        await query.edit_message_text(f"{query.message.text}\n\n{choices[answer]}")


async def keep(update: Update, context: Context, step: str, answer: str) -> None:
    """Commit one turn."""
    database: aiosqlite.Connection = context.bot_data["database"]
    await database.execute(
        "INSERT INTO turns (chat, step, answer) VALUES (?, ?, ?)", (chat_of(update), step, answer)
    )
    await database.commit()


async def say(update: Update, text: str, choices: dict[str, str]) -> None:
    """Send one message with its buttons."""
    rows = [[InlineKeyboardButton(label, callback_data=key)] for key, label in choices.items()]
    if update.effective_chat is not None:
        await update.effective_chat.send_message(
            text,
            parse_mode=ParseMode.HTML,
            reply_markup=InlineKeyboardMarkup(rows) if rows else None,
        )


def answers(context: Context) -> dict[str, str]:
    """Return what a chat has answered so far."""
    kept: dict[str, str] = context.user_data if context.user_data is not None else {}
    return kept


def chat_of(update: Update) -> int:
    """Return the chat's number."""
    return update.effective_chat.id if update.effective_chat is not None else 0


def both(callback: Any) -> list[Any]:
    """Take a step's answer typed or pressed."""
    typed = filters.TEXT & ~filters.COMMAND
    return [MessageHandler(typed, callback), CallbackQueryHandler(callback)]


def main() -> None:
    """Poll until stopped."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("token")
    options.add_argument("base_url")
    options.add_argument("database")
    chosen = options.parse_args()

    async def open_database(bot: Bot) -> None:
        database = await aiosqlite.connect(chosen.database)
        await database.execute("PRAGMA journal_mode = WAL")
        await database.execute("PRAGMA synchronous = FULL")
        await database.executescript(TABLES)
        bot.bot_data["database"] = database

    async def close_database(bot: Bot) -> None:
        await bot.bot_data["database"].close()

    bot: Bot = (
        ApplicationBuilder()
        .token(chosen.token)
        .base_url(f"{chosen.base_url}/bot")
        .post_init(open_database)
        .post_shutdown(close_database)
        .build()
    )
    steps = (task, status, stage, percent, obstacle, sure)
    bot.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("baocao", begin)],
            states={state: both(callback) for state, callback in enumerate(steps)},
            fallbacks=[CommandHandler("huy", begin)],
        )
    )
    bot.run_polling(allowed_updates=[Update.MESSAGE, Update.CALLBACK_QUERY])


if __name__ == "__main__":
    main()
