import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EvidenceField } from '../../extract/text/field';

export const EvidenceFieldEnum = {
  TITLE: 'TITLE',
  ABSTRACT: 'ABSTRACT',
} as const satisfies Record<EvidenceField, EvidenceField>;

registerEnumType(EvidenceFieldEnum, {
  name: 'EvidenceField',
  description: "The part of a paper's text.",
  valuesConfig: {
    TITLE: { description: "The paper's title." },
    ABSTRACT: { description: "The paper's abstract." },
  },
});

/** GraphQL face of the extract stage's evidence. */
@ObjectType('Evidence', {
  simpleResolvers: true,
  description: 'Where in the text a fact was read. Offsets count UTF-16 units, as JavaScript strings do.',
})
export class Evidence {
  @Field(() => EvidenceFieldEnum, { description: 'The text that the offsets count in.' })
  field!: EvidenceField;

  @Field(() => String, { description: "The words that were read: exactly the field's text from start to end." })
  text!: string;

  @Field(() => Int, { description: 'Where the words begin, counted from 0 in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'Where the words end (exclusive), in UTF-16 units.' })
  end!: number;

  @Field(() => String, { description: 'The sentence around them, as printed.' })
  sentence!: string;
}
