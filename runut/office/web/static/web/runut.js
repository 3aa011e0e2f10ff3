/* Tambahan kecil; semua halaman bekerja tanpanya: menyimpan ketikan, mencegah kirim dua kali,
   mengingatkan sebelum ketikan hilang dan sebelum sesi berakhir, menunjuk tempat isian pada aslinya. */
(function () {
  "use strict";
  var me = document.body.dataset.pengguna || "", dirty = false, card = document.querySelector("[data-ketikan]");
  var kept = card ? Number(card.dataset.ketikan) : 0; /* yang lebih lama sudah ditawarkan kartu itu */
  function key(form) { return "runut:" + me + ":" + form.dataset.simpan; }
  function read(k) { try { return JSON.parse(localStorage.getItem(k)); } catch (e) { return null; } }
  function write(k, v) { try { localStorage.setItem(k, JSON.stringify(v)); } catch (e) { /* penuh */ } }
  function drop(k) { try { localStorage.removeItem(k); } catch (e) { /* tertutup */ } }
  function sent(k) {
    try {
      if (k !== undefined) sessionStorage.setItem("runut:terkirim", k);
      return sessionStorage.getItem("runut:terkirim");
    } catch (e) { return ""; }
  }
  function typed(form) {
    return Array.prototype.filter.call(form.elements, function (el) {
      return el.name && !/^(hidden|password|file|submit|button|fieldset)$/.test(el.type);
    });
  }
  function values(form) {
    return typed(form).map(function (el) {
      return [el.name, /^(checkbox|radio)$/.test(el.type) ? el.checked : el.value];
    });
  }
  function notice(text, buttons) {
    var box = document.createElement("div");
    box.className = "notice warn";
    box.setAttribute("role", "status");
    box.textContent = text + " ";
    buttons.forEach(function (pair) {
      var b = document.createElement("button");
      b.type = "button"; b.className = "btn btn-small"; b.textContent = pair[0];
      b.onclick = function () { pair[1](); box.remove(); };
      box.append(b, " ");
    });
    return box;
  }
  function offer(form, saved) {
    var when = new Date(saved.t).toLocaleString("id-ID", { dateStyle: "medium", timeStyle: "short" });
    form.prepend(notice("Ada ketikan yang belum terkirim dari " + when + ".", [
      ["Pakai lagi", function () {
        typed(form).forEach(function (el, i) {
          var s = saved.v[i];
          if (!s || s[0] !== el.name) return;
          if (typeof s[1] === "boolean") el.checked = s[1]; else el.value = s[1];
          el.dispatchEvent(new Event("change", { bubbles: true }));
        });
        dirty = true;
      }],
      ["Buang", function () { drop(key(form)); }]]));
  }

  document.querySelectorAll("[data-tersimpan]").forEach(function (el) {
    drop("runut:" + me + ":" + el.dataset.tersimpan);
  });
  /* Yang baru dikirim dan diterima, kata pesan di halaman ini, tidak ditawarkan lagi. */
  if (sent() && document.querySelector("[data-berhasil]")) drop(sent());
  sent("");
  document.querySelectorAll("form[data-simpan]").forEach(function (form) {
    var saved = read(key(form)), timer;
    if (saved && saved.t > kept && JSON.stringify(saved.v) !== JSON.stringify(values(form))) offer(form, saved);
    form.addEventListener("input", function () {
      dirty = true;
      /* juga di tengah ketikan yang tidak berhenti: paling banyak 0,4 detik yang belum tersimpan */
      if (!timer) timer = setTimeout(function () {
        timer = 0;
        write(key(form), { t: Date.now(), v: values(form) });
      }, 400);
    });
  });
  addEventListener("beforeunload", function (e) { if (dirty) e.preventDefault(); });

  document.addEventListener("submit", function (e) {
    var form = e.target, button = e.submitter, words;
    if (e.defaultPrevented || form.method === "get") return;
    if (form.dataset.terkirim) { e.preventDefault(); return; }
    if (form.hasAttribute("data-buang")) document.querySelectorAll("form[data-simpan]").forEach(function (f) {
      if ((read(key(f)) || { t: Infinity }).t <= kept) drop(key(f));
    });
    if (form.dataset.simpan) { write(key(form), { t: Date.now(), v: values(form) }); sent(key(form)); }
    dirty = false;
    if (form.hasAttribute("data-unduh")) return;
    form.dataset.terkirim = "1";
    if (!button) return;
    words = button.textContent;
    button.textContent = "Sedang diproses…";
    button.setAttribute("aria-disabled", "true");
    function ready() {
      delete form.dataset.terkirim;
      button.textContent = words;
      button.removeAttribute("aria-disabled");
    }
    setTimeout(ready, 20000);
    addEventListener("pageshow", ready, { once: true });
  });

  /* Peramban menulis tanggal dengan bahasanya sendiri; kata-kata di sampingnya mengikuti. */
  document.addEventListener("input", function (e) {
    var words = e.target.type === "date" && e.target.parentNode.querySelector(".day-words");
    if (words) words.textContent = e.target.value && new Date(e.target.value + "T00:00")
      .toLocaleDateString("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  });

  /* Enter mengirim bagian tempat kursor berada, bukan bagian pertama halaman. */
  document.addEventListener("keydown", function (e) {
    var part = e.key === "Enter" && e.target.matches("input:not([type=submit])") && e.target.closest("[data-bagian]");
    if (!part) return;
    e.preventDefault();
    part.querySelector("button").click();
  });

  document.addEventListener("focusin", function (e) {
    var field = e.target.closest("[data-tempat]"), place, panel;
    document.querySelectorAll(".is-here").forEach(function (el) { el.classList.remove("is-here"); });
    place = field && document.getElementById(field.dataset.tempat);
    if (!place) return;
    place.classList.add("is-here");
    panel = place.closest(".original-page");
    panel.scrollTop += place.getBoundingClientRect().top - panel.getBoundingClientRect().top
      - panel.clientHeight / 3;
  });

  var left = Number(document.body.dataset.sesi);
  if (left > 180) setTimeout(function () {
    document.getElementById("isi").prepend(notice(
      "Sesi Saudara berakhir 2 menit lagi. Simpan pekerjaan Saudara, atau perpanjang sesi.",
      [["Perpanjang sesi", function () { fetch(location.href, { credentials: "same-origin" }); }]]));
  }, (left - 120) * 1000);
})();
