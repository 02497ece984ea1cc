import { isPostalAddress } from '../../../../src/parse/digest/passages/postal-address';

describe('isPostalAddress', () => {
  it.each([
    '548 Market Street',
    '548 Market St PMB 72296',
    'San Francisco, CA 94104',
    'San Francisco, California 94104',
    'Quoll Lab, 20 West 34th Street, New York, NY 10001, USA',
    '12 Pebble Lane, Cambridge CB2 1TN',
    'Hauptstraße 5',
    '10115 Berlin, Germany',
    '5 rue de Rivoli, 75001 Paris',
    'Via Roma 12, 00184 Roma',
    'P.O. Box 12',
  ])('knows %j', (line) => expect(isPostalAddress(line)).toBe(true));

  it.each([
    'RDD4D: 4D Attention-Guided Road Damage Detection',
    'Workshop on Street Scenes, Paris 2024',
    '2024 Findings of the Wild Street',
    'Harbour Town',
    'We walked along 12 streets.',
    'GPT-4 on 10 Roads Less Travelled',
  ])('does not take %j for one', (line) => expect(isPostalAddress(line)).toBe(false));
});
