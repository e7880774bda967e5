// Finds concepts without their marks, and completes tags, in the deposit form. The form does all it does without this, too.
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const most = 40;
  for (const box of document.querySelectorAll("input[data-concepts]")) {
    const all = [...(box.list ? box.list.options : [])].map((option) => option.value);
    if (all.length === 0) continue;
    const keys = all.map(plain);
    const list = document.createElement("datalist");
    list.id = box.id + "-found";
    box.after(list);
    const show = () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean);
      const found = all.filter((_, index) => words.every((word) => keys[index].includes(word))).slice(0, most);
      // The browser shows only what holds the text as it was typed; the label says which concept it is.
      list.replaceChildren(...found.map((text) => {
        const option = document.createElement("option");
        option.value = text;
        if (!text.toLowerCase().includes(box.value.toLowerCase())) option.label = box.value + " → " + text;
        return option;
      }));
    };
    box.addEventListener("input", show);
    box.addEventListener("focus", () => { show(); box.setAttribute("list", list.id); }, { once: true });
  }
  for (const box of document.querySelectorAll("input[data-tags]")) {
    const list = document.createElement("datalist");
    list.id = box.id + "-tags";
    box.after(list);
    box.setAttribute("list", list.id);
    const address = box.dataset.tags;
    let timer = 0;
    box.addEventListener("input", () => {
      clearTimeout(timer);
      const typed = box.value;
      const comma = typed.lastIndexOf(",");
      const before = typed.slice(0, comma + 1);
      const last = typed.slice(comma + 1).trim();
      if (last.length < 2) return;
      timer = setTimeout(() => {
        fetch(address + (address.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(last))
          .then((answer) => (answer.ok ? answer.json() : { suggestions: [] }))
          .then((answer) => {
            if (typed !== box.value) return;
            list.replaceChildren(...answer.suggestions.map((suggestion) => {
              const option = document.createElement("option");
              option.value = (before ? before + " " : "") + suggestion.text;
              return option;
            }));
          })
          .catch(() => {});
      }, 150);
    });
  }
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
})();
