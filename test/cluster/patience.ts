/** Seconds that tests wait for what must happen: on a machine that is busy with other things too, all takes longer. */
export const patience = 400;
