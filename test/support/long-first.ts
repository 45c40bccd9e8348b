import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files whose tests wait for processes that start, crash and stop: begun last, they would be waited for alone. */
const LONG = [/\/digest\/crash\//, /\/cli\b/, /\/browser\.test/, /\/robustness\.test/];

/** The order of files: the long ones first, also on a machine that has not timed them yet. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((long) => long.test(moduleId));
      return at < 0 ? LONG.length : at;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
