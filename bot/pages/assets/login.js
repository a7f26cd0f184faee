// A code that came in the link's fragment, which no server and no preview ever sees, is filled in;
// it is sent only by hand, so that opening a link uses up nothing.

const code = document.getElementById("code");

if (location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
if (matchMedia("(hover: hover)").matches) code.focus();
