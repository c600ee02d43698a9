package io.fulmar.store.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** Which server speaks S3: Amazon's of a region, or another at an address of its own. */
public record S3Server(Optional<URI> endpoint, Optional<String> region) {
    /** As options say, else as Amazon's own variables do. */
    public static S3Server of(Optional<String> endpoint, Optional<String> region, Map<String, String> environment) {
        Optional<String> address = endpoint.or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3")))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")));
        Optional<String> place = region.or(() -> Optional.ofNullable(environment.get("AWS_REGION")))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")));
        return new S3Server(address.filter(text -> !text.isBlank()).map(S3Server::address), place);
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the address of a server is like https://s3.example.com:9000: " + text, e);
        }
        throw new IllegalArgumentException(
                "the address of a server is like https://s3.example.com:9000, with no name or password in it");
    }
}
