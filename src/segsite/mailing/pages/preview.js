"use strict";
// Classic and without modules, so that the pages work when they are opened from disk.

function index(form) {
  const words = (text) => text.toLowerCase().normalize("NFKD");
  const groups = [...document.querySelectorAll(".mails tbody")].map((body) => {
    const [head, ...rows] = body.rows;
    return { body, rows: rows.map((row) => ({ row, text: words(`${head.textContent} ${row.textContent}`) })) };
  });
  const search = () => {
    const wanted = words(form.words.value).split(/\s+/);
    let count = 0;
    for (const { body, rows } of groups) {
      let here = 0;
      for (const { row, text } of rows) {
        const shown =
          (!form.own.checked || row.classList.contains("own")) &&
          (!form.found.checked || row.classList.contains("found")) &&
          wanted.every((word) => text.includes(word));
        row.hidden = !shown;
        here += shown;
      }
      body.hidden = !here;
      count += here;
    }
    document.getElementById("count").textContent = `${count} shown`;
  };
  form.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  search();
}

function email(form) {
  const shown = JSON.parse(document.getElementById("shown").textContent);
  const keys = ["to", "subject", "scheme"];

  const recall = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const key of keys) {
      const value = said.get(key);
      const choices = form[key] ? [...(form[key].options ?? form[key])].map((one) => one.value) : [];
      if (choices.includes(value)) form[key].value = value;
    }
    if (said.has("images")) form.images.checked = said.get("images") !== "off";
  };

  const remember = () => {
    const said = new URLSearchParams();
    for (const key of keys) if (form[key]) said.set(key, form[key].value);
    if (!form.images.checked) said.set("images", "off");
    history.replaceState(null, "", `#${said}`);
    for (const link of document.querySelectorAll("[data-keep]")) link.hash = said;
  };

  const show = () => {
    const seen = shown.recipients[form.to.value];
    const variant = Math.min(Number(form.subject?.value ?? 0), seen.inbox.length - 1);
    document.getElementById("subject").textContent = seen.subjects[variant] ?? "";
    document.getElementById("inbox").replaceChildren(...seen.inbox[variant].map(line));
    document.getElementById("text").textContent = shown.text[seen.text];
    for (const row of document.querySelectorAll("[data-scheme]")) {
      const { scheme } = row.dataset;
      row.hidden = !["both", scheme].includes(form.scheme.value);
      if (row.hidden) continue;
      const html = as(shown.html[seen.html], scheme, form.images.checked);
      for (const frame of row.querySelectorAll("iframe")) if (frame.srcdoc !== html) frame.srcdoc = html;
    }
  };

  for (const frame of document.querySelectorAll("iframe"))
    frame.addEventListener("load", () => {
      frame.style.height = "0";
      frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
    });
  recall();
  form.addEventListener("input", () => { remember(); show(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => { recall(); show(); });
  if (location.hash.includes("=")) remember();
  show();
}

function line({ name, sender, subject, preheader, one }) {
  const make = (tag, text, look = "") => Object.assign(document.createElement(tag), { textContent: text, className: look });
  const item = make("li", "");
  const words = make("span", "", one ? "line one" : "line");
  words.append(make("strong", sender || "No sender"), " ", make(one ? "strong" : "span", subject), " ", make("span", preheader, "soft"));
  item.append(make("span", name, "soft small"), words);
  return item;
}

// The e-mail as on a machine of that scheme, whichever this one is; and as where pictures are not loaded.
function as(html, scheme, images) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const always = "(min-width: 0px)", never = "(max-width: 0px)";
  const asked = (css) =>
    css.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, one) => (one.toLowerCase() === scheme ? always : never));
  for (const style of page.querySelectorAll("style")) style.textContent = asked(style.textContent);
  for (const one of page.querySelectorAll("[media]")) one.setAttribute("media", asked(one.getAttribute("media")));
  if (!images) withoutImages(page);
  const own = page.createElement("style");
  own.textContent = `:root { color-scheme: only ${scheme} !important; }`;
  const base = page.createElement("base");
  base.target = "_blank";
  page.head.append(own, base);
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`;
}

function withoutImages(page) {
  for (const image of page.querySelectorAll("img")) {
    image.removeAttribute("srcset");
    image.setAttribute("src", "data:,");
  }
  for (const one of page.querySelectorAll("[background]")) one.removeAttribute("background");
  const none = (css) => css.replace(/url\([^)]*\)/gi, "none");
  for (const one of page.querySelectorAll("[style*='url(']")) one.setAttribute("style", none(one.getAttribute("style")));
  for (const style of page.querySelectorAll("style")) style.textContent = none(style.textContent);
}

const look = document.getElementById("look");
const find = document.getElementById("search");
if (look) email(look);
if (find) index(find);
