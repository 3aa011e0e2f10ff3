/* Kunci sandi: peramban ditanya, jawabannya dikirim dengan formulirnya. Tanpa skrip ini ada kode. */
(function () {
  "use strict";
  var NAMES = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }
  function letters(buffer) {
    var plain = Array.from(new Uint8Array(buffer), function (one) { return String.fromCharCode(one); });
    return btoa(plain.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function named(list) {
    return list.map(function (one) { return { type: one.type, id: bytes(one.id) }; });
  }
  function read(told) {
    var asked = JSON.parse(told);
    asked.challenge = bytes(asked.challenge);
    if (asked.user) asked.user.id = bytes(asked.user.id);
    if (asked.excludeCredentials) asked.excludeCredentials = named(asked.excludeCredentials);
    if (asked.allowCredentials) asked.allowCredentials = named(asked.allowCredentials);
    return asked;
  }
  function written(credential) {
    var response = {};
    NAMES.forEach(function (name) {
      if (credential.response[name]) response[name] = letters(credential.response[name]);
    });
    return JSON.stringify({ id: credential.id, rawId: letters(credential.rawId), type: credential.type,
      response: response, clientExtensionResults: {} });
  }
  function why(error, origin) {
    if (location.origin !== origin) return "Kunci sandi hanya berlaku di " + origin + ". Buka Runut lewat alamat itu.";
    if (!navigator.credentials || !window.PublicKeyCredential) return "Peramban ini tidak mengenal kunci sandi. Pakai peramban lain, atau kode.";
    if (!error) return "";
    if (error.name === "InvalidStateError") return "Perangkat ini sudah mempunyai kunci sandi Saudara. Pakai yang itu, atau perangkat lain.";
    if (error.name === "NotAllowedError") return "Peramban tidak memberikan kunci sandi: dibatalkan, terlalu lama, atau tidak ada yang cocok. Coba lagi, atau pakai cara lain.";
    return "Peramban gagal memakai kunci sandi. Coba lagi, atau pakai cara lain.";
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var answer = form.elements.kunci_sandi, told = form.querySelector(".passkey-told"), busy = false;
    function tell(words) { told.textContent = words; told.hidden = !words; }
    function start() {
      if (busy) return;
      busy = true;
      tell("");
      navigator.credentials[form.dataset.passkey]({ publicKey: read(form.dataset.asked) }).then(function (credential) {
        answer.value = written(credential);
        form.requestSubmit();
      }).catch(function (error) { tell(why(error, form.dataset.origin)); }).finally(function () { busy = false; });
    }
    answer.value = "";
    form.hidden = false;
    form.addEventListener("submit", function (e) {
      if (answer.value) return;
      e.preventDefault();
      if (why(null, form.dataset.origin)) tell(why(null, form.dataset.origin)); else start();
    });
    if (why(null, form.dataset.origin)) { tell(why(null, form.dataset.origin)); form.querySelector("button").disabled = true; }
    else if (form.hasAttribute("data-at-once")) start();
  });
})();
