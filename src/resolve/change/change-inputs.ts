import { Field, InputType, registerEnumType } from 'type-graphql';
import type { ChangeFilter as FeedFilter } from '../../changes/watch/interests';
import { type ChangeAction, ChangeActionEnum, type ChangedType } from '../../store/entities/change';

const ChangedTypeEnum = { PAPER: 'PAPER', DIGEST: 'DIGEST' } as const satisfies Record<ChangedType, ChangedType>;

registerEnumType(ChangedTypeEnum, {
  name: 'ChangedType',
  description: 'What can be added, changed or removed.',
  valuesConfig: { PAPER: { description: 'A paper.' }, DIGEST: { description: 'A digest.' } },
});

@InputType('ChangeFilter', {
  description: 'Which changes. Every given condition must hold; an empty list sets none.',
})
export class ChangeFilter {
  @Field(() => [ChangeActionEnum], { nullable: true, description: 'Only where one of these happened.' })
  actions?: ChangeAction[] | null;

  @Field(() => [ChangedTypeEnum], { nullable: true, description: 'Only what happened to one of these.' })
  types?: ChangedType[] | null;
}

/** A filter as the feed knows it; the same for all who say the same. */
export function toChangeFilter(filter: ChangeFilter | null | undefined): FeedFilter {
  return {
    actions: theseOf(Object.values(ChangeActionEnum), filter?.actions),
    types: theseOf(Object.values(ChangedTypeEnum), filter?.types),
  };
}

function theseOf<Value>(all: readonly Value[], asked: readonly Value[] | null | undefined): Value[] | null {
  return asked == null || asked.length === 0 ? null : all.filter((value) => asked.includes(value));
}
