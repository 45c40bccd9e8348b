import type { Rig } from './rig.ts';

/** A browser that installs the app: follows Slack's page back, with the cookie it was given. */
export async function installed(rig: Rig, { spoilState = false, forgetCookie = false } = {}) {
  const base = `http://127.0.0.1:${rig.server.port}`;
  const begun = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consent = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(consent.headers.get('location') ?? '');
  if (spoilState) back.searchParams.set('state', 'forged');
  return fetch(`${base}${back.pathname}${back.search}`, {
    redirect: 'manual',
    ...(forgetCookie ? {} : { headers: { cookie } }),
  });
}
