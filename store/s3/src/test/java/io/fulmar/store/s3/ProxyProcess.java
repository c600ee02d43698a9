package io.fulmar.store.s3;

import java.io.IOException;

/** The process of a real S3 server. It says when it is ready, and ends when whoever started it closes its input or is gone. */
final class ProxyProcess {
    static final String READY = "s3 server is ready";

    private ProxyProcess() {}

    public static void main(String[] words) throws ReflectiveOperationException, IOException {
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {"--properties", words[0]});
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // nobody says anything; the end of the input is what counts
        }
        Runtime.getRuntime().halt(0);
    }
}
