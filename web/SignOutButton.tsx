import { SignOut } from '@pyladder/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from './api/call.ts';
import { changePerson } from './api/queries.ts';
import { t } from './messages/site.ts';
import { Button } from './ui/Button.tsx';

/** The way out, for whoever is signed in. */
export default function SignOutButton() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => call(SignOut, {}),
    onSuccess: async (me) => {
      // First away from the person's own page, which cannot be shown without them.
      await navigate({ to: '/' });
      changePerson(queries, me);
    },
  });
  return (
    <Button look="quiet" isPending={signOut.isPending} onPress={() => signOut.mutate()}>
      {t('nav.signOut')}
    </Button>
  );
}
