import { useEffect, useState } from 'react';
import type { Preview } from './preview.ts';

/** What there is to show, null before anything came; and whether the command still runs. */
export type Following = { preview: Preview | null; isConnected: boolean };

/** Follows the command that serves this page: every save of the template arrives by itself, also after a restart. */
export function usePreview(): Following {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const changes = new EventSource('/changes');
    changes.onopen = () => setConnected(true);
    // The page and the command come from one clone: what one sends is what the other takes.
    changes.onmessage = ({ data }) => setPreview(JSON.parse(data));
    changes.onerror = () => setConnected(false);
    return () => changes.close();
  }, []);
  return { preview, isConnected };
}
