// Narrows the list of people while typing; marks over letters and capitals do not matter.

const search = document.getElementById("search");
const none = document.getElementById("none");

const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase();

const rows = [...document.querySelectorAll(".people li")].map((item) => ({
  item,
  text: folded(`${item.closest(".people").querySelector("h2").firstChild.textContent} ${item.textContent}`),
}));

function narrow() {
  const wanted = folded(search.value).split(/\s+/).filter(Boolean);
  for (const { item, text } of rows) item.hidden = !wanted.every((word) => text.includes(word));
  for (const group of document.querySelectorAll(".people")) {
    group.hidden = !group.querySelector("li:not([hidden])");
  }
  none.textContent = rows.every(({ item }) => item.hidden) ? none.dataset.none : "";
}

search?.addEventListener("input", narrow);
if (search?.value) narrow();
