import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { MoscowCell as MoscowCell_50e91640dd1717d2673992cf6d3cf40a } from '../../../admin/dates/MoscowCell.tsx'
import { MoscowMoment as MoscowMoment_8d18aa45f29a33798f22b160520d9972 } from '../../../admin/dates/MoscowMoment.tsx'
import { KeepUnsaved as KeepUnsaved_94574978dc8ca3ad3a909d069cccae05 } from '../../../admin/KeepUnsaved.tsx'
import { PublishStatus as PublishStatus_c1b3a965f87bb28eb98a2ba1d4c86e6c } from '../../../admin/PublishStatus.tsx'
import { ShareKit as ShareKit_739bb14393a9393319551e7674b97e55 } from '../../../admin/share/ShareKit.tsx'
import { PreviewButton as PreviewButton_261ea80ad537e70dfe160512659ee689 } from '../../../admin/PreviewButton.tsx'
import { RegistrationList as RegistrationList_06240980556ee22d1baf716830c7eebc } from '../../../admin/events/RegistrationList.tsx'
import { StreamMoves as StreamMoves_2cd6104a0e2fb25cd7d2ffa699ccfd06 } from '../../../admin/streams/StreamMoves.tsx'
import { WishMoves as WishMoves_122e6a0afab696e8c2b872bce91fd038 } from '../../../admin/residents/WishMoves.tsx'
import { JoinDecision as JoinDecision_bbad56ca5085940d7ab24cb92e87be9a } from '../../../admin/residents/JoinDecision.tsx'
import { VoteGrid as VoteGrid_50d45d3e33c1450c2957154214cfc7ee } from '../../../admin/council/VoteGrid.tsx'
import { LawPanel as LawPanel_33313b13c2cd6a3adcb576e821502036 } from '../../../admin/notices/LawPanel.tsx'
import { FieldBreaches as FieldBreaches_08a31d35d65e808c7b0e69295e36c239 } from '../../../admin/notices/FieldBreaches.tsx'
import { SheetLinks as SheetLinks_844bb43f0aaa6f91caf94ea1db3aae42 } from '../../../admin/notices/SheetLinks.tsx'
import { QuestionDesk as QuestionDesk_9c19c1711540da8d60a947f2c675079c } from '../../../admin/questions/QuestionDesk.tsx'
import { StateCell as StateCell_bf354ad90a15362d78687fe670f986a6 } from '../../../admin/questions/StateCell.tsx'
import { SubjectCell as SubjectCell_b0aa1b9c601adb7dd83eea9ae302d08d } from '../../../admin/questions/SubjectCell.tsx'
import { ImportHouses as ImportHouses_643f47a4d5b67a5ad90d186cb3fa8723 } from '../../../admin/houses/ImportHouses.tsx'
import { LatencyCell as LatencyCell_3bb5f1b1e3552402faa17262beb13749 } from '../../../admin/LatencyCell.tsx'
import { Icon as Icon_83217fd01dda25d462d16d43ba096920 } from '../../../admin/Icon.tsx'
import { Logo as Logo_206745254984e33dd7c175e476563eb3 } from '../../../admin/Logo.tsx'
import { LoginHelp as LoginHelp_a416340fa2010f471ae556a5873c7e67 } from '../../../admin/LoginHelp.tsx'
import { PublishingNavLink as PublishingNavLink_521a3951f8a0fbb40cb5534ab13d79a0 } from '../../../admin/publishing/PublishingNavLink.tsx'
import { OutageNotice as OutageNotice_c671e2c4cc1c75d1298c7b90fffe18db } from '../../../admin/OutageNotice.tsx'
import { Dashboard as Dashboard_0647efd02a25d6b4dcec297d8781c59e } from '../../../admin/Dashboard.tsx'
import { PublishingView as PublishingView_7b0cd2221ca819b2e8e30c0f58a0fd0f } from '../../../admin/publishing/PublishingView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/dates/MoscowCell.tsx#MoscowCell": MoscowCell_50e91640dd1717d2673992cf6d3cf40a,
  "/dates/MoscowMoment.tsx#MoscowMoment": MoscowMoment_8d18aa45f29a33798f22b160520d9972,
  "/KeepUnsaved.tsx#KeepUnsaved": KeepUnsaved_94574978dc8ca3ad3a909d069cccae05,
  "/PublishStatus.tsx#PublishStatus": PublishStatus_c1b3a965f87bb28eb98a2ba1d4c86e6c,
  "/share/ShareKit.tsx#ShareKit": ShareKit_739bb14393a9393319551e7674b97e55,
  "/PreviewButton.tsx#PreviewButton": PreviewButton_261ea80ad537e70dfe160512659ee689,
  "/events/RegistrationList.tsx#RegistrationList": RegistrationList_06240980556ee22d1baf716830c7eebc,
  "/streams/StreamMoves.tsx#StreamMoves": StreamMoves_2cd6104a0e2fb25cd7d2ffa699ccfd06,
  "/residents/WishMoves.tsx#WishMoves": WishMoves_122e6a0afab696e8c2b872bce91fd038,
  "/residents/JoinDecision.tsx#JoinDecision": JoinDecision_bbad56ca5085940d7ab24cb92e87be9a,
  "/council/VoteGrid.tsx#VoteGrid": VoteGrid_50d45d3e33c1450c2957154214cfc7ee,
  "/notices/LawPanel.tsx#LawPanel": LawPanel_33313b13c2cd6a3adcb576e821502036,
  "/notices/FieldBreaches.tsx#FieldBreaches": FieldBreaches_08a31d35d65e808c7b0e69295e36c239,
  "/notices/SheetLinks.tsx#SheetLinks": SheetLinks_844bb43f0aaa6f91caf94ea1db3aae42,
  "/questions/QuestionDesk.tsx#QuestionDesk": QuestionDesk_9c19c1711540da8d60a947f2c675079c,
  "/questions/StateCell.tsx#StateCell": StateCell_bf354ad90a15362d78687fe670f986a6,
  "/questions/SubjectCell.tsx#SubjectCell": SubjectCell_b0aa1b9c601adb7dd83eea9ae302d08d,
  "/houses/ImportHouses.tsx#ImportHouses": ImportHouses_643f47a4d5b67a5ad90d186cb3fa8723,
  "/LatencyCell.tsx#LatencyCell": LatencyCell_3bb5f1b1e3552402faa17262beb13749,
  "/Icon.tsx#Icon": Icon_83217fd01dda25d462d16d43ba096920,
  "/Logo.tsx#Logo": Logo_206745254984e33dd7c175e476563eb3,
  "/LoginHelp.tsx#LoginHelp": LoginHelp_a416340fa2010f471ae556a5873c7e67,
  "/publishing/PublishingNavLink.tsx#PublishingNavLink": PublishingNavLink_521a3951f8a0fbb40cb5534ab13d79a0,
  "/OutageNotice.tsx#OutageNotice": OutageNotice_c671e2c4cc1c75d1298c7b90fffe18db,
  "/Dashboard.tsx#Dashboard": Dashboard_0647efd02a25d6b4dcec297d8781c59e,
  "/publishing/PublishingView.tsx#PublishingView": PublishingView_7b0cd2221ca819b2e8e30c0f58a0fd0f,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
