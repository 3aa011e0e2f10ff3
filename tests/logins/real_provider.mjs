// A real provider of logins (npm oidc-provider, certified by the OpenID Foundation) for one test.
// node real_provider.mjs PORT BACK MAIL
import { Provider } from "oidc-provider";

const [port, back, mail] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: "runut kantor",
    client_secret: "rahasia:penyedia",
    redirect_uris: [back],
    post_logout_redirect_uris: [new URL("/masuk/", back).href],
  }],
  claims: { email: ["email", "email_verified"], openid: ["sub"] },
  cookies: { keys: ["uji"] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id === "andreas" ? mail : `${id}@lain.example`, email_verified: true }),
  }),
});
provider.listen(Number(port), "127.0.0.1");
