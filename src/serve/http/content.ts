import { type Coding, encode } from './codings';

/** Bytes that are sent again and again, and the same in each coding that somebody took: each is made once. */
export class Content {
  private readonly coded = new Map<Coding, Buffer>();
  private readonly underWay = new Map<Coding, Promise<Buffer>>();

  /** How much memory all of it takes, in bytes. */
  bytes: number;

  constructor(readonly plain: Buffer) {
    this.bytes = plain.length;
  }

  /** The bytes in a coding, at once where they are there. */
  in(coding: Coding): Buffer | Promise<Buffer> {
    if (coding === 'identity') return this.plain;
    return this.coded.get(coding) ?? this.underWay.get(coding) ?? this.make(coding);
  }

  private make(coding: Coding): Promise<Buffer> {
    const made = encode(this.plain, coding)
      .then((bytes) => {
        this.coded.set(coding, bytes);
        this.bytes += bytes.length;
        return bytes;
      })
      .finally(() => this.underWay.delete(coding));
    this.underWay.set(coding, made);
    return made;
  }
}
