package io.fulmar.app.fulmar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** Where results go. A plain PrintStream swallows what goes wrong; this one can say afterwards whether all was taken, and why not. */
final class Results extends PrintStream {
    private final Outlet outlet;

    private Results(Outlet outlet, Charset charset) {
        super(outlet, true, charset);
        this.outlet = outlet;
    }

    static Results to(OutputStream out, Charset charset) {
        return new Results(new Outlet(out), charset);
    }

    /** Why something was not taken, if so. A reader that has seen enough, such as {@code head}, is no reason. */
    Optional<String> lost() {
        flush();
        return outlet.reason.filter(reason -> !reason.contains("Broken pipe"));
    }

    private static final class Outlet extends OutputStream {
        private final OutputStream out;
        private Optional<String> reason = Optional.empty();

        Outlet(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                throw noted(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw noted(e);
            }
        }

        private IOException noted(IOException e) {
            if (reason.isEmpty()) reason = Optional.of(String.valueOf(e.getMessage()));
            return e;
        }
    }
}
