/** Something about the command line or the place it was called in, that its user can put right. One line. */
export class UserError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UserError';
  }
}
