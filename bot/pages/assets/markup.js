// Markup as the server sends it: text with <b> and <i> and escapes. It is made into nodes here, so that
// nothing else can come of it, whatever stands in it.

const ESCAPES = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" };
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#34|#39);/g, (_, name) => ESCAPES[name]);

// These marks are drawn, for not every office's machine has a font with them; copied, they are text.
const DRAWN = { "✅": "tick", "⚠️": "warning" };

function drawn(text) {
  if (!(text in DRAWN)) return text;
  const mark = document.createElement("span");
  mark.className = `drawn ${DRAWN[text]}`;
  mark.textContent = text;
  return mark;
}

export function setMarkup(element, markup) {
  element.replaceChildren();
  const open = [element];
  for (const piece of markup.split(/(<\/?[bi]>)/)) {
    if (piece === "<b>" || piece === "<i>") {
      const inner = document.createElement(piece[1]);
      open.at(-1).append(inner);
      open.push(inner);
    } else if (piece === "</b>" || piece === "</i>") {
      if (open.length > 1) open.pop();
    } else if (piece) {
      open.at(-1).append(...unescaped(piece).split(/(✅|⚠️)/).map(drawn));
    }
  }
}
