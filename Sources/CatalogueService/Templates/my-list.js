// A learner's own list. It lives in this browser (localStorage) and nowhere else; a shared link carries identifiers behind
// the #, which browsers do not send. The pages do all they do without this, too.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const KEY = "hoclieu.list";
  const MOST = 200;
  const empty = () => ({ name: "", items: [] });
  const isItem = (item) => item && typeof item.id === "string" && item.id.length > 0 && item.id.length <= 200;
  const read = () => {
    try {
      const list = JSON.parse(localStorage.getItem(KEY));
      return list && Array.isArray(list.items)
        ? { name: String(list.name || "").slice(0, 100), items: list.items.filter(isItem).slice(0, MOST) } : empty();
    } catch { return empty(); }
  };
  const write = (list) => {
    try { localStorage.setItem(KEY, JSON.stringify(list)); return true; } catch { return false; }
  };
  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const button = (text, action, label) => {
    const element = make("button", text, { type: "button", class: "small" });
    if (label) element.setAttribute("aria-label", label);
    element.addEventListener("click", action);
    return element;
  };

  // On pages of resources: a button beside each.
  for (const article of document.querySelectorAll("article[data-resource]")) {
    const id = article.dataset.resource;
    const heading = article.querySelector("h1, h2");
    const saved = () => read().items.some((item) => item.id === id);
    const toggle = button("", () => {
      const list = read();
      if (saved()) {
        list.items = list.items.filter((item) => item.id !== id);
      } else if (list.items.length < MOST) {
        const meta = article.querySelector(".meta");
        list.items.push({ id, title: heading.textContent.trim(), lang: heading.lang || "", meta: meta ? meta.textContent.trim() : "" });
      }
      write(list);
      show();
    });
    const show = () => {
      toggle.textContent = saved() ? own.saved : own.save;
      toggle.setAttribute("aria-pressed", String(saved()));
    };
    show();
    const place = make("p", "", { class: "save" });
    place.append(toggle);
    if (article.dataset.resourcePage !== undefined) place.append(" ", make("a", own.list, { href: own.href }));
    (article.querySelector(".open, .badges") || heading).closest("p, h1, h2").after(place);
  }

  // The page of the list.
  const page = document.getElementById("my-list");
  if (!page) return;
  const text = page.dataset;
  const address = (id) => "/resources/" + encodeURIComponent(id) + text.langQuery;
  const shared = () => {
    const values = new URLSearchParams(location.hash.slice(1));
    if (!values.has("ids")) return null;
    const ids = [...new Set(values.get("ids").split(" ").filter((id) => isItem({ id })))].slice(0, MOST);
    return { name: String(values.get("name") || "").slice(0, 100), items: ids.map((id) => ({ id, title: id, meta: "" })) };
  };
  const link = (list) => {
    const values = new URLSearchParams();
    values.set("ids", list.items.map((item) => item.id).join(" "));
    if (list.name) values.set("name", list.name);
    return location.origin + location.pathname + location.search + "#" + values;
  };
  // What the catalogue says of the resources today; what is stored is shown where it cannot be asked.
  const refresh = async (items) => {
    for (let start = 0; start < items.length; start += 50) {
      const part = items.slice(start, start + 50);
      const query = part.map((item) => "id=" + encodeURIComponent(item.id)).join("&");
      const answer = await fetch("/api/v1/resources?" + query + (text.langQuery ? "&lang=en" : ""));
      if (!answer.ok) throw new Error(String(answer.status));
      const found = new Map((await answer.json()).resources.map((resource) => [resource.id, resource]));
      for (const item of part) {
        const resource = found.get(item.id);
        item.gone = !resource || resource.state !== "offered";
        if (!resource) continue;
        item.title = resource.title || item.title;
        item.meta = resource.meta || item.meta;
        item.lang = resource.lang || "";
      }
    }
  };
  const row = (item, list, isShared) => {
    const place = make("li");
    const title = make("a", item.title, { href: address(item.id) });
    if (item.lang) title.lang = item.lang;
    place.append(title);
    if (item.gone) place.append(" ", make("span", text.gone, { class: "meta" }));
    if (item.meta) place.append(make("br"), make("span", item.meta, { class: "meta" }));
    if (isShared) return place;
    const move = (by) => () => {
      const from = list.items.indexOf(item);
      const to = Math.min(list.items.length - 1, Math.max(0, from + by));
      list.items.splice(from, 1);
      list.items.splice(to, 0, item);
      write(list);
      render(list, false);
    };
    const buttons = make("p", "", { class: "save screen" });
    buttons.append(
      button("↑", move(-1), text.up + ": " + item.title), " ", button("↓", move(1), text.down + ": " + item.title), " ",
      button(text.drop, () => {
        list.items = list.items.filter((other) => other !== item);
        write(list);
        render(list, false);
      }, text.drop + ": " + item.title));
    place.append(buttons);
    return place;
  };
  const sharing = (list) => {
    const place = make("p", "", { class: "screen" });
    const box = make("input", "", { type: "text", readonly: "", "aria-label": text.share });
    box.value = link(list);
    const copy = button(text.copy, () => {
      box.select();
      const done = () => { copy.textContent = text.copied; };
      if (navigator.clipboard) navigator.clipboard.writeText(box.value).then(done, () => document.execCommand("copy") && done());
      else if (document.execCommand("copy")) done();
    });
    place.append(make("strong", text.share), " ", text.shareHint, make("br"), box, " ", copy);
    return place;
  };
  const render = (list, isShared, notice) => {
    const parts = [];
    if (notice) parts.push(make("p", notice, { class: "notice", role: "status" }));
    if (isShared) {
      parts.push(make("h2", list.name || text.shared));
      const take = button(text.take, () => {
        const mine = read();
        const known = new Set(mine.items.map((item) => item.id));
        mine.items.push(...list.items.filter((item) => !known.has(item.id)));
        mine.items = mine.items.slice(0, MOST);
        if (!mine.name) mine.name = list.name;
        write(mine);
        location.hash = "";
      });
      const place = make("p", "", { class: "screen" });
      place.append(take, " ", make("a", text.own, { href: location.pathname + location.search + "#" }));
      parts.push(place);
    } else {
      const label = make("label", text.name + " ", { class: "screen" });
      const name = make("input", "", { type: "text", maxlength: "100" });
      name.value = list.name;
      name.addEventListener("change", () => {
        list.name = name.value.trim();
        write(list);
        render(list, false);
      });
      label.append(name);
      if (list.name) parts.push(make("h2", list.name));
      parts.push(label);
    }
    if (list.items.length === 0) parts.push(make("p", isShared ? text.bad : text.empty));
    const rows = make("ol", "", { class: "rows" });
    rows.append(...list.items.map((item) => row(item, list, isShared)));
    parts.push(rows);
    if (!isShared && list.items.length > 0) {
      const place = make("p", "", { class: "screen" });
      place.append(button(text.print, () => print()), " ", button(text.clear, () => {
        if (!confirm(text.sure)) return;
        write(empty());
        render(empty(), false);
      }));
      parts.push(sharing(list), place);
    }
    page.replaceChildren(...parts);
  };
  const start = () => {
    const given = shared();
    const list = given || read();
    render(list, Boolean(given));
    if (list.items.length === 0) return;
    refresh(list.items).then(() => {
      if (!given) write(list);
      render(list, Boolean(given));
    }, () => render(list, Boolean(given), text.offline));
  };
  addEventListener("hashchange", start);
  start();
  // Keeps this page readable without a network.
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/my-list-worker.js", { scope: "/my-list" }).catch(() => {});
})();
