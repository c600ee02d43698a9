package io.fulmar.store.s3;

import io.fulmar.store.s3.RemoteException.Fault;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what Amazon's library throws into what a person can mend. Only codes and messages pass, never a request. */
final class Refusals {
    private static final Set<String> KEY_REFUSED = Set.of(
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "TokenRefreshRequired");
    private static final int HTTP_FORBIDDEN = 403;
    private static final int HTTP_NOT_FOUND = 404;
    private static final int HTTP_CONFLICT = 409;
    private static final int HTTP_PRECONDITION_FAILED = 412;
    private static final int HTTP_SERVER = 500;
    private static final int HTTP_NOT_IMPLEMENTED = 501;

    private Refusals() {}

    static RemoteException of(String address, SdkException thrown) {
        RemoteException said = thrown instanceof AwsServiceException service
                ? of(address, service)
                : of(address, String.valueOf(thrown.getMessage()), thrown instanceof SdkClientException);
        return said.because(thrown);
    }

    private static RemoteException of(String address, String text, boolean ofOurs) {
        if (text.contains("Unable to load credentials")) {
            return new RemoteException(
                    Fault.KEY_MISSING,
                    address,
                    "no key to sign with was found",
                    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE with a profile in ~/.aws");
        }
        if (text.contains("Unable to load region")) {
            return new RemoteException(
                    Fault.REFUSED, address, "the region is not known", "give --s3-region, or set AWS_REGION");
        }
        return new RemoteException(
                Fault.UNREACHABLE,
                address,
                (ofOurs ? "the server cannot be reached: " : "the library gave up: ") + text,
                "check the network, and --s3-endpoint for a server that is not Amazon's; then start again: "
                        + "what is there already is not sent twice");
    }

    private static RemoteException of(String address, AwsServiceException refused) {
        String code = told(refused, AwsErrorDetails::errorCode);
        int status = refused.statusCode();
        String said = " (" + (code.isEmpty() ? "" : code + ", ") + "HTTP " + status + ")";
        if (KEY_REFUSED.contains(code)) {
            return new RemoteException(
                    Fault.KEY_REFUSED,
                    address,
                    "the server does not accept the key or its secret" + said,
                    "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, a session token, and --s3-region");
        }
        if (code.equals("NoSuchBucket")) {
            return new RemoteException(
                    Fault.BUCKET_MISSING, address, "there is no such bucket" + said, "make it first, or mend the name");
        }
        if (status == HTTP_PRECONDITION_FAILED || status == HTTP_CONFLICT) {
            return new RemoteException(
                    Fault.CHANGED, address, "another writer was quicker" + said, "pull what it wrote, then push again");
        }
        if (status == HTTP_NOT_FOUND) {
            return new RemoteException(Fault.MISSING, address, "nothing lies there" + said, "check bucket and prefix");
        }
        if (status == HTTP_NOT_IMPLEMENTED) {
            return new RemoteException(
                    Fault.REFUSED,
                    address,
                    "this server cannot do what is needed, or may not in this place" + said,
                    "use a server that takes multipart uploads and conditional puts, and a place that can be written to");
        }
        if (status == HTTP_FORBIDDEN || status == 401) {
            return new RemoteException(
                    Fault.NOT_ALLOWED,
                    address,
                    "the key may not do this" + said,
                    "it needs s3:ListBucket, s3:ListBucketMultipartUploads on the bucket, and s3:GetObject, s3:PutObject, "
                            + "s3:ListMultipartUploadParts on what is below the prefix");
        }
        return new RemoteException(
                status >= HTTP_SERVER ? Fault.UNREACHABLE : Fault.REFUSED,
                address,
                "the server refuses: " + told(refused, AwsErrorDetails::errorMessage) + said,
                "start again later: what is there already is not sent twice");
    }

    /** Nothing is told in the answer to a question about an object, which has no body. */
    private static String told(AwsServiceException refused, Function<AwsErrorDetails, @Nullable String> what) {
        return Optional.ofNullable(refused.awsErrorDetails()).map(what).orElse("");
    }
}
