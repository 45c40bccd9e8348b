import { describe, expect, it } from 'vitest';
import { MemoryInstallationRows } from '../../../../adapters/slack/install/installation-rows.ts';
import { OrganisationMembers } from '../../../../adapters/slack/install/organisation-members.ts';
import { Sealer } from '../../../../adapters/slack/install/sealer.ts';

const SEALER = new Sealer(['a secret that is at least as long as thirty-two characters']);

describe('the workspaces of an organisation', () => {
  it('are known to every process, each organisation’s its own', async () => {
    const rows = new MemoryInstallationRows();
    const members = new OrganisationMembers(rows, SEALER);
    await members.note('T1', 'E1', 'installation of E1');
    await members.note('T2', 'E2', 'installation of E2');
    const elsewhere = new OrganisationMembers(rows, SEALER);
    expect(await elsewhere.of('E1')).toEqual(['T1']);
    expect(await elsewhere.enterpriseOf('T2')).toBe('E2');
  });

  it('are found whatever became of others', async () => {
    const rows = new MemoryInstallationRows();
    const members = new OrganisationMembers(rows, SEALER);
    await rows.put('slack:member:T0', 'sealed by nobody');
    await members.note('T1', 'E1', 'installation of E1');
    expect(await members.of('E1')).toEqual(['T1']);
  });

  it('are noted again by a process that did not see the app go', async () => {
    const rows = new MemoryInstallationRows();
    const [one, other] = [new OrganisationMembers(rows, SEALER), new OrganisationMembers(rows, SEALER)];
    await one.note('T1', 'E1', SEALER.seal('first', 'E1'));
    await other.remove('T1');
    await one.note('T1', 'E1', SEALER.seal('second', 'E1'));
    expect(await other.of('E1')).toEqual(['T1']);
  });
});
