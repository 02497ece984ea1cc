import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UniformResourceLocatable } from './uniform-resource-locatable';

/** A code repository that at least one paper links to. Not to be confused with TypeORM's class of that name. */
@ObjectType('Repository', {
  implements: UniformResourceLocatable,
  simpleResolvers: true,
  description: 'A code repository that at least one paper links to.',
})
@Entity('repository')
@Index('repository_by_paper_count', ['paperCount', 'key'])
export class Repository extends UniformResourceLocatable {
  @PrimaryGeneratedColumn({ name: 'id', type: 'integer' })
  pk!: number;

  /** host/owner/name in lower case: code hosts do not tell cases apart. */
  @Column('varchar', { unique: true })
  key!: string;

  @Field(() => String, { description: 'The code host, e.g. github.com.' })
  @Column('varchar')
  host!: string;

  @Field(() => String, { description: 'The account, or on GitLab the path of groups, as most papers spell it.' })
  @Column('varchar')
  owner!: string;

  @Field(() => String, { description: 'The name of the repository, as most papers spell it.' })
  @Column('varchar')
  name!: string;

  @Field(() => Int, { description: 'How many papers link to the repository.' })
  @Column('integer', { name: 'paper_count', default: 0 })
  paperCount!: number;
}
