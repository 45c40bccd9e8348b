import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const UNIT = 'deploy/backstory.service';
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('compose.yaml', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'));

  it('gives the service nothing to write in but its data, and no privilege', () => {
    expect(services.backstory).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    const writable = services.backstory.volumes.filter((volume: string) => !volume.endsWith(':ro'));
    expect(writable).toEqual(['data:/data']);
  });

  it('opens one port, on this machine only, and none of the database’s', () => {
    expect(services.backstory.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(services.database.ports).toBeUndefined();
  });

  it('knows of the proxy before that port, and lets the operator have more', () => {
    expect(services.backstory.environment.WEB_PROXIES).toMatch(/^\$\{WEB_PROXIES:-1\}$/);
  });

  it('holds no password of its own, and waits for the database', () => {
    expect(services.backstory.environment.DATABASE_URL).toMatch(/\$\{POSTGRES_PASSWORD:\?/);
    expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(services.backstory.depends_on.database.condition).toBe('service_healthy');
  });

  it.each(['backstory', 'database'])('gives %s longer to stop than it takes', (name) => {
    expect(Number.parseInt(services[name].stop_grace_period, 10)).toBeGreaterThan(10);
  });
});

describe('commands beside the systemd unit, as docs/operating.md runs them', () => {
  const docs = readFileSync('docs/operating.md', 'utf8');
  const properties = [...docs.matchAll(/--property=(\S+)/g)].map(([, property]) => property);

  it('have the unit’s user, folders and settings', () => {
    const unit = readFileSync(UNIT, 'utf8').split('\n');
    // A dynamic user is called what its unit is.
    const expected = [...unit, `User=${basename(UNIT, '.service')}`];
    expect(properties.length).toBeGreaterThan(5);
    expect(properties.filter((property) => !expected.includes(property ?? ''))).toEqual([]);
  });

  it('run the program the unit runs', () => {
    const program = /^ExecStart=(.*?) start/m.exec(readFileSync(UNIT, 'utf8'))?.[1];
    expect(docs).toContain(`${program} "$@"`);
  });
});

describe.skipIf(!hasSystemd)('the systemd unit', () => {
  it('is one that systemd accepts', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', UNIT], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('leaves little to attack', () => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', UNIT], {
      encoding: 'utf8',
    });
    const level = Number(/Overall exposure level for \S+ ([\d.]+)/.exec(stdout)?.[1]);
    expect(level).toBeLessThan(2);
  });
});
