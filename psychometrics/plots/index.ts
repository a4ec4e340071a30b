export { type AbilityGroup, groupByAbility } from './ability-groups.ts';
export { plotItemFit, plotScoreFit } from './fit-plots.ts';
export { plotCategoryCurves, plotItemCurves, plotItemInformation } from './item-curves.ts';
export { type OptionPlotOptions, plotOptions } from './option-plot.ts';
export type { AbilityPlotOptions, Cut, LabelledPlotOptions, PlotOptions, TestPlotOptions } from './options.ts';
export { type PersonItemMapOptions, plotPersonItemMap } from './person-item-map.ts';
export { plotCharacteristicCurve, plotTestInformation } from './test-curves.ts';
