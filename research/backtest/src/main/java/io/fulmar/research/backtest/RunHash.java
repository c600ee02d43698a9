package io.fulmar.research.backtest;

import io.fulmar.portfolio.Account;
import io.fulmar.portfolio.Position;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The run's hash: SHA-256 over the canonical bytes of all fills, final positions and final cash, big endian. No names, paths, code,
 * versions or wall times, so that the same idea written in two ways hashes alike, on any machine.
 */
final class RunHash {
    private static final int FILL_BYTES = 6 * Long.BYTES;
    private static final int POSITION_BYTES = 3 * Long.BYTES;

    private RunHash() {}

    static String of(List<BacktestResult.FillRow> fills, Account account) {
        List<Position> positions = account.positions();
        ByteBuffer bytes =
                ByteBuffer.allocate(fills.size() * FILL_BYTES + positions.size() * POSITION_BYTES + Long.BYTES);
        for (BacktestResult.FillRow fill : fills) {
            bytes.putLong(fill.time())
                    .putLong(fill.instrument())
                    .putLong(fill.ticks())
                    .putLong(fill.lots())
                    .putLong(fill.fee())
                    .putLong(fill.side().sign() * 1_000L + fill.cause().code());
        }
        for (Position position : positions) {
            bytes.putLong(position.instrument().id()).putLong(position.lots()).putLong(position.cost());
        }
        bytes.putLong(account.balance());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
