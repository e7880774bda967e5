// Completes the search box while somebody types. The page does all it does without this, too.
(() => {
  "use strict";
  const box = document.getElementById("q");
  const address = box && box.dataset.suggest;
  if (!address) return;
  const list = document.createElement("datalist");
  list.id = "suggestions";
  box.after(list);
  box.setAttribute("list", list.id);
  let timer = 0;
  let asked = "";
  const show = (answer) => {
    list.replaceChildren(...answer.suggestions.map((suggestion) => {
      const option = document.createElement("option");
      option.value = suggestion.text;
      return option;
    }));
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const text = box.value;
    if (text.trim().length < 2 || text === asked) return;
    timer = setTimeout(() => {
      asked = text;
      fetch(address + (address.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(text))
        .then((answer) => (answer.ok ? answer.json() : { suggestions: [] }))
        .then((answer) => { if (text === box.value) show(answer); })
        .catch(() => {});
    }, 150);
  });
})();
