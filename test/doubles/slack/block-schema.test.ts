import type { types } from '@slack/bolt';
import { describe, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type * as blocks from './block-schema.ts';
import type * as elements from './element-schema.ts';
import type * as rich from './rich-text-schema.ts';

/** The fields a schema knows, compared by the type checker with those Slack publishes for the same object. */
type Fields<Schema extends z.ZodType> = keyof z.infer<Schema>;

describe("the double's block schemas", () => {
  it('know exactly the fields of the types Slack publishes', () => {
    expectTypeOf<Fields<typeof blocks.header>>().toEqualTypeOf<keyof types.HeaderBlock>();
    expectTypeOf<Fields<typeof blocks.divider>>().toEqualTypeOf<keyof types.DividerBlock>();
    expectTypeOf<Fields<typeof blocks.section>>().toEqualTypeOf<keyof types.SectionBlock>();
    expectTypeOf<Fields<typeof blocks.context>>().toEqualTypeOf<keyof types.ContextBlock>();
    expectTypeOf<Fields<typeof blocks.actions>>().toEqualTypeOf<keyof types.ActionsBlock>();
    expectTypeOf<Fields<typeof blocks.input>>().toEqualTypeOf<keyof types.InputBlock>();
    expectTypeOf<Fields<typeof rich.richText>>().toEqualTypeOf<keyof types.RichTextBlock>();
    expectTypeOf<Fields<typeof rich.list>>().toEqualTypeOf<keyof types.RichTextList>();
    expectTypeOf<Fields<typeof rich.quote>>().toEqualTypeOf<keyof types.RichTextQuote>();
    expectTypeOf<Fields<typeof elements.button>>().toEqualTypeOf<keyof types.Button>();
    expectTypeOf<Fields<typeof elements.overflow>>().toEqualTypeOf<keyof types.Overflow>();
    expectTypeOf<Fields<typeof elements.externalSelect>>().toEqualTypeOf<keyof types.ExternalSelect>();
    expectTypeOf<Fields<typeof elements.staticSelect>>().toEqualTypeOf<keyof types.StaticSelect>();
    expectTypeOf<Fields<typeof elements.plainTextInput>>().toEqualTypeOf<keyof types.PlainTextInput>();
    expectTypeOf<Fields<typeof blocks.modal>>().toEqualTypeOf<keyof types.ModalView>();
    expectTypeOf<Fields<typeof blocks.home>>().toEqualTypeOf<keyof types.HomeView>();
  });
});
