package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Objective;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A Java machine of its own that runs the sample sweep, or does a unit of it. */
final class OtherMachine {
    private OtherMachine() {}

    static Sample sample() {
        return sample(Objective.ROBUST);
    }

    static Sample sample(Objective objective) {
        Space space = Sample.space("fast=2..51", "slow=60..259:4", "stop=0,2");
        return Sample.of(20_000, space, new Sampler.Grid(), objective);
    }

    public static void main(String[] words) throws IOException {
        Sample sample = sample();
        if (words[0].equals("unit")) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            WorkUnit unit = WorkUnit.parse(Optional.ofNullable(in.readLine()).orElse(""));
            UnitWorker worker = UnitWorker.of(unit, sample.space(), sample.drawing(), List.of(sample.study()));
            ByteBuffer done = worker.done(unit).bytes();
            byte[] frame = new byte[done.remaining()];
            done.get(frame);
            System.out.println(HexFormat.of().formatHex(frame));
            return;
        }
        try (SweepFolder held = SweepFolder.claim(Path.of(words[1]))) {
            sample.run(held, (selection, threads) -> Closing.Closed.NOTHING)
                    .runAny(() -> telling(sample.worker()), Integer.parseInt(words[2]), () -> false);
        }
    }

    private static UnitWork telling(UnitWork worker) {
        return unit -> {
            Frame frame = worker.done(unit);
            System.out.println("done " + unit.number());
            return frame;
        };
    }

    static Process start(String... words) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherMachine.class.getName()));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
