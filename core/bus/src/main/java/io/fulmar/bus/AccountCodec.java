package io.fulmar.bus;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.AccountEvent.DeficitCovered;
import io.fulmar.domain.AccountEvent.FundingSettled;
import io.fulmar.domain.Rate;

/** The bytes of what a venue does to an account. */
final class AccountCodec {
    private AccountCodec() {}

    static Template write(ByteWriter out, AccountEvent event) {
        return switch (event) {
            case FundingSettled funding -> {
                out.int32(funding.seat());
                out.int64(funding.instrument());
                out.int64(funding.lots());
                out.int64(funding.markTicks());
                out.int64(funding.rate().numerator());
                out.int64(funding.rate().denominator());
                out.int64(funding.amount());
                out.int64(funding.timeNanos());
                out.endOfBlock();
                yield Template.FUNDING_SETTLED;
            }
            case DeficitCovered(int seat, long instrument, long amount, long timeNanos) -> {
                out.int32(seat);
                out.int64(instrument);
                out.int64(amount);
                out.int64(timeNanos);
                out.endOfBlock();
                yield Template.DEFICIT_COVERED;
            }
        };
    }

    static FundingSettled fundingSettled(ByteReader in) {
        int seat = in.int32();
        long instrument = in.int64();
        long lots = in.int64();
        long mark = in.int64();
        var rate = rate(in.int64(), in.int64());
        var event = new FundingSettled(seat, instrument, lots, mark, rate, in.int64(), in.int64());
        in.endOfBlock();
        return event;
    }

    static DeficitCovered deficitCovered(ByteReader in) {
        var event = new DeficitCovered(in.int32(), in.int64(), in.int64(), in.int64());
        in.endOfBlock();
        return event;
    }

    /** Rates are kept reduced: another fraction of the same value was never written. */
    private static Rate rate(long numerator, long denominator) {
        var rate = new Rate(numerator, denominator);
        if (rate.numerator() != numerator || rate.denominator() != denominator) {
            throw ByteReader.corrupt("rate " + numerator + "/" + denominator);
        }
        return rate;
    }
}
