import * as z from 'zod';

/** A component of a sent message, as far as the doubles read it. */
export interface Component {
  readonly type: number;
  readonly content?: string | undefined;
  readonly label?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly accent_color?: number | null | undefined;
  readonly components?: readonly Component[] | undefined;
}

/** Parses one, with all it holds. */
export const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.int(),
    content: z.string().optional(),
    label: z.string().optional(),
    custom_id: z.string().optional(),
    accent_color: z.number().nullish(),
    components: z.array(component).optional(),
  }),
);
