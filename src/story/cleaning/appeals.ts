/** Asks for consent to cookies, or tells of them, in the page's own voice. */
export function isCookieNotice(text: string): boolean {
  if (!/\bcookies?\b/i.test(text)) return false;
  if (/^by (?:continuing|clicking|using|browsing)\b/i.test(text)) return true;
  return (
    !/["“”]/.test(text) &&
    /\b(?:we|our|you|your|this (?:web ?)?(?:site|page))\b/i.test(text) &&
    /\b(?:use|uses|using|accept|consent|agree|manage|store|enable|allow|reject)\b/i.test(text) &&
    /\b(?:site|website|browser|browsing|experience|consent|privacy|polic(?:y|ies)|settings|preferences|partners|personali[sz]e|traffic|advertising|ads|device|similar technologies)\b/i.test(
      text,
    )
  );
}

/** Asks readers to subscribe, or thanks them for it. */
export function isNewsletterAppeal(text: string): boolean {
  if (/^(?:thank you|thanks) for (?:signing up|subscribing|registering|reading)\b/i.test(text)) return true;
  if (/^you(?:['’]ve| have| are|['’]re) (?:successfully |now |already )*subscribed\b/i.test(text))
    return true;
  if (
    /^by (?:signing up|subscribing|registering|submitting)[^.]{0,40}\b(?:agree|consent|accept|acknowledge)\b/i.test(
      text,
    )
  )
    return true;
  const named = /\b(?:newsletters?|mailing list|e-?mail updates|news alerts|push notifications)\b/i.test(
    text,
  );
  if (/^(?:please )?(?:sign up|subscribe|register)\b/i.test(text))
    return (
      named ||
      /\b(?:our|your inbox|for free|free trial|now|today|unlimited|digital access|here|get)\b/i.test(text)
    );
  return (
    /^(?:get|receive|join|enter your e-?mail|stay (?:informed|up[ -]to[ -]date|connected)|never miss|don['’]t miss)\b/i.test(
      text,
    ) &&
    (named ||
      /\b(?:your inbox|your e-?mail|our app|(?:telegram|whatsapp) (?:channel|group)|our channel)\b/i.test(
        text,
      )) &&
    /\b(?:our|your|us)\b/i.test(text)
  );
}

/** Asks readers to click, pay, write in or load the app. */
export function isAppeal(text: string): boolean {
  return (
    /^(?:click|tap) (?:here|on the link|to (?:read|watch|view|subscribe|share|join|play|expand|see|listen))\b/i.test(
      text,
    ) ||
    /^download (?:our|the [^.]{1,40}) app\b/i.test(text) ||
    /^(?:please )?(?:support|donate to|help (?:us|support|fund)) (?:our|us|independent|quality)\b[^.]*\b(?:journalism|newsroom|reporting|work|today|now)\b/i.test(
      text,
    ) ||
    /^become (?:a|an) [^.]{0,30}(?:member|subscriber|supporter)\b(?:[^.]{0,60}\b(?:today|now|here|and get|to)\b|[.!]?$)/i.test(
      text,
    ) ||
    /^(?:do you have|have you got|got) (?:a|any|some) (?:news )?(?:story|tip|tips|news|information you)\b/i.test(
      text,
    ) ||
    /^catch up (?:on|with) our\b|\bsmall favour to ask\b|\bsupport our (?:journalism|reporting|newsroom)\b/i.test(
      text,
    ) ||
    /^follow\b[^.]{0,80} at:? https?:\/\/\S+$/i.test(text) ||
    /^(?:contact|e-?mail|write to) (?:us|the (?:author|reporter|writer|newsroom|editor)) (?:at|on|via|here|with)\b/i.test(
      text,
    ) ||
    /^(?:send|share) (?:us )?your (?:tips?|thoughts|stories|views|comments|feedback)\b/i.test(text)
  );
}
