import { contentOfResponse, type Save } from '@pyladder/exam';

/** Equal texts exactly for saves that say the same, whenever and wherever they were made. */
export function contentOf(save: Save): string {
  switch (save.type) {
    case 'answer':
      return JSON.stringify(['answer', save.position, save.response.type, contentOfResponse(save.response)]);
    case 'viewed':
      return JSON.stringify(['viewed', save.position]);
    case 'flagged':
    case 'focus':
      return JSON.stringify([save.type, save.position, save.on]);
    case 'struck':
      return JSON.stringify(['struck', save.position, save.option, save.on]);
    case 'noted':
      return JSON.stringify(['noted', save.position, save.text]);
  }
}

/** What an event says beyond its type and position, as it is stored. */
export type EventBody = { on?: boolean; option?: string; text?: string };

/** The stored part of an event. */
export function bodyOf(save: Exclude<Save, { type: 'answer' }>): EventBody {
  const { type: _type, deviceSequence: _sequence, position: _position, ...body } = save;
  return body;
}

/** The event that was stored. */
export function eventOf(stored: {
  type: 'viewed' | 'flagged' | 'struck' | 'noted' | 'focus';
  deviceSequence: number;
  position: number;
  body: EventBody;
}): Exclude<Save, { type: 'answer' }> {
  const { type, deviceSequence, position, body } = stored;
  const on = body.on ?? false;
  switch (type) {
    case 'viewed':
      return { type, deviceSequence, position };
    case 'flagged':
    case 'focus':
      return { type, deviceSequence, position, on };
    case 'struck':
      return { type, deviceSequence, position, option: body.option ?? '', on };
    case 'noted':
      return { type, deviceSequence, position, text: body.text ?? '' };
  }
}
