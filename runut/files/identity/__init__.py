"""Who somebody is, as a device or a provider of logins says it: judged over bytes, without Django.

``passkey`` makes what a browser is asked for and judges what its passkey answers (WebAuthn).
``openid`` asks a provider of logins and judges its tokens (OpenID Connect).
"""

PUBLIC = ("openid", "passkey")
