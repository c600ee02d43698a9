package io.fulmar.research.data;

/**
 * What repair may do. Whatever it makes up is flagged as repaired, for good.
 *
 * @param gapMost so many missing bars in a row are filled with flat ones at the last close; more are left; 0 fills none
 * @param misaligned whether bars beside a boundary are taken out
 * @param outliers whether bars whose prices are out of all proportion are made flat at the close before
 */
public record RepairRules(int gapMost, boolean misaligned, boolean outliers) {
    /** A few bars without a trade are filled; a price is left to a person. */
    public static final RepairRules USUAL = new RepairRules(10, true, false);
}
