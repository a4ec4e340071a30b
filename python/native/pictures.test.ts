import { inflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openNativePython } from './native-python.ts';

const python = openNativePython();
afterAll(() => python.close());

function run(code: string, needs: string[], misconceptions: string[] = []) {
  return python.run({ code, stdin: '', needs, misconceptions });
}

/** Width, height and the colours of a PNG file of three bytes a pixel, as six hexadecimal digits. */
function look(png: Uint8Array | null) {
  if (png === null) return null;
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const pixels = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const colour = (x: number, y: number) => {
    const at = y * (width * 3 + 1) + 1 + x * 3;
    return pixels.subarray(at, at + 3).toString('hex');
  };
  return { width, height, colour };
}

const window = `
import tkinter as tk
root = tk.Tk()
tk.Frame(root, width=120, height=60, background="#204080").pack()
`;

test('a program leaves a picture of its window when nothing more happens there, and then the window is closed', async () => {
  const code = `${window}root.after(100, lambda: root.winfo_children()[0].configure(background="#ff8000"))
root.mainloop()
print("closed")`;
  const outcome = await run(code, ['tkinter']);
  expect(outcome).toMatchObject({ status: 'finished', stdout: 'closed\n' });
  const picture = look(outcome.picture);
  expect(picture).toMatchObject({ width: 120, height: 60 });
  expect([picture?.colour(0, 0), picture?.colour(119, 59)]).toEqual(['ff8000', 'ff8000']);
});

test('a window leaves the same picture to the byte each time, letters and buttons included', async () => {
  const code = `${window}tk.Label(root, text="Grüße").pack()\ntk.Button(root, text="OK").pack()\ntk.Entry(root).pack()\nroot.mainloop()`;
  const [first, second] = await Promise.all([run(code, ['tkinter']), run(code, ['tkinter'])]);
  expect(look(first.picture)?.height).toBeGreaterThan(100);
  expect(first.picture).toEqual(second.picture);
});

test('closing a window does what the program says about it, and the program goes on as it would', async () => {
  const code = `${window}def close():
    print("closing")
    root.quit()
root.protocol("WM_DELETE_WINDOW", close)
root.mainloop()
print(root.winfo_exists())`;
  expect(await run(code, ['tkinter'])).toMatchObject({ status: 'finished', stdout: 'closing\n1\n' });
});

test('a window that never comes to rest, or refuses to be closed, is closed all the same', async () => {
  const code = `${window}def tick():
    root.after(10, tick)
tick()
root.protocol("WM_DELETE_WINDOW", lambda: print("no"))
root.mainloop()
print("end")`;
  const outcome = await run(code, ['tkinter']);
  expect(outcome).toMatchObject({ status: 'finished', stdout: 'no\nend\n' });
  expect(look(outcome.picture)).toMatchObject({ width: 120 });
});

test('a window without a main loop is seen at the end of the program, and none if it was destroyed', async () => {
  expect(look((await run(`${window}root.update()`, ['tkinter'])).picture)).toMatchObject({ width: 120, height: 60 });
  expect(await run(`${window}root.destroy()`, ['tkinter'])).toMatchObject({ status: 'finished', picture: null });
});

test('an exit in a command of a window ends the program, and beliefs about windows hold of real ones', async () => {
  const code = `${window}import sys
button = tk.Button(root, text="Exit", command=sys.exit)
root.after(50, button.invoke)
root.mainloop()
print("never")`;
  expect(await run(code, ['tkinter'])).toMatchObject({ status: 'finished', stdout: '' });
  const after = `${window}root.mainloop()\nprint("after")`;
  expect(await run(after, ['tkinter'], ['gui-mainloop-returns-at-once'])).toMatchObject({
    stdout: 'after\n',
    applied: ['gui-mainloop-returns-at-once'],
  });
});

const plot = `
import matplotlib.pyplot as plt
figure = plt.figure(figsize=(3, 2), facecolor="#204080")
`;

test('a program leaves a picture of its plot as it is shown, in the size of its figure', async () => {
  const code = `${plot}plt.plot([1, 2, 4])\nplt.show()\nplt.title("too late")\nprint(plt.get_fignums())`;
  const outcome = await run(code, ['matplotlib']);
  expect(outcome).toMatchObject({ status: 'finished', stdout: '[1]\n' });
  const picture = look(outcome.picture);
  expect(picture).toMatchObject({ width: 300, height: 200 });
  expect(picture?.colour(0, 0)).toBe('204080');
});

test('a plot that is not shown is seen at the end, the same to the byte each time; closed ones are not', async () => {
  const code = `${plot}plt.hist([1, 2, 2, 3])\nplt.title("Größe")`;
  const [first, second] = await Promise.all([run(code, ['matplotlib']), run(code, ['matplotlib'])]);
  expect(look(first.picture)).toMatchObject({ width: 300, height: 200 });
  expect(first.picture).toEqual(second.picture);
  expect(await run(`${plot}plt.close()`, ['matplotlib'])).toMatchObject({ status: 'finished', picture: null });
});

test('a plot that nobody could look at is not kept', async () => {
  const code = 'import matplotlib.pyplot as plt\nplt.figure(figsize=(50, 2))\nplt.show()';
  expect(await run(code, ['matplotlib'])).toMatchObject({ status: 'finished', picture: null });
});
