import { useEffect, useRef, useState } from 'react';
import { readDropped } from './droppedFiles.ts';
import type { Input } from './inputs.ts';

/** Takes files that are dropped anywhere on the page; true while some are held above it. */
export function useFileDrop(onInputs: (inputs: Input[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onInputs);
  useEffect(() => {
    latest.current = onInputs;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer === null || !holdsFiles(event)) return;
      event.preventDefault();
      void readDropped(event.dataTransfer).then((inputs) => latest.current(inputs));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
