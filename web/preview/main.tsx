import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { PreviewPage } from './PreviewPage.tsx';

const page = document.getElementById('page');
if (page === null) throw new Error('the page has no place for the preview');
createRoot(page).render(<PreviewPage />);
