// Who signs out leaves no words behind in this tab.

document.querySelector("form").addEventListener("submit", () => sessionStorage.clear());
