package io.fulmar.bus;

import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.Adopted;
import io.fulmar.domain.OrderEvent.AmendAsked;
import io.fulmar.domain.OrderEvent.AmendRejected;
import io.fulmar.domain.OrderEvent.AmendUnanswered;
import io.fulmar.domain.OrderEvent.Amended;
import io.fulmar.domain.OrderEvent.Approval;
import io.fulmar.domain.OrderEvent.Approved;
import io.fulmar.domain.OrderEvent.CancelAsked;
import io.fulmar.domain.OrderEvent.CancelRejected;
import io.fulmar.domain.OrderEvent.CancelUnanswered;
import io.fulmar.domain.OrderEvent.Cancelled;
import io.fulmar.domain.OrderEvent.Expired;
import io.fulmar.domain.OrderEvent.Intended;
import io.fulmar.domain.OrderEvent.NeverAccepted;
import io.fulmar.domain.OrderEvent.OutcomeUnknown;
import io.fulmar.domain.OrderEvent.Refused;
import io.fulmar.domain.OrderEvent.Rejected;
import io.fulmar.domain.OrderEvent.Triggered;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Origin;
import io.fulmar.domain.Refusal;

/** The bytes of order life. */
final class OrderCodec {
    private static final Refusal[] REFUSALS = Refusal.values();
    private static final Origin[] ORIGINS = Origin.values();
    private static final Approval[] APPROVALS = Approval.values();

    private OrderCodec() {}

    static Template write(ByteWriter out, OrderEvent event) {
        return switch (event) {
            case Intended intended -> intended(out, intended);
            case Adopted adopted -> adopted(out, adopted);
            case Approved(long order, boolean armed) -> {
                out.int64(order);
                out.flag(armed);
                out.endOfBlock();
                yield Template.APPROVED;
            }
            case Acknowledged(long order, String venueOrder) -> {
                out.int64(order);
                out.endOfBlock();
                out.name(venueOrder);
                yield Template.ACKNOWLEDGED;
            }
            case Triggered(long order, long sequence) -> pair(out, order, sequence, Template.TRIGGERED);
            case Cancelled(long order, long filledLots, String reason) -> {
                pair(out, order, filledLots, Template.CANCELLED);
                out.text(reason);
                yield Template.CANCELLED;
            }
            case CancelAsked(long order, long sequence, String reason) -> {
                pair(out, order, sequence, Template.CANCEL_ASKED);
                out.text(reason);
                yield Template.CANCEL_ASKED;
            }
            case AmendAsked asked -> {
                amend(out, asked.order(), asked.lots(), asked.kind());
                out.int64(asked.marketSequence());
                out.endOfBlock();
                yield Template.AMEND_ASKED;
            }
            case Amended(long order, long lots, OrderKind kind) -> {
                amend(out, order, lots, kind);
                out.endOfBlock();
                yield Template.AMENDED;
            }
            case Refused(long order, Refusal refusal, String detail) -> {
                out.int64(order);
                out.word(refusal);
                out.endOfBlock();
                out.text(detail);
                yield Template.REFUSED;
            }
            case Expired(long order, long filledLots) -> pair(out, order, filledLots, Template.EXPIRED);
            case Rejected(long order, String reason) -> said(out, order, reason, Template.REJECTED);
            case CancelRejected(long order, String reason) -> said(out, order, reason, Template.CANCEL_REJECTED);
            case AmendRejected(long order, String reason) -> said(out, order, reason, Template.AMEND_REJECTED);
            case OutcomeUnknown(long order, String evidence) -> said(out, order, evidence, Template.OUTCOME_UNKNOWN);
            case NeverAccepted(long order, String evidence) -> said(out, order, evidence, Template.NEVER_ACCEPTED);
            case CancelUnanswered(long order) -> alone(out, order, Template.CANCEL_UNANSWERED);
            case AmendUnanswered(long order) -> alone(out, order, Template.AMEND_UNANSWERED);
        };
    }

    static Intended intended(ByteReader in) {
        var order = Parts.order(in);
        long sequence = in.int64();
        var approval = in.word(APPROVALS);
        in.endOfBlock();
        return new Intended(order, sequence, in.string(), approval);
    }

    static Adopted adopted(ByteReader in) {
        var order = Parts.order(in);
        var origin = in.word(ORIGINS);
        in.endOfBlock();
        return new Adopted(order, origin, in.string());
    }

    static Approved approved(ByteReader in) {
        var event = new Approved(in.int64(), in.flag());
        in.endOfBlock();
        return event;
    }

    static Refused refused(ByteReader in) {
        long order = in.int64();
        var refusal = refusal(in);
        in.endOfBlock();
        return new Refused(order, refusal, in.string());
    }

    static Refusal refusal(ByteReader in) {
        return in.word(REFUSALS);
    }

    static CancelAsked cancelAsked(ByteReader in) {
        long order = in.int64();
        long sequence = in.int64();
        in.endOfBlock();
        return new CancelAsked(order, sequence, in.string());
    }

    static AmendAsked amendAsked(ByteReader in) {
        var event = new AmendAsked(in.int64(), in.int64(), Parts.kind(in), in.int64());
        in.endOfBlock();
        return event;
    }

    static Amended amended(ByteReader in) {
        var event = new Amended(in.int64(), in.int64(), Parts.kind(in));
        in.endOfBlock();
        return event;
    }

    static Cancelled cancelled(ByteReader in) {
        long order = in.int64();
        long filledLots = in.int64();
        in.endOfBlock();
        return new Cancelled(order, filledLots, in.string());
    }

    private static Template intended(ByteWriter out, Intended event) {
        Parts.order(out, event.terms());
        out.int64(event.marketSequence());
        out.word(event.approval());
        out.endOfBlock();
        out.text(event.reason());
        return Template.INTENDED;
    }

    private static Template adopted(ByteWriter out, Adopted event) {
        Parts.order(out, event.terms());
        out.word(event.origin());
        out.endOfBlock();
        out.text(event.evidence());
        return Template.ADOPTED;
    }

    private static void amend(ByteWriter out, long order, long lots, OrderKind kind) {
        out.int64(order);
        out.int64(lots);
        Parts.kind(out, kind);
    }

    private static Template pair(ByteWriter out, long order, long second, Template template) {
        out.int64(order);
        out.int64(second);
        out.endOfBlock();
        return template;
    }

    private static Template said(ByteWriter out, long order, String words, Template template) {
        alone(out, order, template);
        out.text(words);
        return template;
    }

    private static Template alone(ByteWriter out, long order, Template template) {
        out.int64(order);
        out.endOfBlock();
        return template;
    }
}
