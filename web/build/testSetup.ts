import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// How long a page takes on a busy machine says nothing about the product: what never comes is what fails.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
