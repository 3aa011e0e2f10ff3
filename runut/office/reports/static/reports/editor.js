/* Penyunting bagian laporan: lembar yang disunting langsung, di atas isian teks yang tetap menjadi
   sumbernya. Susunan teksnya dibaca server (core/report/prose); di sini lembar hanya ditulis kembali
   menjadi teks itu. Tanpa skrip ini isian teksnya dipakai sebagaimana adanya. */
(function () {
  "use strict";
  var root = document.querySelector("[data-penyunting]");
  if (!root || !document.execCommand) return;
  var area = root.querySelector("textarea"), form = area.form, sheet, tools, timer, isPlain = false, isTouched = false;
  var pictures = root.dataset.alamatGambar.slice(0, -1);

  function make(tag, name, words) {
    var el = document.createElement(tag);
    if (name) el.className = name;
    if (words) el.textContent = words;
    return el;
  }

  /* ---- lembar menjadi teks ------------------------------------------------------------- */
  var BLOCKS = /^(P|DIV|UL|OL|LI|TABLE|FIGURE|H[1-6]|BLOCKQUOTE|PRE|SECTION|ARTICLE|HEADER|FOOTER|MAIN|DL|DT|DD|TBODY|THEAD|TR)$/;

  /* Tanda satu per satu dengan ketebalannya; kata yang tebal sebagian menjadi tebal seluruhnya. */
  function signs(node, bold, italic, out) {
    node.childNodes.forEach(function (one) {
      if (one.nodeType === 3) {
        Array.from(one.data.replace(/[\u200b\ufeff]/g, "").replace(/[\t\r\n \u00a0]+/g, " ")).forEach(function (c) {
          out.push({ t: c, b: bold, i: italic, w: /[\p{L}\p{N}]/u.test(c), s: c === " " });
        });
      } else if (one.nodeType === 1) {
        if (one.dataset.nama !== undefined) out.push({ t: "{" + one.dataset.nama + "}", b: bold, i: false });
        else if (one.dataset.apa !== undefined) out.push({ t: "\\" + one.textContent, b: bold, i: italic });
        else if (one.nodeName === "BR") out.push({ t: " ", b: bold, i: italic, s: true });
        else if (!/^(UL|OL|TABLE|FIGURE)$/.test(one.nodeName)) {
          signs(one, bold || isBold(one), italic || isItalic(one), out);
        }
      }
    });
    return out;
  }
  /* Kebijakan halaman tidak membiarkan peramban membaca gaya sebaris; di sini ia hanya kata. */
  function style(el) { return el.getAttribute("style") || ""; }
  function isLettered(el) { return el.getAttribute("type") === "a" || /lower-(alpha|latin)/.test(style(el)); }
  function isBold(el) {
    var w = (/font-weight:\s*(\w+)/i.exec(style(el)) || [])[1];
    return /^(B|STRONG|TH|H[1-6])$/.test(el.nodeName) && w !== "normal" && w !== "400" || w === "bold" || Number(w) >= 600;
  }
  function isItalic(el) {
    return /^(I|EM)$/.test(el.nodeName) || /font-style:\s*italic/i.test(style(el));
  }
  function tight(list) {
    var n, end, word;
    list = list.filter(function (x, m) { return !(x.s && m && list[m - 1].s); });
    while (list.length && list[0].s) list.shift();
    while (list.length && list[list.length - 1].s) list.pop();
    ["b", "i"].forEach(function (k) {
      for (n = 0; n < list.length; n = end + 1) {
        for (end = n; end < list.length && list[end].w; end++);
        word = list.slice(n, end);
        if (word.some(function (x) { return x[k]; })) word.forEach(function (x) { x[k] = true; });
      }
      list.forEach(function (x, m) {
        var p = list[m - 1];
        if (x[k] && !(p && p[k]) && (x.s || x.t === ")" || p && p.w)) x[k] = false;
      });
      for (n = list.length - 1; n >= 0; n--) {
        var x = list[n], q = list[n + 1];
        if (x[k] && !(q && q[k]) && (x.s || q && q.w)) x[k] = false;
      }
    });
    return list;
  }
  function line(node, inCell) {
    var last = { b: false, i: false }, out = "";
    tight(signs(node, false, false, [])).concat([{ t: "", b: false, i: false }]).forEach(function (x) {
      if (last.i && !x.i) out += "_";
      if (last.b && !x.b) out += "*";
      if (x.b && !last.b) out += "*";
      if (x.i && !last.i) out += "_";
      out += inCell && x.t === "|" ? "\\|" : x.t;
      last = x;
    });
    return out.trim();
  }
  function list(el, depth, out) {
    var count = Number(el.getAttribute("start")) || 1;
    Array.from(el.children).forEach(function (li) {
      if (/^(UL|OL)$/.test(li.nodeName)) { list(li, depth + 1, out); return; }
      var letter = isLettered(el);
      var mark = el.nodeName === "UL" ? "-" : letter ? String.fromCharCode(97 + (count - 1) % 26) + "." : count + ".";
      var words = line(li);
      if (words) { out.push("  ".repeat(depth) + mark + " " + words); count++; }
      li.querySelectorAll("ul, ol").forEach(function (sub) {
        if (sub.parentNode.closest("li") === li) list(sub, depth + 1, out);
      });
    });
  }
  function table(el, out) {
    var head = el.querySelector("caption"), title = head ? head.textContent.replace(/\s+/g, " ").trim() : "";
    if (title) out.push("Tabel: " + title.replace(/([\\|\[\]])/g, "\\$1"));
    el.querySelectorAll("tr").forEach(function (tr) {
      out.push("| " + Array.from(tr.cells).map(function (c) {
        return line(plainHead(c), true);
      }).join(" | ") + " |");
    });
  }
  function plainHead(cell) {
    var copy = cell.cloneNode(true), box = make("div");
    while (copy.firstChild) box.appendChild(copy.firstChild);
    return box;
  }
  function field(words) { return words.replace(/\s+/g, " ").trim().replace(/([\\|\[\]])/g, "\\$1"); }
  function figure(el) {
    var img = el.querySelector("img"), cap = el.querySelector("figcaption");
    return "[gambar " + el.dataset.kode + " | " + field(cap ? cap.textContent : "") + " | " + field(img ? img.alt : "") + "]";
  }
  function text(node) {
    var parts = [], loose = make("p");
    function flush() {
      var words = line(loose);
      if (words) parts.push(words);
      loose = make("p");
    }
    node.childNodes.forEach(function (one) {
      var out = [], words;
      if (one.nodeType !== 1 || !BLOCKS.test(one.nodeName)) { loose.appendChild(one.cloneNode(true)); if (one.nodeName === "BR") flush(); return; }
      flush();
      if (/^(UL|OL)$/.test(one.nodeName)) list(one, 0, out);
      else if (one.nodeName === "TABLE") table(one, out);
      else if (one.nodeName === "FIGURE") out.push(figure(one));
      else if (Array.from(one.children).some(function (c) { return BLOCKS.test(c.nodeName); })) out.push(text(one));
      else {
        words = line(one);
        if (words) out.push((one.dataset.harfiah !== undefined ? "\\" : "") + words);
      }
      words = out.filter(Boolean).join("\n");
      if (words) parts.push(words);
    });
    flush();
    return parts.join("\n\n");
  }

  /* ---- yang ditempel menjadi susunan bersih ----------------------------------------------- */
  function clean(html) {
    var doc = new DOMParser().parseFromString(html.replace(/<!--\[if[\s\S]*?endif\]-->/g, ""), "text/html");
    var box = make("div"), hadPicture = doc.querySelector("img, v\\:imagedata") !== null;
    doc.querySelectorAll("script, style, head, meta, link, title, xml, o\\:p, del, iframe, object, svg, form, button, select").forEach(function (el) { el.remove(); });
    wordLists(doc);
    copy(doc.body, box);
    return { box: box, hadPicture: hadPicture };
  }
  /* Word menulis daftar sebagai alinea dengan mso-list; tandanya ada dalam span mso-list:Ignore. */
  function wordLists(doc) {
    doc.querySelectorAll("p").forEach(function (p) {
      var level = /mso-list:[^;]*level(\d)/i.exec(style(p)), mark, words, li;
      if (!level) return;
      mark = Array.from(p.querySelectorAll("span")).find(function (s) { return /mso-list:\s*Ignore/i.test(style(s)); });
      words = mark ? mark.textContent.trim() : "";
      if (mark) mark.remove();
      li = doc.createElement("p");
      li.dataset.tingkat = level[1];
      li.dataset.tanda = /^\d+[.)]/.test(words) ? "1" : /^[a-z][.)]/.test(words) ? "a" : "-";
      while (p.firstChild) li.appendChild(p.firstChild);
      p.replaceWith(li);
    });
  }
  function copy(from, into) {
    from.childNodes.forEach(function (one) {
      var el, name = one.nodeName;
      if (one.nodeType === 3) { into.appendChild(document.createTextNode(one.data.replace(/[\t\r\n ]+/g, " "))); return; }
      if (one.nodeType !== 1 || /display:\s*none/i.test(style(one))) return;
      if (one.dataset && one.dataset.nama !== undefined && one.classList.contains("angka-hidup")) { into.appendChild(chip(one.dataset.nama)); return; }
      if (one.dataset && one.dataset.tingkat) { listItem(one, into); return; }
      if (/^(UL|OL)$/.test(name)) { el = make(name.toLowerCase()); if (isLettered(one)) el.setAttribute("type", "a"); if (one.getAttribute("start")) el.setAttribute("start", one.getAttribute("start")); }
      else if (/^(LI|TABLE|TBODY|TR)$/.test(name)) el = make(name.toLowerCase());
      else if (/^(TD|TH)$/.test(name)) el = make(name.toLowerCase());
      else if (name === "CAPTION") el = make("caption");
      else if (name === "BR") { into.appendChild(make("br")); return; }
      else if (/^H[1-6]$/.test(name)) { el = make("p"); into.appendChild(el); el = el.appendChild(make("b")); copy(one, el); return; }
      else if (/^(P|DIV|BLOCKQUOTE|PRE|SECTION|ARTICLE|DT|DD|ADDRESS)$/.test(name)) {
        if (into.closest && into.closest("li, td, th, p")) { copy(one, into); into.appendChild(document.createTextNode(" ")); return; }
        if (Array.from(one.children).some(function (c) { return BLOCKS.test(c.nodeName); })) { copy(one, into); return; }
        el = make("p");
      }
      else if (isBold(one)) el = make("b");
      else if (isItalic(one)) el = make("i");
      else { copy(one, into); return; }
      copy(one, el);
      into.appendChild(el);
    });
    return into;
  }
  function listItem(p, into) {
    var depth = Math.min(Number(p.dataset.tingkat), 3), tag = p.dataset.tanda === "-" ? "UL" : "OL", at = into, n, last, one;
    for (n = 1; n <= depth; n++) {
      last = at.lastElementChild;
      if (!last || !/^(UL|OL)$/.test(last.nodeName) || n === depth && last.nodeName !== tag) {
        last = make(tag.toLowerCase());
        if (p.dataset.tanda === "a") last.setAttribute("type", "a");
        at.appendChild(last);
      }
      if (n < depth) at = last.lastElementChild || last.appendChild(make("li"));
      else { one = make("li"); copy(p, one); last.appendChild(one); }
    }
  }

  function mark(words) {
    var n = 0, place = 0;
    Array.from(words.replace(/\r\n/g, "\n")).forEach(function (c) { n = (n + ++place * c.codePointAt(0)) % 1000003; });
    return n;
  }

  /* ---- lembar dan alatnya ---------------------------------------------------------------- */
  /* Teks yang tidak disentuh tetap seperti tersimpan, sampai ke baris kosongnya. */
  function sync() {
    if (!isPlain && isTouched) area.value = text(sheet);
  }
  function changed() {
    isTouched = true;
    sync();
    clearTimeout(timer);
    timer = setTimeout(function () { ask().then(showRemarks, function () { /* luring: teks tetap tersimpan di peramban */ }); }, 1500);
  }
  function ask() {
    var data = new FormData();
    data.append("teks", area.value);
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    return fetch(root.dataset.lihat, { method: "POST", body: data, credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (answer) { if (!answer.ok) throw new Error(answer.status); return answer.json(); });
  }
  function showRemarks(data) {
    var box = document.querySelector("[data-temuan]"), part, ul;
    box.textContent = "";
    if (data.temuan.length) {
      part = make("div", "notice warn");
      part.appendChild(make("h2", "", "Perhatikan pada teks ini"));
      ul = part.appendChild(make("ul"));
      data.temuan.forEach(function (words) { ul.appendChild(make("li", "", words)); });
      box.appendChild(part);
    }
    if (!document.getElementById("hasil").hidden) document.querySelector("[data-hasil]").innerHTML = data.html;
    if (data.klaim) showClaims(data.klaim);
    return data;
  }
  /* Kalimat yang tidak sesuai data disebut di bawah lembar dan ditandai pada kata-katanya; tandanya
     tidak mengubah lembar, jadi kursor dan ketikan tetap di tempatnya. */
  function showClaims(found) {
    var old = document.querySelector("[data-klaim] .notice"), box = document.querySelector("[data-temuan]"), part, ul, ranges = [];
    if (old) old.remove();
    if (found.length) {
      part = make("div", "notice warn");
      part.appendChild(make("h2", "", found.length + " kalimat perlu dibetulkan atau dijelaskan"));
      ul = part.appendChild(make("ul"));
      found.forEach(function (one) {
        var li = ul.appendChild(make("li", "", "“" + one.sebelum)), range = place(one), b;
        li.appendChild(make("mark", "", one.kata));
        li.appendChild(document.createTextNode(one.sesudah + "” " + one.data + " "));
        if (one.alamat) { li.appendChild(make("a", "", one.jawab)).href = one.alamat; li.append(" "); }
        if (!range || isPlain) return;
        ranges.push(range);
        b = li.appendChild(make("button", "link", "Ke kalimatnya"));
        b.type = "button";
        b.onclick = function () { sheet.focus(); getSelection().removeAllRanges(); getSelection().addRange(range); range.startContainer.parentNode.scrollIntoView({ block: "center" }); };
      });
      box.appendChild(part);
    }
    if (window.Highlight && CSS.highlights) CSS.highlights.set("klaim", new Highlight(...ranges));
  }
  /* Letak kata dalam lembar: kalimatnya dicari menurut huruf dan angkanya, tanpa spasi dan tanda. */
  function place(one) {
    var walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT), signs = [], node, n, at, from, to, range;
    function bare(words) { return Array.from(words).filter(function (c) { return /[\p{L}\p{N}]/u.test(c); }); }
    while ((node = walk.nextNode())) {
      for (n = 0; n < node.data.length; n++) if (/[\p{L}\p{N}]/u.test(node.data[n])) signs.push([node, n]);
    }
    at = signs.map(function (s) { return s[0].data[s[1]]; }).join("").indexOf(bare(one.sebelum + one.kata + one.sesudah).join(""));
    if (at < 0 || !bare(one.kata).length) return null;
    from = signs[at + bare(one.sebelum).length];
    to = signs[at + bare(one.sebelum).length + bare(one.kata).length - 1];
    range = document.createRange();
    range.setStart(from[0], from[1]);
    range.setEnd(to[0], to[1] + 1);
    return range;
  }
  function fill(html) {
    isTouched = false;
    sheet.innerHTML = html || "<p><br></p>";
    whole();
  }
  /* Angka dan gambar dipindahkan utuh. Peramban menyisipkannya dengan benar hanya selama masih dapat
     disunting, jadi baru sesudahnya dikunci; tanda tanpa lebar memberi tempat bagi kursor. */
  function whole() {
    sheet.querySelectorAll("[data-nama], figure").forEach(function (el) {
      el.contentEditable = "false";
      if (el.nodeName === "SPAN" && !el.nextSibling) el.after("\u200b");
    });
  }
  function put(html) {
    sheet.focus();
    document.execCommand("insertHTML", false, html);
    whole();
    changed();
  }
  function run(command, value) {
    sheet.focus();
    document.execCommand(command, false, value);
    changed();
    marks();
  }
  /* Daftar yang dibuat peramban di dalam alinea dikeluarkan dari sana; kursor tetap di tempatnya. */
  function listed(command) {
    var s = getSelection(), node = s.anchorNode, at = s.anchorOffset, isOne = s.isCollapsed;
    sheet.focus();
    document.execCommand(command);
    sheet.querySelectorAll("p > ul, p > ol").forEach(function (el) {
      var p = el.parentNode;
      while (p.firstChild) p.before(p.firstChild);
      p.remove();
    });
    sheet.querySelectorAll("ol > ol, ol > ul, ul > ol, ul > ul").forEach(function (el) {
      var li = el.previousElementSibling;
      if (li && li.nodeName === "LI") li.appendChild(el);
    });
    if (isOne && node && sheet.contains(node)) s.collapse(node, Math.min(at, node.nodeType === 3 ? node.length : node.childNodes.length));
    changed();
    marks();
  }
  function here(tag) {
    var s = getSelection(), node = s.rangeCount ? s.anchorNode : null;
    node = node && (node.nodeType === 1 ? node : node.parentNode);
    node = node && node.closest(tag);
    return node && sheet.contains(node) ? node : null;
  }
  function letters() {
    listed("insertOrderedList");
    var ol = here("ol");
    if (ol) { ol.setAttribute("type", "a"); changed(); }
  }
  function addTable() {
    var cells = "<td><br></td><td><br></td>";
    put("<table><caption></caption><tbody><tr><th><br></th><th><br></th></tr><tr>" + cells + "</tr><tr>" + cells + "</tr></tbody></table><p><br></p>");
  }
  function row() {
    var tr = here("tr"), fresh;
    if (!tr) return;
    fresh = tr.cloneNode(true);
    Array.from(fresh.cells).forEach(function (c) { var td = make("td"); td.innerHTML = "<br>"; c.replaceWith(td); });
    tr.after(fresh); changed();
  }
  function column() {
    var cell = here("td, th"), n;
    if (!cell) return;
    n = cell.cellIndex;
    cell.closest("table").querySelectorAll("tr").forEach(function (tr) {
      var fresh = make(tr.cells[n].nodeName.toLowerCase()); fresh.innerHTML = "<br>"; tr.cells[n].after(fresh);
    });
    changed();
  }
  function less(what) {
    var cell = here("td, th"), whole = cell && cell.closest("table"), n = cell && cell.cellIndex;
    if (!cell) return;
    if (what === "row") cell.parentNode.remove();
    else whole.querySelectorAll("tr").forEach(function (tr) { if (tr.cells[n]) tr.cells[n].remove(); });
    if (!whole.querySelector("td, th")) whole.remove();
    changed();
  }
  function plain() {
    isPlain = !isPlain;
    if (isPlain) { show(); return; }
    ask().then(function (data) { fill(data.sunting); showRemarks(data); show(); }, function () { isPlain = true; show(); });
  }
  function show() {
    area.closest(".field").hidden = !isPlain;
    sheet.hidden = isPlain;
    tools.querySelectorAll("button").forEach(function (b) { if (!b.dataset.biasa) b.hidden = isPlain; });
    tools.querySelector("[data-biasa]").setAttribute("aria-pressed", String(isPlain));
    (isPlain ? area : sheet).focus();
  }
  function marks() {
    tools.querySelectorAll("[data-keadaan]").forEach(function (b) {
      b.setAttribute("aria-pressed", String(document.queryCommandState(b.dataset.keadaan)));
    });
    tools.querySelectorAll("[data-tabel]").forEach(function (b) { b.hidden = isPlain || !here("table"); });
  }

  /* ---- angka dan gambar ------------------------------------------------------------------- */
  var known = [];
  function figures() {
    return fetch(root.dataset.angka, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.json(); })
      .then(function (data) {
        known = data.angka.map(function (f) { return { name: f[0], value: f[1], label: f[2], source: f[3] }; });
        return known;
      });
  }
  function chip(name) {
    var found = known.find(function (f) { return f.name === name; });
    var el = make("span", found ? "angka-hidup" : "angka-hidup belum", found ? found.value : name);
    el.dataset.nama = name;
    if (found) el.title = found.label + ". Asal: " + found.source;
    return el;
  }
  function dialog(title) {
    var d = make("dialog", "picker"), kept = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    d.appendChild(make("h2", "", title));
    d.setAttribute("aria-label", title);
    document.body.appendChild(d);
    d.addEventListener("close", function () {
      d.remove();
      sheet.focus();
      if (kept && sheet.contains(kept.startContainer)) { getSelection().removeAllRanges(); getSelection().addRange(kept); }
      if (d.put) put(d.put.outerHTML + (d.put.nodeName === "SPAN" ? "\u200b" : "<p><br></p>"));
    });
    return d;
  }
  function labelled(d, words, tag, value) {
    var label = d.appendChild(make("label", "", words)), el = label.appendChild(make(tag));
    if (tag === "input") el.type = "text";
    el.value = value || "";
    return el;
  }
  function actions(d, words, act) {
    var box = d.appendChild(make("p", "actions")), yes = box.appendChild(make("button", "btn btn-main", words)), no = box.appendChild(make("button", "btn", "Batal"));
    yes.type = no.type = "button";
    yes.onclick = act;
    no.onclick = function () { d.close(); };
    return yes;
  }
  function pickFigure() {
    var d = dialog("Sisipkan angka laporan"), all = known, search, ul;
    search = labelled(d, "Cari nama, indikator, atau nilai", "input");
    ul = d.appendChild(make("ul"));
    function draw() {
      var want = search.value.toLowerCase().split(/\s+/);
      ul.textContent = "";
      all.filter(function (f) {
        var all = (f.name + " " + f.label + " " + f.value).toLowerCase();
        return want.every(function (w) { return all.indexOf(w) >= 0; });
      }).slice(0, 40).forEach(function (f) {
        var b = ul.appendChild(make("li")).appendChild(make("button"));
        b.type = "button";
        b.appendChild(make("b", "", f.value)); b.appendChild(make("span", "", f.label));
        b.appendChild(make("small", "", "{" + f.name + "} · " + f.source));
        b.onclick = function () { d.put = chip(f.name); d.close(); };
      });
      if (!ul.firstChild) ul.appendChild(make("li", "", !all.length ? "Sedang dimuat…" : "Tidak ada angka dengan nama itu. Coba kata lain."));
    }
    search.addEventListener("input", draw);
    search.addEventListener("keydown", function (e) { if (e.key === "Enter") { e.preventDefault(); if (ul.querySelector("button")) ul.querySelector("button").click(); } });
    draw();
    if (!all.length) figures().then(function (found) { all = found; draw(); }, function () { ul.textContent = "Daftar angka tidak termuat. Periksa sambungan, lalu buka lagi."; });
    actions(d, "Tutup", function () { d.close(); }).nextSibling.remove();
    d.showModal();
    search.focus();
  }
  function picture(code, title, about) {
    var el = make("figure"), img = make("img");
    el.dataset.kode = code;
    img.src = pictures + code; img.alt = about;
    el.append(img, make("figcaption", "", title));
    return el;
  }
  function addPicture() {
    var d = dialog("Sisipkan gambar"), file, title, about, told;
    file = labelled(d, "Foto JPG atau gambar PNG, paling besar 15 MB", "input");
    file.type = "file"; file.accept = ".jpg,.jpeg,.png";
    title = labelled(d, "Judul gambar (tercetak di bawahnya)", "input");
    about = labelled(d, "Uraian bagi yang tidak dapat melihatnya", "textarea");
    told = d.appendChild(make("p", "error")); told.setAttribute("role", "alert");
    var yes = actions(d, "Unggah dan sisipkan", function () {
      var data = new FormData();
      data.append("berkas", file.files[0] || ""); data.append("judul", title.value); data.append("uraian", about.value);
      data.append("kunci", String(Date.now()) + Math.random().toString(36).slice(2));
      data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      yes.disabled = true; told.textContent = "Sedang diunggah…";
      fetch(root.dataset.gambar, { method: "POST", body: data, credentials: "same-origin", headers: { Accept: "application/json" } })
        .then(function (a) { return a.json(); })
        .then(function (r) {
          yes.disabled = false;
          if (r.galat) { told.textContent = r.galat.join(" "); return; }
          d.put = picture(r.kode, r.judul, r.uraian); d.close();
        })
        .catch(function () { yes.disabled = false; told.textContent = "Tidak terkirim. Periksa sambungan, lalu coba lagi."; });
    });
    d.showModal();
  }
  function editPicture(el) {
    var d = dialog("Gambar"), img = el.querySelector("img"), cap = el.querySelector("figcaption");
    var title = labelled(d, "Judul gambar (tercetak di bawahnya)", "input", cap.textContent);
    var about = labelled(d, "Uraian bagi yang tidak dapat melihatnya", "textarea", img.alt);
    var yes = actions(d, "Pakai", function () { cap.textContent = title.value; img.alt = about.value; d.close(); changed(); });
    var out = make("button", "btn btn-danger", "Keluarkan dari teks");
    out.type = "button";
    out.onclick = function () { el.remove(); d.close(); changed(); };
    yes.after(" ", out);
    d.showModal();
  }

  /* ---- mulai --------------------------------------------------------------------------------- */
  var TOOLS = [
    ["Tebal", "B", function () { run("bold"); }, "bold", "Ctrl+B"], ["Miring", "I", function () { run("italic"); }, "italic", "Ctrl+I"], null,
    ["Butir", "• Butir", function () { listed("insertUnorderedList"); }, "insertUnorderedList"],
    ["Nomor", "1. Nomor", function () { listed("insertOrderedList"); }, "insertOrderedList"],
    ["Huruf", "a. Huruf", letters],
    ["Jadikan anak butir", "→", function () { if (here("li")) listed("indent"); }, "", "Ctrl+]"],
    ["Naikkan butir", "←", function () { if (here("li")) listed("outdent"); }, "", "Ctrl+["], null,
    ["Sisipkan angka laporan", "Angka", pickFigure], ["Sisipkan tabel", "Tabel", addTable], ["Sisipkan gambar", "Gambar", addPicture], null,
    ["Tambah baris", "+ Baris", row, "", "", "tabel"], ["Tambah kolom", "+ Kolom", column, "", "", "tabel"],
    ["Hapus baris", "− Baris", function () { less("row"); }, "", "", "tabel"], ["Hapus kolom", "− Kolom", function () { less("column"); }, "", "", "tabel"],
    ["Urungkan", "↶", function () { run("undo"); }, "", "Ctrl+Z"], ["Ulangi", "↷", function () { run("redo"); }, "", "Ctrl+Y"],
    ["Teks biasa", "Teks biasa", plain, "", "", "biasa"]];
  tools = make("div", "tools");
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", "Alat menulis");
  TOOLS.forEach(function (one) {
    if (!one) { tools.appendChild(make("span", "gap")); return; }
    var b = tools.appendChild(make("button", "", one[1]));
    b.type = "button"; b.title = one[0] + (one[4] ? " (" + one[4] + ")" : "");
    b.setAttribute("aria-label", one[0]);
    if (one[3]) b.dataset.keadaan = one[3];
    if (/^(bold|italic)$/.test(one[3])) b.className = one[3];
    if (one[5]) b.dataset[one[5]] = "1";
    b.tabIndex = tools.querySelectorAll("button").length === 1 ? 0 : -1;
    b.addEventListener("mousedown", function (e) { e.preventDefault(); });
    b.addEventListener("click", one[2]);
  });
  tools.addEventListener("keydown", function (e) {
    var step = { ArrowRight: 1, ArrowLeft: -1 }[e.key], all, n;
    if (!step) return;
    all = Array.from(tools.querySelectorAll("button:not([hidden])"));
    n = (all.indexOf(document.activeElement) + step + all.length) % all.length;
    all.forEach(function (b, m) { b.tabIndex = m === n ? 0 : -1; });
    all[n].focus();
    e.preventDefault();
  });
  sheet = make("div", "sheet");
  sheet.contentEditable = "true";
  sheet.setAttribute("role", "textbox");
  sheet.setAttribute("aria-multiline", "true");
  sheet.setAttribute("aria-label", root.querySelector("label").textContent.trim());
  sheet.lang = "id"; sheet.spellcheck = true;
  root.prepend(tools, sheet);
  var first = root.querySelector("template[data-isi]");
  fill(first.innerHTML);
  /* Isian yang diisikan kembali dari ketikan tersimpan berbeda dari lembar: lembar mengikuti isian. */
  if (Number(first.dataset.isi) !== mark(area.value)) ask().then(function (data) { fill(data.sunting); showRemarks(data); });
  else if (document.querySelector("[data-klaim] .notice")) ask().then(showRemarks, function () { /* daftarnya sudah ada di atas */ });
  document.execCommand("defaultParagraphSeparator", false, "p");
  document.execCommand("styleWithCSS", false, false);
  root.querySelector("[data-bantuan]").hidden = true;
  area.closest(".field").hidden = true;
  marks();

  sheet.addEventListener("input", changed);
  document.addEventListener("selectionchange", function () { if (!sheet.hidden && sheet.contains(document.activeElement)) marks(); });
  sheet.addEventListener("keydown", function (e) {
    var key = (e.ctrlKey || e.metaKey) && { b: "bold", i: "italic", "]": "indent", "[": "outdent" }[e.key];
    if (!key || /dent/.test(key) && !here("li")) return;
    e.preventDefault();
    if (/dent/.test(key)) listed(key); else run(key);
  });
  sheet.addEventListener("click", function (e) {
    var el = e.target.closest("figure");
    if (el) editPicture(el);
  });
  sheet.addEventListener("paste", function (e) {
    var html = e.clipboardData.getData("text/html"), words = e.clipboardData.getData("text/plain"), got, copyBox;
    e.preventDefault();
    if (!html) {
      copyBox = make("div");
      words.split(/\r?\n/).forEach(function (one) { if (one.trim()) copyBox.appendChild(make("p", "", one.trim())); });
      put(copyBox.children.length === 1 ? copyBox.firstChild.innerHTML : copyBox.innerHTML);
      return;
    }
    got = clean(html);
    put(got.box.innerHTML);
    if (got.hadPicture) showRemarks({ temuan: ["Gambar tidak ikut tertempel. Sisipkan dengan tombol Gambar."], html: "" });
  });
  sheet.addEventListener("drop", function (e) { e.preventDefault(); });
  area.addEventListener("change", function () { if (!isPlain) ask().then(function (data) { fill(data.sunting); showRemarks(data); }); });
  form.addEventListener("submit", sync);
  form.querySelector("[data-lihat-hasil]").addEventListener("click", function (e) {
    e.preventDefault();
    sync();
    document.getElementById("hasil").hidden = false;
    ask().then(showRemarks).then(function () { document.getElementById("hasil").scrollIntoView({ block: "nearest" }); });
  });
})();
