import { PageTitle } from '../ui/PageTitle.tsx';
import { AnswerSpecimens } from './AnswerSpecimens.tsx';
import { DashboardSpecimens } from './DashboardSpecimens.tsx';
import { FormSpecimens } from './FormSpecimens.tsx';
import styles from './GalleryPage.module.css';
import { HoldingSpecimens } from './HoldingSpecimens.tsx';
import { LadderSpecimens } from './LadderSpecimens.tsx';
import { ResultSpecimens } from './ResultSpecimens.tsx';
import { RoomSpecimens } from './RoomSpecimens.tsx';
import { StaffSpecimens } from './StaffSpecimens.tsx';
import { StateSpecimens } from './StateSpecimens.tsx';
import { VerifySpecimens } from './VerifySpecimens.tsx';
import { WalletSpecimens } from './WalletSpecimens.tsx';
import { t } from './words.ts';

/** Every component state on one page, from fixtures: documentation, and what is looked at before a change is done. */
export function GalleryPage() {
  return (
    <div className={styles.gallery}>
      <div>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('lead')}</p>
      </div>
      <LadderSpecimens />
      <FormSpecimens />
      <StateSpecimens />
      <DashboardSpecimens />
      <RoomSpecimens />
      <AnswerSpecimens />
      <ResultSpecimens />
      <WalletSpecimens />
      <HoldingSpecimens />
      <VerifySpecimens />
      <StaffSpecimens />
    </div>
  );
}
