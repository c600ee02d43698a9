package io.fulmar.store.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stands before a real S3 server and says no to some requests, as a policy does that allows a key less than everything. All others pass as
 * they are, one a connection: their signatures are checked behind it.
 */
final class Gate implements AutoCloseable {
    private static final String NO = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code>"
            + "<Message>Access Denied</Message></Error>";
    private static final int HEAD_MAX = 1 << 16;
    private static final int PATIENCE_MILLIS = 5_000;

    private final ServerSocket door;
    private final URI behind;

    /** Of a method and a path, such as {@code GET /bucket/key}: whether it is refused. */
    private volatile Predicate<String> refused = request -> false;

    private Gate(ServerSocket door, URI behind) {
        this.door = door;
        this.behind = behind;
    }

    static Gate before(Proxy proxy) throws IOException {
        Gate gate = new Gate(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                proxy.server().endpoint().orElseThrow());
        Thread.ofVirtual().start(gate::admit);
        return gate;
    }

    void refuse(Predicate<String> requests) {
        refused = requests;
    }

    S3Store store(String prefix) {
        URI here = URI.create("http://127.0.0.1:" + door.getLocalPort());
        return S3Store.open(
                new S3Place(Proxy.BUCKET, prefix), new S3Server(Optional.of(here), Optional.empty()), 5 << 20);
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // the gate is closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            String request = head.substring(0, Math.max(0, head.indexOf(" HTTP/")));
            if (refused.test(request)) {
                refuse(client);
                return;
            }
            try (Socket server = new Socket(behind.getHost(), behind.getPort())) {
                String once = head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
                server.getOutputStream().write(once.getBytes(ISO_8859_1));
                Thread.ofVirtual().start(() -> pass(client, server));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException e) {
            return; // somebody hung up, which the other side sees
        }
    }

    /** What the client has to say after its head. */
    private static void pass(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            return; // the answer is there
        }
    }

    /** Hears the client out, so that its answer is not lost with what was never read. */
    private static void refuse(Socket client) throws IOException {
        String head = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nContent-Length: " + NO.length()
                + "\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write((head + NO).getBytes(ISO_8859_1));
        client.shutdownOutput();
        client.setSoTimeout(PATIENCE_MILLIS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < HEAD_MAX) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up within its head");
            }
            head.write(next);
            if (next == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(ISO_8859_1);
            }
        }
        throw new IOException("a head without end");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
